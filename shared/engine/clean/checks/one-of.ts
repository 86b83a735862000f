import { requireColumn } from '../cells.ts';
import { asText, asTexts, both, columnParam } from '../define.ts';
import { shownTexts } from '../derived.ts';
import { codesWhere, defineCheck } from './define.ts';

export const oneOf = defineCheck({
  id: 'one-of',
  title: both('Is one of a list', '取值列表'),
  help: both('Every cell is one of these. Empty cells do not count.', '每个单元格都是列表中的一个。空单元格不计。'),
  params: [columnParam('column', 'Column', '列', { types: ['text', 'id', 'enum'] }), { name: 'values', kind: 'values', label: both('Values', '取值') }],
  describe: (params) => both(`${asText(params, 'column')} is one of ${asTexts(params, 'values').length} values`, `“${asText(params, 'column')}”为 ${asTexts(params, 'values').length} 个取值之一`),
  run(table, params) {
    const { codes, dictionary } = shownTexts(requireColumn(table, asText(params, 'column')));
    const allowed = new Set(asTexts(params, 'values'));
    return { rows: codesWhere(codes, dictionary.size, (code) => !allowed.has(dictionary.text(code) as string)) };
  },
});
