import { isFilled } from '../structure/headers.ts';
import { type RecordView, Tokenizer, type TokenizerOptions } from './tokenizer.ts';

/** Files put behind each other keep the mark that each began with. */
const MARK = [0xef, 0xbb, 0xbf];
/** One name alone may be a value. */
const FEWEST_NAMES = 2;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * Parts a record that is a row and the header again: a file without a line end after its last row, and another one behind it. Only where
 * what stands behind the row is the whole header; else `null`.
 *
 * @param header its cells as they stand in the file
 */
export function partedAtHeader({ source, start, end, count }: RecordView, options: TokenizerOptions, width: number, header: readonly string[]): readonly [row: Uint8Array, header: Uint8Array] | null {
  // The last cell of the row and the first name make one field, more where it was quoted and holds separators.
  if (width < 2 || count < width + header.length - 1) return null;
  const names = header.map(unmarked);
  if (new Set(names.filter(isFilled)).size < FEWEST_NAMES || !isFilled(names[0] as string)) return null;
  // What becomes of the parts may move the memory that the record lies in.
  const bytes = source.slice(start, end);
  const first = encoder.encode((names[0] as string).trimEnd());
  // From the end: the last cell may be called like the first column.
  for (let at = placeBefore(bytes, first, bytes.length); at >= 0; at = placeBefore(bytes, first, at - 1)) {
    // A quote before it opens the name or closes the last cell.
    for (const begins of bytes[at - 1] === options.quote ? [at - 1, at] : [at]) {
      const again = bytes.subarray(begins);
      const row = bytes.subarray(0, isMark(bytes, begins - MARK.length) ? begins - MARK.length : begins);
      const cells = cellsOf(again, options);
      if (cells?.length === names.length && cells.every((cell, i) => isName(unmarked(cell), names[i] as string)) && cellsOf(row, options)?.length === width) return [row, again];
    }
  }
  return null;
}

const unmarked = (cell: string): string => cell.replace('\uFEFF', '');

/** As they stand, or without the blanks around them: so repeated headers are known. */
const isName = (cell: string, name: string): boolean => cell === name || cell === name.trim();

const isMark = (bytes: Uint8Array, at: number): boolean => at >= 0 && MARK.every((byte, i) => bytes[at + i] === byte);

/** The last place at or before `from` where a text stands. */
function placeBefore(bytes: Uint8Array, text: Uint8Array, from: number): number {
  for (let at = Math.min(from, bytes.length - text.length); at >= 0; at--) if (text.every((byte, i) => bytes[at + i] === byte)) return at;
  return -1;
}

/** The cells of a text that is one record; else `null`. */
function cellsOf(bytes: Uint8Array, options: TokenizerOptions): readonly string[] | null {
  let cells: readonly string[] | null = null;
  const tokenizer = new Tokenizer(options, ({ count, buffers, starts, ends, quoteNeverClosed }) => {
    cells = quoteNeverClosed ? null : Array.from({ length: count }, (_, i) => decoder.decode((buffers[i] as Uint8Array).subarray(starts[i], ends[i])));
    return 'next';
  });
  return tokenizer.takeRecord(bytes, 0, true) === bytes.length ? cells : null;
}
