import { requireColumn } from '../cells.ts';
import { asText, asTexts, both, choiceParam, columnsParam, defineStep, listed } from '../define.ts';

export const reorderColumns = defineStep({
  id: 'reorder-columns',
  version: 1,
  title: both('Reorder columns', '调整列顺序'),
  help: both('Moves columns to the beginning or the end, in the order given.', '将所选列按给定顺序移到最前或最后。'),
  icon: 'columns-3',
  family: 'columns',
  params: [
    columnsParam('columns', 'Columns', '列'),
    choiceParam('where', 'Where', '位置', [
      ['first', 'First', '最前'],
      ['last', 'Last', '最后'],
    ]),
  ],
  columns: (params) => ({ reads: asTexts(params, 'columns'), adds: [], removes: [] }),
  describe: (params) => ({
    title: asText(params, 'where') === 'last' ? both('Move columns to the end', '移到最后') : both('Move columns to the front', '移到最前'),
    detail: listed(asTexts(params, 'columns')),
  }),
  run(table, params) {
    const moved = asTexts(params, 'columns').map((name) => requireColumn(table, name));
    const rest = table.columns.filter((column) => !moved.includes(column));
    return { table: { ...table, columns: asText(params, 'where') === 'last' ? [...rest, ...moved] : [...moved, ...rest] }, changedCells: 0 };
  },
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
          ['b', 'int'],
        ],
        rows: [[3, 1, 2]],
      },
      changedCells: 0,
    },
  ],
});
