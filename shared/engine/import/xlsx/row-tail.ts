import { ascii, startsWith } from './cell-bytes.ts';
import type { XmlScanner } from './xml.ts';

const NEXT_ROW = ascii('</row><row r="');
const QUOTE = 34;
const LONGEST = 256;
const NOTHING = { row: -1, behind: -1 };

/**
 * How the row at hand was begun behind its number: ` spans="1:12" x14ac:dyDescent="0.25">`. Where the next begins in the same way,
 * nothing in it has to be looked at but its number.
 */
export class RowTail {
  #tail: number[] = [];
  readonly #next = { row: -1, behind: -1 };

  /** Takes note of the tag that was just read; a tag that says anything of its own row, or none of its number, stands for no other. */
  learn(scanner: XmlScanner): void {
    const { bytes, at } = scanner;
    const isUsual = !scanner.isSelfClosing && !scanner.attribute('hidden') && scanner.attribute('r') && bytes[scanner.valueStop] === QUOTE && at - scanner.valueStop < LONGEST;
    this.#tail = isUsual ? Array.from(bytes.subarray(scanner.valueStop, at)) : [];
  }

  /** The number of the row that begins here, behind the end of one, and where its tag ends; both -1 when it begins otherwise. */
  next(bytes: Uint8Array, from: number, end: number): { readonly row: number; readonly behind: number } {
    const tail = this.#tail;
    if (tail.length === 0 || !startsWith(bytes, from, NEXT_ROW)) return NOTHING;
    let at = from + NEXT_ROW.length;
    const first = at;
    let row = 0;
    for (let byte = bytes[at] as number; byte >= 48 && byte <= 57; byte = bytes[++at] as number) row = row * 10 + byte - 48;
    const behind = at + tail.length;
    if (at === first || behind > end || !startsWith(bytes, at, tail)) return NOTHING;
    this.#next.row = row;
    this.#next.behind = behind;
    return this.#next;
  }
}
