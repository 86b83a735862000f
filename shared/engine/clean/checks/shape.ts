import { requireColumn } from '../cells.ts';
import { asText, both, columnParam, textParam } from '../define.ts';
import { shownTexts } from '../derived.ts';
import { shapeOf } from '../facet.ts';
import { codesWhere, defineCheck } from './define.ts';

export const shape = defineCheck({
  id: 'shape',
  title: both('Has a shape', '字形'),
  help: both(
    'Every cell has the shape: letters as A and a, digits as 9, Chinese as 字. SKU-1024 is AAA-9999. Empty cells do not count.',
    '每个单元格符合该字形：字母记为 A、a，数字记为 9，汉字记为“字”，如 SKU-1024 为 AAA-9999。空单元格不计。',
  ),
  params: [columnParam('column', 'Column', '列', { types: ['text', 'id', 'enum'] }), textParam('shape', 'Shape', '字形')],
  describe: (params) => both(`${asText(params, 'column')} has the shape ${asText(params, 'shape')}`, `“${asText(params, 'column')}”字形为 ${asText(params, 'shape')}`),
  run(table, params) {
    const { codes, dictionary } = shownTexts(requireColumn(table, asText(params, 'column')));
    const wanted = asText(params, 'shape');
    return { rows: codesWhere(codes, dictionary.size, (code) => shapeOf(dictionary.text(code) as string) !== wanted) };
  },
});
