import { type Column, gatherColumn, noOrigin } from '../../table/table.ts';
import { aggregateColumn } from '../aggregate.ts';
import { requireColumn } from '../cells.ts';
import { asAggregates, asTexts, both, columnsParam, counted, defineStep, listed } from '../define.ts';
import { addColumns, within } from '../derived.ts';

export const aggregate = defineStep({
  id: 'aggregate',
  version: 1,
  title: both('Group and summarise', '分组汇总'),
  help: both(
    'One row for each group of equal cells, with sums, counts and the like. Missing cells count for nothing. Without columns there is one row for the whole table.',
    '相同取值的行合并为一行，并计算合计、计数等。缺失值不计入。不选列时整表汇总为一行。',
  ),
  icon: 'group',
  family: 'rows',
  params: [columnsParam('columns', 'For each', '分组列', { optional: true }), { name: 'values', kind: 'aggregates', label: both('Values', '汇总值'), optional: true }],
  columns: (params) => {
    const values = asAggregates(params, 'values');
    return { reads: [...asTexts(params, 'columns'), ...values.flatMap(([, column]) => (column === '' ? [] : [column]))], adds: values.map(([, , name]) => name), removes: [] };
  },
  describe: (params) => {
    const names = listed(asTexts(params, 'columns'));
    const values = asAggregates(params, 'values').length;
    return {
      title: names.en === '' ? both('Summarise the table', '汇总整表') : both(`Group by ${names.en}`, `按${names.zh}分组`),
      detail: both(counted(values, 'value'), `${values} 个汇总值`),
    };
  },
  run(table, params) {
    const names = asTexts(params, 'columns');
    const groups = within(table, names);
    const keys = names.map((name): Column => ({ ...gatherColumn(requireColumn(table, name), groups.first), raw: undefined }));
    const values = asAggregates(params, 'values').map(([how, column, name]) => aggregateColumn(table, groups, how, column, name));
    return { table: addColumns({ rows: groups.count, columns: keys, origin: noOrigin(groups.count) }, values), changedCells: 0 };
  },
  examples: [
    {
      columns: [
        ['g', 'text'],
        ['m', 'money'],
        ['s', 'text'],
      ],
      rows: [
        ['a', 10, 'x'],
        ['b', null, null],
        ['a', 5, 'x'],
        ['a', null, 'y'],
        [null, 1, 'z'],
      ],
      params: {
        columns: ['g'],
        values: [
          ['sum', 'm', 'total'],
          ['count', '', 'rows'],
          ['count', 'm', 'paid'],
          ['distinct', 's', 'kinds'],
          ['mean', 'm', 'mean'],
          ['median', 'm', 'middle'],
          ['max', 's', 'top'],
          ['first', 'm', 'one'],
          ['list', 's', 'all'],
        ],
      },
      becomes: {
        columns: [
          ['g', 'text'],
          ['total', 'money'],
          ['rows', 'int'],
          ['paid', 'int'],
          ['kinds', 'int'],
          ['mean', 'money'],
          ['middle', 'money'],
          ['top', 'text'],
          ['one', 'money'],
          ['all', 'text'],
        ],
        rows: [
          ['a', 15, 3, 2, 2, 8, 8, 'y', 10, 'x, y'],
          ['b', null, 1, 0, 0, null, null, null, null, null],
          [null, 1, 1, 1, 1, 1, 1, 'z', 1, 'z'],
        ],
      },
      changedCells: 0,
    },
  ],
});
