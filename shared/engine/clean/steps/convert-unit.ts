import { SuanpanError } from '#contract/errors';
import { type NumberColumn, withColumn } from '../../table/table.ts';
import { roundHalfEven } from '../../values/numbers.ts';
import { asNumber, asText, both, choiceParam, columnParam, defineStep, numberParam, textParam } from '../define.ts';
import { addColumns, requireNumbers } from '../derived.ts';

/** Exact factors: the pound and the ounce of 1959, the market catty of China, the inch. */
const CONVERSIONS: readonly (readonly [id: string, en: string, zh: string, factor: number])[] = [
  ['wan', '万 to 1', '万 → 1', 10_000],
  ['yi', '亿 to 1', '亿 → 1', 100_000_000],
  ['kg-g', 'kg to g', 'kg → g', 1000],
  ['g-kg', 'g to kg', 'g → kg', 0.001],
  ['jin-kg', '斤 to kg', '斤 → kg', 0.5],
  ['lb-kg', 'lb to kg', '磅 → kg', 0.45359237],
  ['oz-g', 'oz to g', '盎司 → g', 28.349523125],
  ['l-ml', 'l to ml', 'L → ml', 1000],
  ['in-cm', 'inch to cm', '英寸 → cm', 2.54],
  ['cents', 'cents to units', '分 → 元', 0.01],
  ['percent', 'percent to share', '百分数 → 比率', 0.01],
  ['times', 'times a number', '乘以某数', 1],
  ['divided', 'divided by a number', '除以某数', 1],
];

export const convertUnit = defineStep({
  id: 'convert-unit',
  version: 1,
  title: both('Convert units', '换算单位'),
  help: both('Converts numbers: 万, weights, sizes, cents, or by a factor of your own, such as the pieces in a box.', '换算数字：万、重量、尺寸、分，或自定义倍数（如每箱件数）。'),
  icon: 'scale',
  family: 'numbers',
  params: [
    columnParam('column', 'Column', '列', { types: ['int', 'number', 'money', 'ratio'] }),
    choiceParam(
      'conversion',
      'Convert',
      '换算',
      CONVERSIONS.map(([id, en, zh]) => [id, en, zh]),
    ),
    numberParam('factor', 'Number', '倍数', { optional: true, when: ['conversion', 'times', 'divided'] }),
    textParam('name', 'New column (empty: in place)', '新列（留空则原地换算）', { optional: true }),
  ],
  columns: (params) => ({ reads: [asText(params, 'column')], adds: asText(params, 'name') === '' ? [] : [asText(params, 'name')], removes: [] }),
  describe: (params) => {
    const [, en, zh] = CONVERSIONS.find(([id]) => id === asText(params, 'conversion')) ?? ['', '', '', 1];
    return { title: both(`Convert ${asText(params, 'column')}`, `换算“${asText(params, 'column')}”`), detail: both(en, zh) };
  },
  run(table, params) {
    const column = requireNumbers(table, asText(params, 'column'));
    const change = changeOf(asText(params, 'conversion'), asNumber(params, 'factor', Number.NaN));
    const values = column.values.map((value) => (Number.isNaN(value) ? value : column.type === 'money' ? roundHalfEven(change(value)) : rounded(change(value))));
    const name = asText(params, 'name');
    const type = column.type === 'int' && values.some((value) => !Number.isNaN(value) && !Number.isInteger(value)) ? 'number' : column.type;
    const made: NumberColumn = { kind: 'number', name: name || column.name, type, values };
    if (name !== '') return { table: addColumns(table, [made]), changedCells: 0 };
    return { table: withColumn(table, made), changedCells: values.filter((value, row) => !Number.isNaN(value) && value !== column.values[row]).length };
  },
  examples: [
    { columns: [['w', 'int']], rows: [[3], [null], [0]], params: { column: 'w', conversion: 'jin-kg' }, becomes: { columns: [['w', 'number']], rows: [[1.5], [null], [0]] }, changedCells: 1 },
    {
      columns: [['m', 'money']],
      rows: [[15000]],
      params: { column: 'm', conversion: 'divided', factor: 12, name: 'each' },
      becomes: {
        columns: [
          ['m', 'money'],
          ['each', 'money'],
        ],
        rows: [[15000, 1250]],
      },
      changedCells: 0,
    },
    { columns: [['n', 'number']], rows: [[0.1]], params: { column: 'n', conversion: 'kg-g' }, becomes: { columns: [['n', 'number']], rows: [[100]] }, changedCells: 1 },
  ],
});

/** Fifteen digits are what a double holds: 0.1 kg are 100 g, not 100.00000000000001. */
const rounded = (value: number): number => Number(value.toPrecision(15));

function changeOf(conversion: string, factor: number): (value: number) => number {
  if (conversion === 'times' || conversion === 'divided') {
    if (Number.isNaN(factor) || factor === 0) throw new SuanpanError({ code: 'invalid-params', message: both('the number to convert by is missing', '缺少换算倍数') });
    return conversion === 'times' ? (value) => value * factor : (value) => value / factor;
  }
  const known = CONVERSIONS.find(([id]) => id === conversion)?.[3] ?? 1;
  // Dividing by a whole number is rounded once, multiplying by its inverse twice.
  return known < 1 && Number.isInteger(1 / known) ? (value) => value / (1 / known) : (value) => value * known;
}
