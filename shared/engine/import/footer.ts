import { parseDecimal, decimalToNumber } from '../values/numbers.ts';
import type { TableBuilder } from './builder.ts';
import type { ParsedTable, SetAside } from './parsed.ts';
import { isFootnote, totalLabel } from './structure.ts';

const decoder = new TextDecoder();

export interface TrimmedFooter {
  /** Rows to leave off the end of the table. */
  readonly removed: number;
  readonly footer: ParsedTable['footer'];
  readonly setAside: readonly SetAside[];
  readonly reason: { readonly label: string; readonly sums: readonly { readonly column: number; readonly text: string }[] } | null;
}

/**
 * Tells totals and footnotes at the end of a file from its rows.
 *
 * A total row is proven where its numbers equal the sums of the rows above; where none does, the label alone still decides, and the
 * screen says so.
 *
 * @param forced the number of footer rows a person chose
 */
export function trimFooter(builder: TableBuilder, setAside: readonly SetAside[], forced?: number): TrimmedFooter {
  const lastRow = builder.count === 0 ? 0 : builder.fileRow(builder.count - 1);
  // Notes after the last row of the table have another number of fields and were set aside: they are the footer.
  const notes = forced === 0 ? [] : setAside.filter((aside) => (aside.row > lastRow && isNote(aside, builder.width)) || isGrandTotal(aside, builder.width));
  let removed = 0;
  let reason: TrimmedFooter['reason'] = null;
  const most = forced === undefined ? Math.min(3, builder.count - 1) : Math.min(forced - notes.length, builder.count);
  while (removed < most) {
    const cells = builder.cells(builder.count - 1 - removed);
    const label = totalLabel(cells);
    if (forced === undefined && label === null && !isFootnote(cells, builder.width)) break;
    if (label !== null && reason === null) reason = { label, sums: provenSums(builder, builder.count - 1 - removed, cells) };
    removed++;
  }
  const fromTable = Array.from({ length: removed }, (_, i) => builder.count - removed + i).map((row) => ({ row: builder.fileRow(row), cells: builder.cells(row) }));
  const fromNotes = notes.map((note) => ({ row: note.row, cells: [decoder.decode(note.bytes)] }));
  return { removed, footer: [...fromTable, ...fromNotes], setAside: notes.length === 0 ? setAside : setAside.filter((aside) => !notes.includes(aside)), reason };
}

function isNote(aside: SetAside, width: number): boolean {
  const text = decoder.decode(aside.bytes).trim();
  if (width < 3 || text === '') return false;
  // eBay's last line: how many orders the file has.
  if (/^"?\d+"?\s*[,;\t]\s*"?record\(s\) downloaded/i.test(text)) return true;
  const cells = text.split(/[,;\t|]/);
  return totalLabel(cells) !== null || (cells.filter((cell) => cell.trim() !== '').length === 1 && cells.length < width) || /^[-=_*#\s]+$/.test(text);
}

/** GA4's explorations say so behind the last column of the row below the header: one field more than the table has. */
function isGrandTotal({ bytes }: SetAside, width: number): boolean {
  const cells = decoder
    .decode(bytes)
    .trim()
    .split(/[,;\t|]/);
  return cells.length === width + 1 && (cells[0] ?? '').trim() === '' && /^"?grand total"?$/i.test((cells.at(-1) ?? '').trim());
}

function provenSums(builder: TableBuilder, totalRow: number, cells: readonly string[]): { column: number; text: string }[] {
  const proven: { column: number; text: string }[] = [];
  // Proving costs a pass over the table: enough for a card, not worth it on millions of rows.
  if (totalRow > 200_000) return proven;
  for (const [column, cell] of cells.entries()) {
    const total = parseDecimal(cell);
    if (total === null || column === 0) continue;
    let sum = 0;
    let numbers = 0;
    for (let row = 0; row < totalRow; row++) {
      const above = builder.cells(row);
      const value = parseDecimal(above[column] ?? '');
      // A subtotal is of rows that the total counts too.
      if (value === null || totalLabel(above) !== null) continue;
      sum += decimalToNumber(value);
      numbers++;
    }
    if (numbers > 0 && Math.abs(sum - decimalToNumber(total)) < 0.005) proven.push({ column, text: cell.trim() });
  }
  return proven;
}
