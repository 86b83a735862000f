import { orderRows } from '../../table/order.ts';
import { gather } from '../../table/table.ts';
import { requireColumn } from '../cells.ts';
import { asFlag, asTexts, columnsParam, defineStep, listed } from '../define.ts';

export const sortRows = defineStep({
  id: 'sort-rows',
  version: 1,
  title: { en: 'Sort rows', zh: '排序' },
  help: { en: 'Sorts by one or more columns. Missing cells come last; equal rows keep their order.', zh: '按一列或多列排序。缺失值排在最后，相同的行保持原有顺序。' },
  icon: 'arrow-down-narrow-wide',
  family: 'rows',
  params: [columnsParam('columns', 'By', '依据'), { name: 'descending', kind: 'boolean', label: { en: 'Largest first', zh: '降序' }, optional: true, default: false }],
  columns: (params) => ({ reads: asTexts(params, 'columns'), adds: [], removes: [] }),
  describe: (params) => ({ title: { en: 'Sort rows', zh: '排序' }, detail: listed(asTexts(params, 'columns')) }),
  run(table, params) {
    const descending = asFlag(params, 'descending');
    const keys = asTexts(params, 'columns').map((name) => ({ column: requireColumn(table, name), descending }));
    return { table: gather(table, orderRows(table, keys)), changedCells: 0 };
  },
  examples: [
    {
      columns: [
        ['n', 'int'],
        ['s', 'text'],
      ],
      rows: [
        [2, 'a'],
        [null, 'b'],
        [1, 'c'],
        [2, 'd'],
      ],
      params: { columns: ['n'], descending: true },
      becomes: {
        columns: [
          ['n', 'int'],
          ['s', 'text'],
        ],
        rows: [
          [2, 'a'],
          [2, 'd'],
          [1, 'c'],
          [null, 'b'],
        ],
      },
      changedCells: 0,
    },
  ],
});
