import { asText, asTexts, both, columnParam, columnsParam, defineStep, listed, textParam } from '../define.ts';
import { addColumns, requireNumbers, within } from '../derived.ts';

export const runningTotal = defineStep({
  id: 'running-total',
  version: 1,
  title: both('Running total', '累计'),
  help: both(
    'Adds up a column row by row, in the order of the rows, on request anew in each group. A missing cell adds nothing and stays missing.',
    '按行顺序累加，可按组重新累计。缺失值不计入，结果也缺失。',
  ),
  icon: 'sigma',
  family: 'numbers',
  params: [
    columnParam('column', 'Of', '列', { types: ['int', 'number', 'money'] }),
    columnsParam('within', 'Anew for each', '按组重新累计', { optional: true }),
    textParam('name', 'New column', '新列'),
  ],
  columns: (params) => ({ reads: [asText(params, 'column'), ...asTexts(params, 'within')], adds: [asText(params, 'name')], removes: [] }),
  describe: (params) => {
    const names = listed(asTexts(params, 'within'));
    const of = asText(params, 'column');
    return { title: both(`Running total of ${of}`, `累计“${of}”`), detail: names.en === '' ? both('Over all rows', '所有行') : both(`Anew for each ${names.en}`, `按${names.zh}重新累计`) };
  },
  run(table, params) {
    const column = requireNumbers(table, asText(params, 'column'));
    const { of, count } = within(table, asTexts(params, 'within'));
    const sums = new Float64Array(count);
    const values = column.values.map((value, row) => {
      if (Number.isNaN(value)) return value;
      const group = of[row] as number;
      sums[group] = (sums[group] as number) + value;
      return sums[group] as number;
    });
    return { table: addColumns(table, [{ kind: 'number', name: asText(params, 'name'), type: column.type, values }]), changedCells: 0 };
  },
  examples: [
    {
      columns: [
        ['g', 'text'],
        ['m', 'money'],
      ],
      rows: [
        ['a', 10],
        ['b', 5],
        ['a', null],
        ['a', 2],
      ],
      params: { column: 'm', within: ['g'], name: 't' },
      becomes: {
        columns: [
          ['g', 'text'],
          ['m', 'money'],
          ['t', 'money'],
        ],
        rows: [
          ['a', 10, 10],
          ['b', 5, 5],
          ['a', null, null],
          ['a', 2, 12],
        ],
      },
      changedCells: 0,
    },
  ],
});
