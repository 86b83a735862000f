import { countingUp } from '../table/counting.ts';
import { Dictionary } from '../table/dictionary.ts';
import { sameBytes } from '../table/dictionary-bytes.ts';
import type { Calls } from './module.ts';

/** Columns as a bulk reader leaves them. */
export interface FilledColumns {
  readonly rows: number;
  /** Where each row is the next one, only the first. */
  readonly fileRows: Uint32Array | number;
  readonly columns: readonly { readonly codes: Uint32Array; readonly dictionary: Dictionary }[];
}

/** How many different bytes there are. */
const BYTES = 256;
/** Room beyond what is expected by what came so far. */
const SPARE = 1.1;

/** What came out of the module so far: the codes of all columns, and the texts of those that are handed over as they come. */
export class GatheredColumns {
  #rows = 0;
  readonly #expected: number;
  readonly #numbers = new RowNumbers();
  readonly #codes: Uint32Array[];
  readonly #texts: HandedTexts[];

  /** @param expected about how many rows there will be; room that is never written to costs no memory */
  constructor(width: number, expected: number) {
    this.#expected = Math.max(1024, expected);
    this.#codes = Array.from({ length: width }, () => new Uint32Array(this.#expected));
    this.#texts = Array.from({ length: width }, () => new HandedTexts());
  }

  /** Takes note of the numbers of rows in the file: of the first, and of how many each with the next one. */
  number(fileRow: number, rows: number): void {
    if (rows > 0) this.#numbers.add(fileRow, rows);
  }

  /** Fetches the rows that wait. */
  fetch(calls: Calls): void {
    const waiting = calls.waitingRows();
    const rows = this.#rows;
    this.#rows += waiting;
    for (const [column, codes] of this.#codes.entries()) {
      const target = this.#rows > codes.length ? longer(codes, Math.max(this.#rows, codes.length * 2)) : codes;
      this.#codes[column] = target;
      // To hand texts over may have taken room, which moves the memory.
      target.set(new Uint32Array(calls.memory.buffer, calls.codesAt(column), waiting), rows);
      if (calls.handsOver(column) !== 0) this.#handOver(calls, column);
    }
    calls.fetchedRows();
  }

  #handOver(calls: Calls, column: number): void {
    if (calls.newTexts(column) === 0) return;
    this.#take(calls, column, this.#expected / this.#rows);
    calls.handedOver(column);
  }

  #take(calls: Calls, column: number, outlook: number): void {
    const { buffer } = calls.memory;
    const [from, to] = [calls.newTextsAt(column), calls.newTextsEnd(column)];
    const ends = new Uint32Array(buffer, calls.newEndsAt(column), calls.newTexts(column));
    this.#texts[column]?.add(new Uint8Array(buffer, from, to - from), ends, from - calls.arenaAt(column), outlook);
    calls.noteBytes(column);
  }

  /** Whether the text of a code that was handed over stands in `bytes` at that place. */
  isText(column: number, code: number, bytes: Uint8Array, at: number, length: number): boolean {
    return (this.#texts[column] as HandedTexts).is(code, bytes, at, length);
  }

  /** Gives the texts of a column back to the module, where it is no longer sorted. */
  giveBack(calls: Calls, column: number): void {
    const { bytes, ends } = (this.#texts[column] as HandedTexts).pack();
    const at = calls.roomBack(column, bytes.length);
    new Uint8Array(calls.memory.buffer).set(bytes, at);
    new Uint32Array(calls.memory.buffer, calls.endsBack(column), ends.length).set(ends);
    this.#texts[column] = new HandedTexts();
  }

  /** All of it, as columns. */
  finish(calls: Calls): FilledColumns {
    this.fetch(calls);
    const rows = this.#rows;
    const columns = this.#codes.map((codes, column) => {
      this.#take(calls, column, 1);
      const { bytes, ends } = (this.#texts[column] as HandedTexts).pack();
      const known = { way: calls.wayOf(column), occurring: new Uint8Array(calls.memory.buffer, calls.notedAt(column), BYTES).slice() };
      return { codes: codes.subarray(0, rows), dictionary: Dictionary.standingOn(bytes, ends, known) };
    });
    return { rows, fileRows: this.#numbers.all, columns };
  }
}

/** The texts of a column, code by code from 1 on. */
class HandedTexts {
  #bytes = new Uint8Array(0);
  #used = 0;
  #ends = new Uint32Array(1);
  #size = 1;

  /**
   * @param ends where each text ends, counted so that the first begins at `start`
   * @param outlook how many times as much there will probably be as there was so far
   */
  add(bytes: Uint8Array, ends: Uint32Array, start: number, outlook: number): void {
    const used = this.#used + bytes.length;
    const size = this.#size + ends.length;
    const room = (needed: number, before: number) => Math.ceil(Math.max(needed, Math.min(needed * outlook * SPARE, MOST_ROOM), before === 0 ? 0 : before * 1.5));
    if (used > this.#bytes.length) this.#bytes = longer(this.#bytes, room(used, this.#used));
    if (size > this.#ends.length) this.#ends = longer(this.#ends, room(size, this.#size - 1));
    this.#bytes.set(bytes, this.#used);
    const shift = this.#used - start;
    for (let i = 0, at = this.#size; i < ends.length; i++, at++) this.#ends[at] = (ends[i] as number) + shift;
    this.#used = used;
    this.#size = size;
  }

  /** Whether the text of a code is that of so many bytes at that place. */
  is(code: number, bytes: Uint8Array, at: number, length: number): boolean {
    const from = this.#ends[code - 1] as number;
    return (this.#ends[code] as number) - from === length && sameBytes(this.#bytes, from, bytes, at, at + length);
  }

  /** Their bytes, and where each ends, code 0 included. */
  pack(): { readonly bytes: Uint8Array; readonly ends: Uint32Array } {
    return { bytes: this.#bytes.subarray(0, this.#used), ends: this.#ends.subarray(0, this.#size) };
  }
}

/** Nothing gets more room than this for what is only expected. */
const MOST_ROOM = 256 << 20;

/** The numbers of rows in their file, which mostly count up. */
class RowNumbers {
  #first = 1;
  #count = 0;
  #rows: Uint32Array | null = null;

  add(first: number, count: number): void {
    if (this.#count === 0) this.#first = first;
    if (this.#rows === null && first !== this.#first + this.#count) this.#rows = countingUp(this.#count, this.#first);
    if (this.#rows !== null) {
      if (this.#count + count > this.#rows.length) this.#rows = longer(this.#rows, Math.max(this.#count + count, this.#rows.length * 2));
      for (let i = 0; i < count; i++) this.#rows[this.#count + i] = first + i;
    }
    this.#count += count;
  }

  /** All of them; only the first where each row is the next one. */
  get all(): Uint32Array | number {
    return this.#rows === null ? this.#first : this.#rows.subarray(0, this.#count);
  }
}

function longer<A extends Uint8Array | Uint32Array>(array: A, length: number): A {
  const next = new (array.constructor as new (length: number) => A)(length);
  next.set(array);
  return next;
}
