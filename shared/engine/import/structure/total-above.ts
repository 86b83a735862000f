import type { Table, TextColumn } from '../../table/table.ts';
import { isBlankWord } from '../../values/numbers.ts';
import { isAll, isProof, type Labelled, type Proof, type Sums } from './totals.ts';

/** Google Ads has one for its campaigns and one for the account. */
const MOST_ROWS = 3;

/** Totals straight below the header, where ad platforms put theirs. */
export interface TotalsAbove {
  readonly rows: readonly number[];
  /** What the first of them is called; empty where it names nothing. */
  readonly label: string;
  /** What the numbers of the first of them say. */
  readonly proof: Proof;
  /** Whether all of them are the sums of the rows below. */
  readonly isProven: boolean;
}

/**
 * Tells totals straight below the header from rows of data; `null` where there are none.
 *
 * A row that is called a total and names nothing else is one whatever its numbers say, as at the end of a table: platforms count people
 * once and leave out what they rounded. One that names nothing at all has to be proven by two sums.
 *
 * @param first the row below the header, or below its units
 */
export function totalsAbove(table: Table, columns: readonly TextColumn[], labelled: readonly Labelled[], sums: Sums, first: number): TotalsAbove | null {
  const named = namedAbove(table, columns, labelled, first);
  const names = new Set(labelled.map(({ row }) => row));
  // Subtotals are of rows that the total counts too.
  const prove = (row: number, column: number, from: number) => sums.prove({ row, column }, from, table.rows, names);
  if (named.length === 0) {
    if (table.rows < first + 3 || columns[0]?.codes[first] !== 0) return null;
    const proof = prove(first, 0, first + 1);
    return isProof(proof) && proof.agreeing.length >= 2 ? { rows: [first], label: '', proof, isProven: true } : null;
  }
  const proofs = named.map(({ row, column }) => prove(row, column, first + named.length));
  const [proof] = proofs as [Proof, ...Proof[]];
  const isProven = proofs.every((one) => isProof(one));
  if (!isProven && proofs.some(({ namesMore }) => namesMore)) return null;
  const [top] = named as [Labelled, ...Labelled[]];
  return { rows: named.map(({ row }) => row), label: textAt(columns[top.column] as TextColumn, first).trim(), proof, isProven };
}

/** The rows below the header that are called totals and leave a row of data below them. */
function namedAbove(table: Table, columns: readonly TextColumn[], labelled: readonly Labelled[], first: number): Labelled[] {
  const found: Labelled[] = [];
  for (const one of labelled) {
    if (one.row !== first + found.length || found.length === MOST_ROWS || !isOfAll(columns, one)) break;
    found.push(one);
  }
  return first + found.length < table.rows ? found : [];
}

/** Whether a label is that of the whole table: one that comes again below is of a group, and 全部 may be a name where it stands alone. */
function isOfAll(columns: readonly TextColumn[], { row, column, isGroup }: Labelled): boolean {
  const { codes } = columns[column] as TextColumn;
  if (codes.includes(codes[row] as number, row + 1)) return false;
  return !isGroup || (isAll(textAt(columns[column] as TextColumn, row)) && columns.some((other, index) => index !== column && isBlankOnlyAt(other, row)));
}

/** Whether a column says nothing in a row and something in all below it. */
function isBlankOnlyAt({ codes, dictionary }: TextColumn, row: number): boolean {
  const blank = Uint8Array.from({ length: dictionary.size }, (_, code) => (code === 0 || isBlankWord(dictionary.text(code) as string) ? 1 : 0));
  if (blank[codes[row] as number] === 0) return false;
  for (let below = row + 1; below < codes.length; below++) if (blank[codes[below] as number] === 1) return false;
  return true;
}

const textAt = ({ codes, dictionary }: TextColumn, row: number): string => dictionary.text(codes[row] as number) ?? '';

/** Whether the first row is nameless as totals of ad platforms are, and larger in its numbers than every row below, which all have names. */
export function isNamelessAbove(table: Table, columns: readonly TextColumn[], sums: Sums): boolean {
  const [first] = columns;
  if (table.rows < 3 || first === undefined || first.codes[0] !== 0 || first.codes.some((code, row) => row > 0 && code === 0)) return false;
  const { larger, others, namesMore } = sums.compareWithBelow(0);
  return !namesMore && larger >= 2 && larger > others;
}
