import { SuanpanError } from '#contract/errors';
import { textColumn } from '../../table/table.ts';
import { asText, asTexts, both, choiceParam, columnParam, defineStep, numberParam, textParam, asNumber } from '../define.ts';
import { addColumns, inScaleOf, requireNumbers } from '../derived.ts';

export const bucket = defineStep({
  id: 'bucket',
  version: 1,
  title: both('Sort into ranges', '分段'),
  help: both(
    'Puts numbers into ranges by limits of your own, or into so many parts with equally many rows. A limit belongs to the range above it.',
    '按自定义界限将数字分段，或分为行数相等的若干段。界限值归入上一段。',
  ),
  icon: 'chart-column-stacked',
  family: 'numbers',
  params: [
    columnParam('column', 'Column', '列', { types: ['int', 'number', 'money', 'ratio'] }),
    choiceParam('by', 'By', '方式', [
      ['limits', 'limits', '界限'],
      ['parts', 'equally many rows', '等行数'],
    ]),
    { name: 'limits', kind: 'values', label: both('Limits', '界限'), optional: true, when: ['by', 'limits'], help: both('One a line, rising: 50, 100, 200', '每行一个，递增：50、100、200') },
    numberParam('parts', 'Parts', '段数', { optional: true, default: 4, when: ['by', 'parts'] }),
    textParam('name', 'New column', '新列'),
  ],
  columns: (params) => ({ reads: [asText(params, 'column')], adds: [asText(params, 'name')], removes: [] }),
  describe: (params) => ({
    title: both(`Ranges of ${asText(params, 'column')}`, `“${asText(params, 'column')}”分段`),
    detail:
      asText(params, 'by') === 'parts'
        ? both(`${asNumber(params, 'parts', 4)} parts with equally many rows`, `等行数 ${asNumber(params, 'parts', 4)} 段`)
        : both(asTexts(params, 'limits').join(', '), asTexts(params, 'limits').join('、')),
  }),
  run(table, params) {
    const column = requireNumbers(table, asText(params, 'column'));
    const limits = asText(params, 'by') === 'parts' ? quantiles(column.values, asNumber(params, 'parts', 4)) : limitsOf(asTexts(params, 'limits')).map((limit) => inScaleOf(limit, column.type));
    const show = (limit: number) => String(Number((column.type === 'money' ? limit / 10_000 : limit).toPrecision(12)));
    const width = String(limits.length + 1).length;
    // The number in front keeps the ranges in order wherever they are sorted as texts.
    const names = Array.from({ length: limits.length + 1 }, (_, i) => {
      const range = i === 0 ? `< ${show(limits[0] as number)}` : i === limits.length ? `≥ ${show(limits[i - 1] as number)}` : `${show(limits[i - 1] as number)} – ${show(limits[i] as number)}`;
      return `${String(i + 1).padStart(width, '0')}: ${range}`;
    });
    const texts = Array.from(column.values, (value) => (Number.isNaN(value) ? null : (names[limits.filter((limit) => value >= limit).length] as string)));
    return { table: addColumns(table, [textColumn(asText(params, 'name'), 'enum', texts)]), changedCells: 0 };
  },
  examples: [
    {
      columns: [['m', 'money']],
      rows: [[400000], [500000], [null], [2000000]],
      params: { column: 'm', limits: ['50', '100'], name: 'r' },
      becomes: {
        columns: [
          ['m', 'money'],
          ['r', 'enum'],
        ],
        rows: [
          [400000, '1: < 50'],
          [500000, '2: 50 – 100'],
          [null, null],
          [2000000, '3: ≥ 100'],
        ],
      },
      changedCells: 0,
    },
    {
      columns: [['n', 'int']],
      rows: [[1], [2], [3], [4]],
      params: { column: 'n', by: 'parts', parts: 2, name: 'r' },
      becomes: {
        columns: [
          ['n', 'int'],
          ['r', 'enum'],
        ],
        rows: [
          [1, '1: < 3'],
          [2, '1: < 3'],
          [3, '2: ≥ 3'],
          [4, '2: ≥ 3'],
        ],
      },
      changedCells: 0,
    },
  ],
});

function limitsOf(texts: readonly string[]): number[] {
  const limits = texts
    .flatMap((text) => text.split(/[\s,，、]+/))
    .filter((text) => text !== '')
    .map(Number);
  if (limits.length === 0 || limits.some((limit, i) => Number.isNaN(limit) || limit <= (limits[i - 1] ?? Number.NEGATIVE_INFINITY)))
    throw new SuanpanError({ code: 'invalid-params', message: both('limits are rising numbers: 50, 100, 200', '界限应为递增的数字：50、100、200') });
  return limits;
}

/** Cells at which equally many lie below, as far as equal cells allow. */
function quantiles(values: Float64Array, parts: number): number[] {
  if (!Number.isInteger(parts) || parts < 2 || parts > 100) throw new SuanpanError({ code: 'invalid-params', message: both('parts is a whole number from 2 to 100', '段数应为 2 到 100 的整数') });
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const limits = Array.from({ length: parts - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / parts)]);
  return [...new Set(limits.filter((limit): limit is number => limit !== undefined && limit > (sorted[0] as number)))];
}
