import type { ImportOptions } from '#contract/documents';
import type { Finding, Text } from '#contract/values';
import { cellAt, gather, type Table, type TextColumn } from '../table/table.ts';
import { decimalToNumber, parseDecimal } from '../values/numbers.ts';
import type { ParsedTable, SetAside } from './parsed.ts';
import { stackedFindings, stackedHeaders } from './stacked.ts';
import { totalLabel } from './structure.ts';

const encoder = new TextEncoder();
/** Labels of totals are short. */
const LONGEST_LABEL = 32;
/** A label stands in one of the first columns. */
const LABEL_COLUMNS = 3;
const MOST_SUBTOTALS = 5000;
const TOLERANCE = 0.005;

export interface Special {
  readonly table: Table;
  readonly footer: ParsedTable['footer'];
  readonly setAside: readonly SetAside[];
  /** Rows of the file that name columns again, otherwise than the header. */
  readonly stacked: readonly number[];
  readonly findings: readonly Finding[];
}

/**
 * Takes rows out of the middle of a table that are no data: the header printed again on every page, and subtotals, these only where
 * their numbers are proven to be the sums of the rows above them.
 *
 * @param options `footerRows: 0` keeps every row
 */
export function liftSpecialRows(table: Table, file: string, options: ImportOptions): Special {
  const columns = table.columns as readonly TextColumn[];
  const fileRow = (row: number) => table.origin.row[row] as number;
  const repeated = repeatedHeaders(table, columns);
  const stacked = stackedHeaders(table, columns, repeated).map(fileRow);
  const findings = stackedFindings(stacked, file);
  // Whoever keeps the footer keeps them all.
  if (options.footerRows === 0) return { table, footer: [], setAside: [], stacked, findings };
  const labelled = labelledRows(table, columns);
  const isTotalAbove = hasTotalAbove(table, columns, labelled);
  const { proven, unproven } = subtotals(columns, isTotalAbove ? labelled.filter((row) => row > 0) : labelled, isTotalAbove ? 1 : 0);
  const say = (code: string, severity: Finding['severity'], row: number, message: Text) => findings.push({ code, severity, where: { file, row }, message });
  if (proven.length > 0)
    say('subtotals', 'info', fileRow(proven[0] as number), {
      en: `${proven.length} subtotal row${proven.length === 1 ? '' : 's'} left out; their numbers are the sums of the rows above them`,
      zh: `${proven.length} 个小计行不导入，其数值与上方明细之和相符`,
    });
  if (unproven.length > 0)
    say('subtotals-unproven', 'warning', fileRow(unproven[0] as number), {
      en: `${unproven.length} row${unproven.length === 1 ? ' reads' : 's read'} like a subtotal, but no number of it is the sum of the rows above: kept`,
      zh: `${unproven.length} 行看似小计，但数值与上方明细之和不符，已保留`,
    });
  if (isTotalAbove) {
    proven.unshift(0);
    say('total-above', 'info', fileRow(0), { en: 'The first row is the total of the rows below it and left out', zh: '首行为下方各行的合计，不导入' });
  }
  if (repeated.length === 0 && proven.length === 0) return { table, footer: [], setAside: [], stacked, findings };
  const out = new Set([...repeated, ...proven]);
  const kept = new Uint32Array(table.rows - out.size);
  let at = 0;
  for (let row = 0; row < table.rows; row++) if (!out.has(row)) kept[at++] = row;
  const cells = (row: number) => columns.map((column) => String(cellAt(column, row) ?? ''));
  return {
    table: gather(table, kept),
    footer: proven.map((row) => ({ row: fileRow(row), cells: cells(row) })),
    setAside: repeated.map((row) => ({ row: fileRow(row), reason: { en: 'the header again', zh: '重复的表头' }, bytes: encoder.encode(cells(row).join(',')) })),
    stacked,
    findings,
  };
}

function repeatedHeaders(table: Table, columns: readonly TextColumn[]): number[] {
  if (columns.length < 2) return [];
  const codes: number[] = [];
  for (const { name, dictionary } of columns) {
    const code = dictionary.find(name);
    if (code === 0) return [];
    codes.push(code);
  }
  const [first, ...others] = columns as [TextColumn, ...TextColumn[]];
  const rows: number[] = [];
  for (let row = 0; row < table.rows; row++) if (first.codes[row] === codes[0] && others.every((column, i) => column.codes[row] === codes[i + 1])) rows.push(row);
  return rows;
}

/** @param first the first row that is summed up */
function subtotals(columns: readonly TextColumn[], rows: readonly number[], first: number): { proven: number[]; unproven: number[] } {
  if (rows.length === 0 || rows.length > MOST_SUBTOTALS) return { proven: [], unproven: [] };
  const sums = columns.map((column) => numbersOf(column));
  const proven: number[] = [];
  const unproven: number[] = [];
  let from = first;
  for (const row of rows) {
    const adds = sums.some(({ values, kind }) => {
      if (kind !== 'numbers') return false;
      let sum = 0;
      for (let r = from; r < row; r++) sum += values[r] as number;
      return row > from && Math.abs(sum) > TOLERANCE && Math.abs(sum - (values[row] as number)) < TOLERANCE;
    });
    (adds ? proven : unproven).push(row);
    if (adds) from = row + 1;
  }
  return { proven, unproven };
}

/**
 * Whether the first row is the total of all rows below: ad platforms put theirs there. A row that is called so is proven by one of its
 * sums, one that names nothing by two.
 */
function hasTotalAbove(table: Table, columns: readonly TextColumn[], labelled: readonly number[]): boolean {
  const isNamed = labelled[0] === 0;
  if (table.rows < 3 || !(isNamed || columns[0]?.codes[0] === 0)) return false;
  // Subtotals are of rows that the total counts too.
  const skipped = new Set(labelled);
  let sums = 0;
  for (const column of columns) {
    if (column.codes[0] === 0) continue;
    const { values, kind } = numbersOf(column);
    if (kind !== 'numbers') continue;
    const total = values[0] as number;
    let sum = 0;
    for (let row = 1; row < table.rows; row++) if (!skipped.has(row)) sum += values[row] as number;
    if (total !== 0 && Math.abs(sum - total) < TOLERANCE) sums++;
  }
  return sums >= (isNamed ? 1 : 2);
}

/** Rows whose first filled cell is the label of a total. */
function labelledRows(table: Table, columns: readonly TextColumn[]): number[] {
  const found = new Set<number>();
  for (let index = 0; index < Math.min(LABEL_COLUMNS, columns.length); index++) {
    const { dictionary, codes } = columns[index] as TextColumn;
    const labels = new Set<number>();
    const { arena, ends, size } = dictionary;
    for (let code = 1; code < size; code++) {
      const start = ends[code - 1] as number;
      if (mayBeLabel(arena, start) && (ends[code] as number) - start <= LONGEST_LABEL && totalLabel([dictionary.text(code) as string]) !== null) labels.add(code);
    }
    if (labels.size === 0) continue;
    for (let row = 0; row < table.rows; row++) {
      if (labels.has(codes[row] as number) && columns.slice(0, index).every((before) => before.codes[row] === 0)) found.add(row);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** A blank, the first two letters of Total, Sum or Subtotal, Grand total, or anything beyond ASCII. */
function mayBeLabel(bytes: Uint8Array, start: number): boolean {
  const first = bytes[start] as number;
  const letter = first | 32;
  const second = (bytes[start + 1] as number) | 32;
  return first > 127 || first === 32 || (letter === 116 && second === 111) || (letter === 115 && second === 117) || (letter === 103 && second === 114);
}

/** The numbers of a column, 0 where a cell is none; a column of other things is none. */
function numbersOf({ dictionary, codes }: TextColumn): { kind: 'numbers' | 'other'; values: Float64Array } {
  const map = new Float64Array(dictionary.size);
  let numbers = 0;
  for (let code = 1; code < dictionary.size; code++) {
    const decimal = dictionary.end(code) - dictionary.start(code) > LONGEST_LABEL ? null : parseDecimal(dictionary.text(code) as string);
    if (decimal === null) continue;
    map[code] = decimalToNumber(decimal);
    numbers++;
  }
  if (numbers === 0) return { kind: 'other', values: new Float64Array(0) };
  return { kind: 'numbers', values: Float64Array.from(codes, (code) => map[code] as number) };
}
