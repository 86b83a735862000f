import type { KeptRow } from '#contract/documents';
import { SuanpanError } from '#contract/errors';
import { type Column, type Table, textColumn, withColumn } from '../../table/table.ts';
import { originKey } from '../../table/align.ts';
import { readerFor } from '../../table/cell-readers.ts';
import { requireColumn } from '../cells.ts';
import { both, counted, defineStep, type Params, type StepContext } from '../define.ts';

/** A cell by the row of the file it came from, so that sorting and filtering before it change nothing. */
interface Edit {
  readonly source: number;
  readonly row: number;
  readonly column: string;
  readonly value: string;
}

export const editCells = defineStep({
  id: 'edit-cells',
  version: 1,
  title: both('Edit single cells', '修改单个单元格'),
  help: both(
    'Sets single cells, named by their row in the file. Where a later file brings the same row anew by its key, the cell stays set.',
    '修改单个单元格，按文件中的行定位。以后的文件按主键更新同一行时，修改仍然有效。',
  ),
  icon: 'pencil',
  family: 'values',
  params: [{ name: 'cells', kind: 'values', label: both('Cells', '单元格'), help: both('File number, row, column and the new value, with tabs between', '文件编号、行、列、新值，以制表符分隔') }],
  columns: (params) => ({ reads: [...new Set(editsOf(params).map(({ column }) => column))], adds: [], removes: [] }),
  namesRows: (params) => editsOf(params).map(({ source, row }) => ({ source, row })),
  describe: (params) => {
    const edits = editsOf(params);
    const [first] = edits;
    return {
      title: both(`Edit ${counted(edits.length, 'cell')}`, `修改 ${edits.length} 个单元格`),
      detail: first === undefined ? both('', '') : both(`${first.column}, row ${first.row}: ${first.value}`, `“${first.column}”第 ${first.row} 行：${first.value}`),
    };
  },
  run(table, params, context) {
    let result = table;
    let changedCells = 0;
    const edits = editsOf(params);
    const rowsOf = rowFinder(table, edits, context);
    for (const name of new Set(edits.map(({ column }) => column))) {
      const column = requireColumn(result, name);
      const set = new Map<number, string | number | null>();
      for (const edit of edits) if (edit.column === name) for (const row of rowsOf(edit)) set.set(row, readValue(column, edit, context));
      if (set.size === 0) continue;
      changedCells += set.size;
      result = withColumn(result, edited(column, set));
    }
    return { table: result, changedCells };
  },
  examples: [
    {
      columns: [
        ['a', 'text'],
        ['m', 'money'],
      ],
      rows: [
        ['x', 1],
        ['y', 2],
      ],
      params: { cells: ['0\t2\ta\tz', '0\t1\tm\t¥2.50', '0\t99\ta\tnowhere', '0\t2\tm\t'] },
      becomes: {
        columns: [
          ['a', 'text'],
          ['m', 'money'],
        ],
        rows: [
          ['x', 25000],
          ['z', null],
        ],
      },
      changedCells: 3,
    },
  ],
});

function editsOf(params: Params): Edit[] {
  const cells = Array.isArray(params['cells']) ? (params['cells'] as unknown[]) : [];
  return cells.map((cell) => {
    const [source = '', row = '', column = '', ...value] = String(cell).split('\t');
    if (!/^\d+$/.test(source) || !/^\d+$/.test(row) || column === '')
      throw new SuanpanError({
        code: 'invalid-params',
        message: both(`not a cell: ${String(cell)}`, `不是单元格：${String(cell)}`),
        hint: both('File number, row, column and value, with tabs between', '文件编号、行、列、新值，以制表符分隔'),
      });
    return { source: Number(source), row: Number(row), column, value: value.join('\t') };
  });
}

/** Where the rows of the edits are in the table now; a joined table may have one more than once. */
function rowFinder({ origin, rows }: Table, edits: readonly Edit[], { successors }: StepContext): (edit: Edit) => readonly number[] {
  const keyOf = ({ source, row }: KeptRow) => originKey(source, row);
  const now = (edit: Edit) => keyOf(successors?.get(keyOf(edit)) ?? edit);
  const found = new Map<number, number[]>(edits.map((edit) => [now(edit), []]));
  for (let row = 0; row < rows; row++) found.get(originKey(origin.source[row] as number, origin.row[row] as number))?.push(row);
  return (edit) => found.get(now(edit)) ?? [];
}

function readValue(column: Column, { value }: Edit, { typing }: StepContext): string | number | null {
  if (value === '') return null;
  const read = readerFor(column.type, typing)(value);
  if (read === null) throw new SuanpanError({ code: 'invalid-params', where: { column: column.name }, message: both(`“${value}” is no ${column.type}`, `“${value}”不是 ${column.type}`) });
  return read;
}

function edited(column: Column, set: ReadonlyMap<number, string | number | null>): Column {
  if (column.kind === 'number') return { ...column, values: column.values.map((value, row) => (set.has(row) ? ((set.get(row) as number | null) ?? Number.NaN) : value)), raw: undefined };
  return textColumn(
    column.name,
    column.type,
    Array.from(column.codes, (code, row) => (set.has(row) ? (set.get(row) as string | null) : column.dictionary.text(code))),
  );
}
