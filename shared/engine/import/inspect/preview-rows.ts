import type { PreviewRow } from '#contract/import';
import { cellAt, type Table } from '../../table/table.ts';
import type { ParsedTable, SetAside } from '../parsed.ts';

const decoder = new TextDecoder();
/** Rows from the top: where others need a look, these come soon. */
const HEAD_ROWS = 60;
const HEAD_BEFORE_PROBLEMS = 6;
const TAIL_ROWS = 3;
/** Problem rows that stand in their place; those after them are counted. */
const PROBLEM_ROWS = 40;
/** Rows in which a text was read as empty, so that one sees what that does. */
const EMPTIED_ROWS = 10;
const ASIDE_BYTES = 400;

/** Rows of a table by column, in their order. */
type RowsOfColumns = readonly Uint32Array[];

/** How many rows of the file stand above the first of a table: those of the tables above it. */
export const rowsAbove = ({ part, preamble }: Pick<ParsedTable, 'part' | 'preamble'>): number => Math.max(0, (part?.header ?? 0) - preamble.length - 1);

/**
 * Real rows: the top of the file, its problem rows where they stand, the end. What lies between is folded, with the number of problem
 * rows in it.
 *
 * @param refused of each column the rows whose cell its type refuses
 * @param emptied of each column the rows whose text was read as empty; may be none at all
 */
export function previewRows(parsed: ParsedTable, refused: RowsOfColumns, emptied: RowsOfColumns): PreviewRow[] {
  const { table } = parsed;
  // The days that the file tells of stand in none of its rows.
  const header = table.columns.map(({ name }) => (parsed.toldDays?.includes(name) ? '' : name));
  const above = rowsAbove(parsed);
  const rows: PreviewRow[] = parsed.preamble.map((cells, i) => ({ row: above + i + 1, kind: 'preamble', cells, refused: [] }));
  const top = above + parsed.preamble.length;
  if (parsed.headerRows > 0) rows.push({ row: top + 1, kind: 'header', cells: header, refused: [], ...(parsed.headerRows > 1 && { until: top + parsed.headerRows }) });
  const leftOut = parsed.footer.map((footer): PreviewRow => ({ row: footer.row, kind: 'footer', cells: footer.cells, refused: [] }));
  // Totals may stand above the rows as well.
  const isAbove = ({ row }: PreviewRow) => table.rows > 0 && row < (table.origin.row[0] as number);
  return [...rows, ...leftOut.filter(isAbove), ...bodyRows(parsed, refused, emptied), ...leftOut.filter((row) => !isAbove(row))];
}

/** Rows and set-aside rows in the order of the file, of which some are shown. */
function bodyRows({ table, setAside }: ParsedTable, refused: RowsOfColumns, emptied: RowsOfColumns): PreviewRow[] {
  const problems = marked(table.rows, refused);
  const aside = [...setAside].sort((a, b) => a.row - b.row);
  const shown = chosen(table, problems, aside, marked(table.rows, emptied));
  const result: PreviewRow[] = [];
  const hidden = new Hidden();
  const close = () => {
    const gap = hidden.take();
    if (gap !== null) result.push(gap);
  };
  let next = 0;
  const passAside = (before: number) => {
    for (let one = aside[next]; one !== undefined && one.row < before; one = aside[++next]) {
      if (next >= shown.aside) hidden.add(one.row, true);
      else {
        close();
        result.push({ row: one.row, kind: 'set-aside', cells: [decoder.decode(one.bytes.subarray(0, ASIDE_BYTES))], refused: [] });
      }
    }
  };
  for (let row = 0; row < table.rows; row++) {
    const inFile = table.origin.row[row] as number;
    passAside(inFile);
    if (shown.data[row] !== 1) hidden.add(inFile, problems[row] === 1);
    else {
      close();
      const empty = emptied.length === 0 ? [] : columnsAt(emptied, row);
      result.push({
        row: inFile,
        kind: 'data',
        cells: table.columns.map((column) => String(cellAt(column, row) ?? '')),
        refused: problems[row] === 1 ? columnsAt(refused, row) : [],
        ...(empty.length > 0 && { emptied: empty }),
      });
    }
  }
  passAside(Number.POSITIVE_INFINITY);
  close();
  return result;
}

/** A stretch of rows that are not shown. */
class Hidden {
  #from = 0;
  #until = 0;
  #problems = 0;

  add(row: number, isProblem: boolean): void {
    if (this.#from === 0) this.#from = row;
    this.#until = row;
    if (isProblem) this.#problems++;
  }

  /** The stretch as a row of the preview, after which a new one begins; `null` where nothing was hidden. */
  take(): PreviewRow | null {
    if (this.#from === 0) return null;
    const row: PreviewRow = { row: this.#from, kind: 'folded', cells: [], refused: [], until: this.#until, problems: this.#problems };
    this.#from = 0;
    this.#problems = 0;
    return row;
  }
}

/** Which rows are shown, 1 for each, and how many of the set-aside rows: the first problems of the file, whichever kind they are of. */
function chosen({ rows, origin }: Table, problems: Uint8Array, aside: readonly SetAside[], emptied: Uint8Array): { readonly data: Uint8Array; readonly aside: number } {
  const data = new Uint8Array(rows);
  let [cells, lines] = [0, 0];
  for (let row = 0; row < rows && cells + lines < PROBLEM_ROWS; row++) {
    while (cells + lines < PROBLEM_ROWS && lines < aside.length && (aside[lines] as SetAside).row < (origin.row[row] as number)) lines++;
    if (problems[row] !== 1 || cells + lines >= PROBLEM_ROWS) continue;
    data[row] = 1;
    cells++;
  }
  lines = Math.min(aside.length, Math.max(lines, PROBLEM_ROWS - cells));
  data.fill(1, 0, cells + lines === 0 ? HEAD_ROWS : HEAD_BEFORE_PROBLEMS);
  data.fill(1, Math.max(0, rows - TAIL_ROWS));
  for (let row = 0, found = 0; row < rows && found < EMPTIED_ROWS; row++) {
    if (emptied[row] !== 1) continue;
    data[row] = 1;
    found++;
  }
  return { data, aside: lines };
}

/** 1 for each row that is among those of any column. */
function marked(rows: number, columns: RowsOfColumns): Uint8Array {
  const marks = new Uint8Array(rows);
  for (const own of columns) for (const row of own) marks[row] = 1;
  return marks;
}

const columnsAt = (columns: RowsOfColumns, row: number): number[] => columns.flatMap((rows, column) => (rows.includes(row) ? [column] : []));
