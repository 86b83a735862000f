import { groupRows } from '../../table/groups.ts';
import { type Column, gather, isMissing, cellAt, NO_ROW, type Table } from '../../table/table.ts';
import { requireColumn } from '../cells.ts';
import { asText, asTexts, columnParam, columnsParam, defineStep, listed } from '../define.ts';

export const removeDuplicates = defineStep({
  id: 'remove-duplicates',
  version: 1,
  title: { en: 'Remove duplicates', zh: '删除重复行' },
  help: {
    en: 'Of rows that are equal in the chosen columns one stays: the first, the last, or the newest by a date. Rows with nothing in all of these columns are not duplicates.',
    zh: '所选列相同的行只保留一行：第一行、最后一行，或按日期最新的一行。所选列全为空的行不算重复。',
  },
  icon: 'copy-minus',
  family: 'rows',
  params: [
    columnsParam('columns', 'Same', '相同列'),
    {
      name: 'keep',
      kind: 'choice',
      label: { en: 'Keep', zh: '保留' },
      optional: true,
      default: 'first',
      options: [
        { value: 'first', label: { en: 'the first', zh: '第一行' } },
        { value: 'last', label: { en: 'the last', zh: '最后一行' } },
        { value: 'newest', label: { en: 'the newest', zh: '最新一行' } },
      ],
    },
    columnParam('by', 'Newest by', '依据', { optional: true, when: ['keep', 'newest'], types: ['date', 'instant', 'int', 'number'] }),
  ],
  columns: (params) => ({ reads: [...asTexts(params, 'columns'), ...(asText(params, 'by') === '' ? [] : [asText(params, 'by')])], adds: [], removes: [] }),
  sameBy: (params) => asTexts(params, 'columns'),
  describe: (params) => {
    const names = listed(asTexts(params, 'columns'));
    const by = asText(params, 'by');
    return {
      title: { en: 'Remove duplicates', zh: '删除重复行' },
      detail: {
        en: `Same ${names.en}, keep ${asText(params, 'keep')}${by === '' ? '' : ` by ${by}`}`,
        zh: `${names.zh}相同，保留${{ first: '第一行', last: '最后一行', newest: '最新一行' }[asText(params, 'keep')] ?? ''}`,
      },
    };
  },
  run(table, params) {
    const columns = asTexts(params, 'columns').map((name) => requireColumn(table, name));
    const keep = asText(params, 'keep');
    const by = keep === 'newest' ? requireColumn(table, asText(params, 'by')) : undefined;
    const kept = keptRows(table, columns, keep, by);
    return { table: kept.length === table.rows ? table : gather(table, kept), changedCells: 0 };
  },
  examples: [
    {
      columns: [
        ['id', 'id'],
        ['at', 'date'],
      ],
      rows: [
        ['1', '2025-01-01'],
        ['2', '2025-01-01'],
        ['1', '2025-03-01'],
        ['1', '2025-02-01'],
        [null, null],
        [null, null],
      ],
      params: { columns: ['id'], keep: 'newest', by: 'at' },
      becomes: {
        columns: [
          ['id', 'id'],
          ['at', 'date'],
        ],
        rows: [
          ['2', '2025-01-01'],
          ['1', '2025-03-01'],
          [null, null],
          [null, null],
        ],
      },
      changedCells: 0,
    },
    {
      columns: [
        ['id', 'id'],
        ['n', 'int'],
      ],
      rows: [
        ['1', 1],
        ['1', 1],
        ['1', 2],
      ],
      params: { columns: ['id', 'n'] },
      becomes: {
        columns: [
          ['id', 'id'],
          ['n', 'int'],
        ],
        rows: [
          ['1', 1],
          ['1', 2],
        ],
      },
      changedCells: 0,
    },
  ],
});

function keptRows(table: Table, columns: readonly Column[], keep: string, by: Column | undefined): Uint32Array {
  const { of, count } = groupRows(columns, table.rows);
  const best = new Uint32Array(count).fill(NO_ROW);
  const kept = new Uint8Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    if (columns.every((column) => isMissing(column, row))) {
      kept[row] = 1;
      continue;
    }
    const group = of[row] as number;
    const earlier = best[group] as number;
    if (earlier !== NO_ROW && keep !== 'last' && (by === undefined || !isNewer(by, row, earlier))) continue;
    if (earlier !== NO_ROW) kept[earlier] = 0;
    kept[row] = 1;
    best[group] = row;
  }
  return rowsMarked(kept);
}

function rowsMarked(marked: Uint8Array): Uint32Array {
  const rows = new Uint32Array(marked.reduce((sum, one) => sum + one, 0));
  let at = 0;
  for (let row = 0; row < marked.length; row++) if (marked[row] === 1) rows[at++] = row;
  return rows;
}

/** On equal dates the later row is the newer one. */
function isNewer(by: Column, row: number, earlier: number): boolean {
  const a = cellAt(by, row);
  const b = cellAt(by, earlier);
  if (a === null) return false;
  return b === null || a >= b;
}
