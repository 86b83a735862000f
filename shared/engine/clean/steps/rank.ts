import { rowsOfGroups } from '../../table/groups.ts';
import { cellAt, numberColumn } from '../../table/table.ts';
import { requireColumn } from '../cells.ts';
import { asFlag, asText, asTexts, both, choiceParam, columnParam, columnsParam, defineStep, flagParam, listed, textParam } from '../define.ts';
import { addColumns, compareCells, within } from '../derived.ts';

export const rank = defineStep({
  id: 'rank',
  version: 1,
  title: both('Rank', '排名'),
  help: both('Ranks rows by a column, on request in each group. Equal cells share a rank; missing cells have none.', '按某列排名，可按组排名。相同值名次相同，缺失值没有名次。'),
  icon: 'trophy',
  family: 'numbers',
  params: [
    columnParam('column', 'By', '依据'),
    flagParam('ascending', 'Smallest first', '升序'),
    columnsParam('within', 'In each', '分组', { optional: true }),
    choiceParam('ties', 'After equal ones', '并列之后', [
      ['gaps', 'leave out numbers: 1 1 3', '跳号：1 1 3'],
      ['dense', 'go on counting: 1 1 2', '连续：1 1 2'],
    ]),
    textParam('name', 'New column', '新列'),
  ],
  columns: (params) => ({ reads: [asText(params, 'column'), ...asTexts(params, 'within')], adds: [asText(params, 'name')], removes: [] }),
  describe: (params) => {
    const names = listed(asTexts(params, 'within'));
    const by = asText(params, 'column');
    return { title: both(`Rank by ${by}`, `按“${by}”排名`), detail: names.en === '' ? both('Over all rows', '所有行') : both(`In each ${names.en}`, `按${names.zh}分组`) };
  },
  run(table, params) {
    const column = requireColumn(table, asText(params, 'column'));
    const sign = asFlag(params, 'ascending') ? 1 : -1;
    const dense = asText(params, 'ties') === 'dense';
    const groups = within(table, asTexts(params, 'within'));
    const { starts, rows } = rowsOfGroups(groups);
    const ranks: (number | null)[] = new Array(table.rows).fill(null);
    for (let group = 0; group < groups.count; group++) {
      const members = Array.from(rows.subarray(starts[group], starts[group + 1]), (row) => ({ row, cell: cellAt(column, row) })).filter(({ cell }) => cell !== null);
      members.sort((a, b) => sign * compareCells(a.cell, b.cell) || a.row - b.row);
      let rank = 0;
      members.forEach(({ row, cell }, i) => {
        if (i === 0 || cell !== members[i - 1]?.cell) rank = dense ? rank + 1 : i + 1;
        ranks[row] = rank;
      });
    }
    return { table: addColumns(table, [numberColumn(asText(params, 'name'), 'int', ranks)]), changedCells: 0 };
  },
  examples: [
    {
      columns: [['n', 'int']],
      rows: [[5], [9], [5], [null], [1]],
      params: { column: 'n', name: 'rank' },
      becomes: {
        columns: [
          ['n', 'int'],
          ['rank', 'int'],
        ],
        rows: [
          [5, 2],
          [9, 1],
          [5, 2],
          [null, null],
          [1, 4],
        ],
      },
      changedCells: 0,
    },
    {
      columns: [
        ['g', 'text'],
        ['d', 'date'],
      ],
      rows: [
        ['a', '2025-01-02'],
        ['b', '2025-01-01'],
        ['a', '2025-01-01'],
        ['a', '2025-01-01'],
      ],
      params: { column: 'd', ascending: true, within: ['g'], ties: 'dense', name: 'r' },
      becomes: {
        columns: [
          ['g', 'text'],
          ['d', 'date'],
          ['r', 'int'],
        ],
        rows: [
          ['a', '2025-01-02', 2],
          ['b', '2025-01-01', 1],
          ['a', '2025-01-01', 1],
          ['a', '2025-01-01', 1],
        ],
      },
      changedCells: 0,
    },
  ],
});
