import { requireColumn } from '../cells.ts';
import { asTexts, columnsParam, defineStep, listed } from '../define.ts';

export const keepColumns = defineStep({
  id: 'keep-columns',
  version: 1,
  title: { en: 'Keep columns', zh: '保留列' },
  help: { en: 'Keeps the chosen columns, in the chosen order.', zh: '只保留所选列，并按所选顺序排列。' },
  icon: 'columns-3',
  family: 'columns',
  params: [columnsParam('columns', 'Columns', '列')],
  columns: (params) => ({ reads: asTexts(params, 'columns'), adds: [], removes: [] }),
  describe: (params) => ({ title: { en: `Keep ${asTexts(params, 'columns').length} columns`, zh: `保留 ${asTexts(params, 'columns').length} 列` }, detail: listed(asTexts(params, 'columns')) }),
  run: (table, params) => ({ table: { ...table, columns: asTexts(params, 'columns').map((name) => requireColumn(table, name)) }, changedCells: 0 }),
  examples: [
    {
      columns: [
        ['a', 'int'],
        ['b', 'int'],
        ['c', 'int'],
      ],
      rows: [[1, 2, 3]],
      params: { columns: ['c', 'a'] },
      becomes: {
        columns: [
          ['c', 'int'],
          ['a', 'int'],
        ],
        rows: [[3, 1]],
      },
      changedCells: 0,
    },
  ],
});
