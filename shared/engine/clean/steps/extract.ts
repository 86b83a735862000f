import { requireColumn } from '../cells.ts';
import { SuanpanError } from '#contract/errors';
import { asText, asTexts, both, columnParam, defineStep, listed, textParam } from '../define.ts';
import { addColumns, shownTexts, textsFrom } from '../derived.ts';
import { compilePattern } from '../pattern.ts';

export const extract = defineStep({
  id: 'extract',
  version: 1,
  title: both('Extract by pattern', '按模式提取'),
  help: both(
    'Takes what a pattern matches: each group in brackets goes to a column of its own, without groups the whole match. No match gives missing.',
    '提取模式匹配的内容：每个括号分组存入一列，没有分组则取整个匹配。无匹配时为缺失。',
  ),
  icon: 'regex',
  family: 'text',
  params: [
    columnParam('column', 'Column', '列'),
    textParam('pattern', 'Pattern', '模式', { help: both('(\\d+)ml finds 500 in 500ml', '(\\d+)ml 可从 500ml 中取出 500') }),
    { name: 'names', kind: 'values', label: both('New columns', '新列') },
  ],
  columns: (params) => ({ reads: [asText(params, 'column')], adds: asTexts(params, 'names'), removes: [] }),
  describe: (params) => ({
    title: both(`Extract ${listed(asTexts(params, 'names')).en}`, `提取${listed(asTexts(params, 'names')).zh}`),
    detail: both(asText(params, 'pattern'), asText(params, 'pattern')),
  }),
  run(table, params) {
    const pattern = compilePattern(asText(params, 'pattern'));
    const names = asTexts(params, 'names');
    const found = Math.max(1, pattern.groups);
    if (names.length !== found)
      throw new SuanpanError({
        code: 'invalid-params',
        message: both(`the pattern finds ${found} texts, there are ${names.length} new columns`, `该模式提取 ${found} 个文本，但有 ${names.length} 个新列`),
      });
    return {
      table: addColumns(
        table,
        textsFrom(shownTexts(requireColumn(table, asText(params, 'column'))), names, (text) => pattern.first(text) ?? []),
      ),
      changedCells: 0,
    };
  },
  examples: [
    {
      columns: [['s', 'text']],
      rows: [['洗发水 500ml x2'], ['200ML'], [null]],
      params: { column: 's', pattern: '(?i)(\\d+)ml(?: x(\\d+))?', names: ['ml', 'n'] },
      becomes: {
        columns: [
          ['s', 'text'],
          ['ml', 'text'],
          ['n', 'text'],
        ],
        rows: [
          ['洗发水 500ml x2', '500', '2'],
          ['200ML', '200', null],
          [null, null, null],
        ],
      },
      changedCells: 0,
    },
    {
      columns: [['s', 'text']],
      rows: [[`${'a'.repeat(5000)}!`]],
      // A pattern that takes for ever where patterns are tried one way after the other.
      params: { column: 's', pattern: '^(a+)+$', names: ['x'] },
      becomes: {
        columns: [
          ['s', 'text'],
          ['x', 'text'],
        ],
        rows: [[`${'a'.repeat(5000)}!`, null]],
      },
      changedCells: 0,
    },
  ],
});
