import type { Finding, Text } from '#contract/values';
import type { TableBuilder } from '../builder.ts';
import { looksLikeNote, saysByName } from '../notes.ts';
import type { ParsedTable, SetAside } from '../parsed.ts';
import { isProof, isTotalOfNothing, labelledRows, type Proof, Sums, totalLabel } from './totals.ts';

/** A total and what stands below it. */
const MOST_ROWS = 3;
const decoder = new TextDecoder();

export interface TrimmedFooter {
  /** Rows to leave off the end of the table. */
  readonly removed: number;
  readonly footer: ParsedTable['footer'];
  readonly setAside: readonly SetAside[];
  readonly reason: { readonly label: string; readonly sums: readonly { readonly column: number; readonly text: string }[] } | null;
  readonly findings: readonly Finding[];
}

/**
 * Tells totals and footnotes at the end of a file from its rows.
 *
 * A total row is proven where its numbers equal the sums of the rows above. Where they do not, a row that holds nothing but its label and
 * numbers is left out all the same, and who imports it is told; a row that names something else is data.
 *
 * @param names of the columns
 * @param forced the number of footer rows a person chose
 */
export function trimFooter(builder: TableBuilder, setAside: readonly SetAside[], names: readonly string[], file: string, forced?: number): TrimmedFooter {
  const lastRow = builder.count === 0 ? 0 : builder.fileRow(builder.count - 1);
  // Notes after the last row of the table have another number of fields and were set aside: they are the footer.
  const firstNote = setAside.find((aside) => aside.row > lastRow && isNote(aside, builder.width))?.row ?? Number.POSITIVE_INFINITY;
  const notes =
    forced === 0
      ? []
      : setAside.filter((aside) => (aside.row > lastRow && isNote(aside, builder.width)) || (aside.row > firstNote && isSummary(aside, builder.width)) || isGrandTotal(aside, builder.width));
  const findings: Finding[] = [];
  const say = (code: string, severity: Finding['severity'], row: number, message: Text) => findings.push({ code, severity, where: { file, row }, message });
  let removed = 0;
  let lines = notes.length;
  let firstLine = notes[0]?.row ?? 0;
  let reason: TrimmedFooter['reason'] = null;
  // A report of an empty period has totals and no rows.
  const isEmpty = builder.count > 0 && builder.count <= MOST_ROWS && Array.from({ length: builder.count }, (_, row) => builder.cells(row)).every(isTotalOfNothing);
  const most = forced === undefined ? Math.min(MOST_ROWS, builder.count - (isEmpty ? 0 : 1)) : Math.min(forced - notes.length, builder.count);
  while (removed < most) {
    const row = builder.count - 1 - removed;
    const cells = builder.cells(row);
    const label = totalLabel(cells);
    // A label without a number sums nothing.
    const isSigned = isSignature(cells) && !isSignature(row === 0 ? [] : builder.cells(row - 1));
    if (label === null || isLone(cells) || isSigned) {
      if (forced === undefined && label === null && !isSigned && !isFootnote(cells, builder.width)) break;
      lines++;
      firstLine = builder.fileRow(row);
    } else {
      const proof = proofOf(builder, names, row);
      const isProven = isEmpty || isProof(proof);
      if (!isProven && forced === undefined && proof.namesMore) break;
      if (!isProven) say('total-unproven', 'warning', builder.fileRow(row), unproven(label));
      reason ??= { label, sums: isProven ? proof.agreeing.map((column) => ({ column, text: (cells[column] as string).trim() })) : [] };
    }
    removed++;
  }
  if (lines > 0 && forced === undefined)
    say('footnotes', 'info', firstLine, {
      en: `${lines} row${lines === 1 ? ' at the end reads like a note and is' : 's at the end read like notes and are'} left out`,
      zh: `末尾 ${lines} 行看似说明文字，不导入`,
    });
  const fromTable = Array.from({ length: removed }, (_, i) => builder.count - removed + i).map((row) => ({ row: builder.fileRow(row), cells: builder.cells(row) }));
  const fromNotes = notes.map((note) => ({ row: note.row, cells: [decoder.decode(note.bytes)] }));
  return { removed, footer: [...fromTable, ...fromNotes], setAside: notes.length === 0 ? setAside : setAside.filter((aside) => !notes.includes(aside)), reason, findings };
}

const unproven = (label: string): Text => ({
  en: `The last row reads “${label}” and is left out, but its numbers are not the sums of the rows above`,
  zh: `末行标为“${label}”，不导入，但其数值与上方各行之和不符`,
});

/** Whether a lone text at the end is a note ("共 120 条记录") and not a row of which only the first column is known. */
function isFootnote(cells: readonly string[], width: number): boolean {
  return isCountOfOrders(cells) || (width > 2 && (cells[0] ?? '') !== '' && isLone(cells) && looksLikeNote(cells[0] as string));
}

/** `制表人：张三` beside `审核：李四`: who made the table and who has checked it, and nothing of what it is about. */
function isSignature(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 1 && filled.every(saysByName);
}

/** eBay's last line: how many orders the file has. */
const isCountOfOrders = (cells: readonly string[]): boolean =>
  /^\d+$/.test(cells[0] ?? '') && /^record\(s\) downloaded/i.test((cells[1] ?? '').trim()) && cells.slice(2).every((cell) => cell.trim() === '' || /^from$/i.test(cell.trim()));

const isLone = (cells: readonly string[]): boolean => cells.filter((cell) => cell.trim() !== '').length === 1;

function isNote(aside: SetAside, width: number): boolean {
  const text = decoder.decode(aside.bytes).trim();
  if (width < 3 || text === '') return false;
  // eBay's last line: how many orders the file has.
  if (/^"?\d+"?\s*[,;\t]\s*"?record\(s\) downloaded/i.test(text)) return true;
  const cells = text.split(/[,;\t|]/);
  const filled = cells.filter((cell) => cell.trim() !== '');
  return totalLabel(cells) !== null || (filled.length === 1 && cells.length < width && looksLikeNote((filled[0] as string).replace(/^"|"$/g, '')));
}

/** Among notes below the table: `已收入:7笔,621.60元`, as Alipay sums its bills up. */
function isSummary({ bytes }: SetAside, width: number): boolean {
  const cells = decoder
    .decode(bytes)
    .trim()
    .split(/[,;\t|]/);
  return cells.length < width / 2 && /^[^\d:：][^:：]{0,19}[:：]\s*\S/.test(cells[0] ?? '');
}

/** GA4's explorations say so behind the last column of the row below the header: one field more than the table has. */
function isGrandTotal({ bytes }: SetAside, width: number): boolean {
  const cells = decoder
    .decode(bytes)
    .trim()
    .split(/[,;\t|]/);
  return cells.length === width + 1 && (cells[0] ?? '').trim() === '' && /^"?grand total"?$/i.test((cells.at(-1) ?? '').trim());
}

/** What the numbers of a row at the end prove, whatever subtotals stand between the rows above it. */
function proofOf(builder: TableBuilder, names: readonly string[], row: number): Proof {
  const table = builder.build(names, builder.count - 1 - row);
  const columns = table.columns as Parameters<typeof labelledRows>[1];
  const labelled = labelledRows(table, columns);
  const total = labelled.find((other) => other.row === row) ?? { row, column: 0 };
  const sums = new Sums(columns);
  const above = labelled.filter((other) => other.row < row);
  const rowsOf = (rows: readonly { readonly row: number }[]) => new Set(rows.map((other) => other.row));
  // A name of the data may end like a label: with such rows, without those that are called totals, without either. Or a subtotal is last.
  const tries: [number, ReadonlySet<number>][] = [
    [0, rowsOf([])],
    [0, rowsOf(above.filter(({ isGroup }) => !isGroup))],
    [0, rowsOf(above)],
    [(above.at(-1)?.row ?? -1) + 1, rowsOf([])],
  ];
  const proofs = tries.map(([from, skipped]) => sums.prove(total, from, row, skipped));
  return proofs.find(isProof) ?? (proofs[0] as Proof);
}
