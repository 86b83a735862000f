import { foldForFind } from '#contract/find';
import type { FindReply } from '#contract/views';
import type { Work } from '../ports.ts';
import { codesContaining } from '../table/containing.ts';
import type { Column, NumberColumn, Table, TextColumn } from '../table/table.ts';
import { groupedNumber, shownNumber } from '../values/shown.ts';
import { type People, shownText } from './page.ts';
import { maskedCell } from './personal-columns.ts';

/** Every cell of a view that shows a text, without a list of them: a column of a million equal cells costs a bit a row. */
export interface Found {
  readonly total: number;
  /** Found cells up to each row of the view, that row included. */
  readonly upTo: Uint32Array;
  /** Row of the view → row of the table. */
  readonly order: Uint32Array | null;
  /** In the order they are shown. */
  readonly columns: readonly { readonly name: string; has(row: number): boolean }[];
}

/**
 * Searches a view for a text as it is shown: letter case is ignored, hidden letters of people are not there.
 *
 * @param names the columns that are shown, in their order
 * @param order the rows in the order they are shown; `null` as they stand
 */
export async function findCells(table: Table, names: readonly string[] | undefined, order: Uint32Array | null, text: string, people: People, work: Work): Promise<Found> {
  const folded = foldForFind(text);
  const counts = new Uint16Array(table.rows);
  const columns: { name: string; has(row: number): boolean }[] = [];
  const shown = names === undefined ? table.columns : names.flatMap((name) => table.columns.find((column) => column.name === name) ?? []);
  for (const column of shown) {
    await work.breathe();
    work.signal.throwIfAborted();
    const has = folded === '' ? null : finderOf(column, folded, people);
    if (has === null) continue;
    for (let row = 0; row < table.rows; row++) if (has(row)) counts[row] = (counts[row] as number) + 1;
    columns.push({ name: column.name, has });
  }
  const upTo = new Uint32Array(table.rows);
  let total = 0;
  for (let row = 0; row < table.rows; row++) {
    total += counts[order === null ? row : (order[row] as number)] as number;
    upTo[row] = total;
  }
  return { total, upTo, order, columns };
}

/** The n-th found cell, round and round. */
export function matchAt({ total, upTo, order, columns }: Found, n: number): FindReply {
  if (total === 0) return { total, match: null };
  const wanted = ((n % total) + total) % total;
  let low = 0;
  let high = upTo.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upTo[middle] as number) > wanted) high = middle;
    else low = middle + 1;
  }
  let left = wanted - (low === 0 ? 0 : (upTo[low - 1] as number));
  const row = order === null ? low : (order[low] as number);
  for (const { name, has } of columns) if (has(row) && left-- === 0) return { total, match: { n: wanted, row: low, column: name } };
  return { total, match: null };
}

/** How many found cells stand before a cell: the number of the first one from there on. */
export function matchesBefore({ upTo, order, columns }: Found, row: number, column: string, names: readonly string[]): number {
  if (row >= upTo.length) return 0;
  let before = row === 0 ? 0 : (upTo[row - 1] as number);
  const place = names.indexOf(column);
  const at = order === null ? row : (order[row] as number);
  for (const { name, has } of columns) if (names.indexOf(name) < place && has(at)) before++;
  return before;
}

/** Tells of a row whether the column shows the text there; `null` when it does nowhere. */
function finderOf(column: Column, folded: string, people: People): ((row: number) => boolean) | null {
  if (column.kind === 'number') return numberFinder(column, folded, people);
  const found = textsShowing(column, folded, people);
  if (!found.includes(1)) return null;
  const { codes } = column;
  return (row) => found[codes[row] as number] === 1;
}

/** Each different text is looked at once. */
function textsShowing(column: TextColumn, folded: string, people: People): Uint8Array {
  const { dictionary, type } = column;
  const shows = (code: number) => foldForFind(shownText(dictionary.text(code), column, people) ?? '').includes(folded);
  // A mask puts stars where letters were, and times move with the zone: there what is stored is not what is shown.
  if (folded.includes('*') || folded.includes('-') || (type === 'instant' && people.offsetOf !== undefined)) {
    const found = new Uint8Array(dictionary.size);
    if (type === 'instant' && !/^[\d :-]*$/.test(folded)) return found;
    for (let code = 1; code < dictionary.size; code++) if (shows(code)) found[code] = 1;
    return found;
  }
  const found = codesContaining(dictionary, folded);
  if (people.reveal) return found;
  // A mask only takes away: what the text does not hold it cannot show.
  for (let code = 1; code < found.length; code++) if (found[code] === 1 && !shows(code)) found[code] = 0;
  return found;
}

const MEMO = 8192;

function numberFinder({ name, values, type }: NumberColumn, folded: string, { personal, reveal }: People): ((row: number) => boolean) | null {
  const isMasked = !reveal && personal.get(name) === 'masked';
  if (!(isMasked ? /^[\d.*e+-]+$/ : /^[\d.,%-]+$/).test(folded)) return null;
  const grouped = folded.includes(',');
  const shows = (value: number) => {
    if (isMasked) return String(maskedCell(value, type, 'masked')).includes(folded);
    const plain = shownNumber(value, type);
    return (grouped ? groupedNumber(plain) : plain).includes(folded);
  };
  // Most columns of numbers hold few different ones.
  const known = new Map<number, boolean>();
  const bits = new Uint8Array((values.length >> 3) + 1);
  let any = false;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (Number.isNaN(value)) continue;
    let hit = known.get(value);
    if (hit === undefined) {
      hit = shows(value);
      if (known.size < MEMO) known.set(value, hit);
    }
    if (!hit) continue;
    any = true;
    bits[row >> 3] = (bits[row >> 3] as number) | (1 << (row & 7));
  }
  return any ? (row) => ((bits[row >> 3] as number) & (1 << (row & 7))) !== 0 : null;
}
