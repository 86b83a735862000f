import { SuanpanError } from '#contract/errors';
import type { Aggregate } from '#contract/definitions';
import { type Groups, groupRows as groupsOf } from '../../table/groups.ts';
import { PairCodes } from '../../table/pair-codes.ts';
import { cellAt, type Column, gatherColumn, NO_ROW, noOrigin } from '../../table/table.ts';
import { aggregateColumn } from '../aggregate.ts';
import { requireColumn } from '../cells.ts';
import { asText, asTexts, both, choiceParam, columnParam, columnsParam, defineStep, listed } from '../define.ts';
import { addColumns, compareCells, shownNumber, within } from '../derived.ts';

/** A table of more columns than this is no table for reading, and SQLite takes 2,000. */
const MOST_COLUMNS = 1000;

export const pivot = defineStep({
  id: 'pivot',
  version: 1,
  title: both('Pivot', '透视'),
  help: both(
    'Makes a column of each different cell of one column: rows per day and channel become a row per day with a column per channel.',
    '将某列的每个不同取值变为一列：按天、渠道的行变为每天一行、每个渠道一列。',
  ),
  icon: 'table-properties',
  family: 'tables',
  params: [
    columnsParam('columns', 'A row for each', '行'),
    columnParam('across', 'A column for each', '列'),
    choiceParam('how', 'Show', '汇总方式', [
      ['sum', 'the sum', '合计'],
      ['count', 'the count', '计数'],
      ['mean', 'the mean', '平均'],
      ['min', 'the smallest', '最小'],
      ['max', 'the largest', '最大'],
      ['first', 'the first', '第一个'],
      ['list', 'all of them', '全部列出'],
    ]),
    columnParam('of', 'Of', '值', { optional: true, when: ['how', 'sum', 'mean', 'min', 'max', 'first', 'list'] }),
  ],
  // Its new columns are known only when the rows are.
  columns: () => 'unknown',
  describe: (params) => {
    const names = listed(asTexts(params, 'columns'));
    const across = asText(params, 'across');
    return { title: both(`Pivot ${across}`, `透视“${across}”`), detail: both(`A row for each ${names.en}`, `每个${names.zh}一行`) };
  },
  run(table, params) {
    const names = asTexts(params, 'columns');
    const across = requireColumn(table, asText(params, 'across'));
    const how = asText(params, 'how') as Aggregate;
    const groups = within(table, names);
    const heads = groupsOf([across], table.rows);
    if (heads.count > MOST_COLUMNS)
      throw new SuanpanError({
        code: 'invalid-params',
        where: { column: across.name },
        message: both(`${across.name} has ${heads.count} different cells: a table has at most ${MOST_COLUMNS} columns`, `“${across.name}”有 ${heads.count} 个不同取值，最多 ${MOST_COLUMNS} 列`),
      });
    const order = Array.from(heads.first, (row, head) => ({ head, cell: cellAt(across, row) })).sort((a, b) => compareCells(a.cell, b.cell));
    const keys = names.map((name): Column => ({ ...gatherColumn(requireColumn(table, name), groups.first), raw: undefined }));
    const { cells, at } = cellsOf(groups, heads);
    const made = aggregateColumn(table, cells, how, asText(params, 'of'), across.name);
    const taken = new Set(names);
    const values = order.map(({ head, cell }): Column => {
      const shown = cell === null ? '(empty)' : typeof cell === 'number' ? shownNumber(cell, across.type) : cell;
      const column = { ...gatherColumn(made, at[head] as Uint32Array), name: freeName(shown, taken) };
      // Where there is no row, the count is known.
      return how === 'count' && column.kind === 'number' ? { ...column, values: column.values.map((value) => (Number.isNaN(value) ? 0 : value)) } : column;
    });
    return { table: addColumns({ rows: groups.count, columns: keys, origin: noOrigin(groups.count) }, values), changedCells: 0 };
  },
  examples: [
    {
      columns: [
        ['day', 'date'],
        ['ch', 'text'],
        ['m', 'money'],
      ],
      rows: [
        ['2025-06-01', 'b', 5],
        ['2025-06-01', 'a', 1],
        ['2025-06-02', 'a', 2],
        ['2025-06-02', 'a', 3],
        ['2025-06-02', null, 4],
      ],
      params: { columns: ['day'], across: 'ch', how: 'sum', of: 'm' },
      becomes: {
        columns: [
          ['day', 'date'],
          ['a', 'money'],
          ['b', 'money'],
          ['(empty)', 'money'],
        ],
        rows: [
          ['2025-06-01', 1, 5, null],
          ['2025-06-02', 5, null, 4],
        ],
      },
      changedCells: 0,
    },
  ],
});

/** Rows and columns of the new table together as groups; `at` names the group of each cell, column by column. */
function cellsOf(groups: Groups, heads: Groups): { cells: Groups; at: Uint32Array[] } {
  const pairs = new PairCodes(groups.count, heads.count);
  const of = new Uint32Array(groups.of.length);
  const first: number[] = [];
  const at = Array.from({ length: heads.count }, () => new Uint32Array(groups.count).fill(NO_ROW));
  for (let row = 0; row < of.length; row++) {
    const group = groups.of[row] as number;
    const head = heads.of[row] as number;
    const cell = pairs.add(group, head) - 1;
    of[row] = cell;
    if (cell < first.length) continue;
    first.push(row);
    (at[head] as Uint32Array)[group] = cell;
  }
  return { cells: { of, count: first.length, first: Uint32Array.from(first) }, at };
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted} (${n})`;
  taken.add(name);
  return name;
}
