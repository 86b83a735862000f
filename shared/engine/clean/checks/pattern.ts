import { requireColumn } from '../cells.ts';
import { asText, both, columnParam, textParam } from '../define.ts';
import { shownTexts } from '../derived.ts';
import { compilePattern } from '../pattern.ts';
import { codesWhere, defineCheck } from './define.ts';

export const pattern = defineCheck({
  id: 'pattern',
  title: both('Has a pattern', '格式'),
  help: both('Every cell as a whole has the pattern. Empty cells do not count.', '每个单元格整体符合该模式。空单元格不计。'),
  params: [columnParam('column', 'Column', '列'), textParam('pattern', 'Pattern', '模式')],
  describe: (params) => both(`${asText(params, 'column')} has the pattern ${asText(params, 'pattern')}`, `“${asText(params, 'column')}”符合 ${asText(params, 'pattern')}`),
  run(table, params) {
    const { codes, dictionary } = shownTexts(requireColumn(table, asText(params, 'column')));
    const whole = compilePattern(`^(?:${asText(params, 'pattern')})$`);
    return { rows: codesWhere(codes, dictionary.size, (code) => whole.next(dictionary.text(code) as string, 0) === null) };
  },
});
