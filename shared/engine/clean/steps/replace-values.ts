import { requireColumn, mapTexts } from '../cells.ts';
import { SuanpanError } from '#contract/errors';
import { compilePattern } from '../pattern.ts';
import { asPairs, asText, columnParam, defineStep } from '../define.ts';

export const replaceValues = defineStep({
  id: 'replace-values',
  version: 1,
  title: { en: 'Replace values', zh: '替换取值' },
  help: { en: 'Replaces whole cells or parts of them by a list.', zh: '按列表替换整个单元格或其中一部分。' },
  icon: 'replace',
  family: 'text',
  params: [
    columnParam('column', 'Column', '列', { types: ['text', 'id', 'enum'] }),
    {
      name: 'values',
      kind: 'pairs',
      label: { en: 'Values', zh: '取值' },
      pair: { left: 'text', leftLabel: { en: 'Old', zh: '原值' }, rightLabel: { en: 'New (empty: missing)', zh: '新值（留空表示缺失）' } },
    },
    {
      name: 'match',
      kind: 'choice',
      label: { en: 'Match', zh: '匹配' },
      optional: true,
      default: 'whole',
      options: [
        { value: 'whole', label: { en: 'The whole cell', zh: '整个单元格' } },
        { value: 'part', label: { en: 'Part of the cell', zh: '单元格的一部分' } },
        { value: 'pattern', label: { en: 'A pattern', zh: '模式' } },
      ],
    },
  ],
  columns: (params) => ({ reads: [asText(params, 'column')], adds: [], removes: [] }),
  describe: (params) => {
    const pairs = asPairs(params, 'values');
    return {
      title: { en: `Replace ${pairs.length} value${pairs.length === 1 ? '' : 's'} in ${asText(params, 'column')}`, zh: `替换“${asText(params, 'column')}”中的 ${pairs.length} 个取值` },
      detail: {
        en: pairs
          .slice(0, 3)
          .map(([old, next]) => `${old} → ${next || '—'}`)
          .join(', '),
        zh: pairs
          .slice(0, 3)
          .map(([old, next]) => `${old} → ${next || '—'}`)
          .join('，'),
      },
    };
  },
  run(table, params) {
    const column = requireColumn(table, asText(params, 'column'));
    if (column.kind !== 'text')
      throw new SuanpanError({
        code: 'invalid-params',
        where: { column: column.name },
        message: { en: `${column.name} is no text; set its type to text first`, zh: `“${column.name}”不是文本，请先将其类型设为文本` },
      });
    const pairs = asPairs(params, 'values');
    return mapTexts(table, column, CHANGES[asText(params, 'match')]?.(pairs) ?? ((text) => text));
  },
  examples: [
    {
      columns: [['c', 'text']],
      rows: [['EIRE'], ['UK'], ['x']],
      params: {
        column: 'c',
        values: [
          ['EIRE', 'Ireland'],
          ['x', ''],
        ],
      },
      becomes: { columns: [['c', 'text']], rows: [['Ireland'], ['UK'], [null]] },
      changedCells: 2,
    },
    {
      columns: [['c', 'text']],
      rows: [['SKU-12-a'], ['x']],
      params: { column: 'c', values: [['^SKU-(\\d+)-.*$', '$1']], match: 'pattern' },
      becomes: { columns: [['c', 'text']], rows: [['12'], ['x']] },
      changedCells: 1,
    },
    { columns: [['c', 'text']], rows: [['$& a.b']], params: { column: 'c', values: [['a.', '$1']], match: 'part' }, becomes: { columns: [['c', 'text']], rows: [['$& $1b']] }, changedCells: 1 },
  ],
});

/** How the list is applied to a text, by the choice of what it has to match. */
const CHANGES: Readonly<Record<string, (pairs: readonly [string, string][]) => (text: string) => string | null>> = {
  whole(pairs) {
    const whole = new Map(pairs);
    return (text) => (whole.has(text) ? whole.get(text) || null : text);
  },
  part: (pairs) => (text) => pairs.reduce((next, [old, replacement]) => (old === '' ? next : next.replaceAll(old, () => replacement)), text) || null,
  pattern(pairs) {
    const patterns = pairs.map(([pattern, replacement]) => ({ pattern: compilePattern(pattern), replacement }));
    return (text) => patterns.reduce((next, { pattern, replacement }) => pattern.replace(next, replacement), text) || null;
  },
};
