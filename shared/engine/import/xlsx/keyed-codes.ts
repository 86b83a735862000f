import type { Dictionary } from '../../table/dictionary.ts';

/** The key of what has none. */
export const NO_KEY = -1;

/** The key of the text at `bytes[start, end)`, a whole number from 0 on below 2^31; {@link NO_KEY} for texts of another form. */
export type KeyOf = (bytes: Uint8Array, start: number, end: number) => number;

const FIRST_PLACES = 16;

/**
 * The texts of a column that small numbers stand for, one each: amounts, counts, times. They are found by that number, so that nobody
 * has to write a text, hash it and compare it to learn that it is there already.
 *
 * As long as keys rise there is no table: each is the last one or a new one.
 */
export class KeyedCodes {
  readonly #dictionary: Dictionary;
  readonly #keyOf: KeyOf;
  /** Key and code by the hash of the key; code 0 is a free place. */
  #table = new Int32Array(2 * FIRST_PLACES);
  #filled = 0;
  /** The codes from 1 below this one are known here, and those below `#kept` are in the table. */
  #known = 1;
  #kept = 1;
  #highest = NO_KEY;
  #highestCode = 0;
  /** Whether nobody else adds to the column by now: it needs no index then. */
  #alone = true;

  constructor(dictionary: Dictionary, keyOf: KeyOf) {
    this.#dictionary = dictionary;
    this.#keyOf = keyOf;
    this.#look();
  }

  /** The code of the text with this key, 0 when the column does not hold it yet. */
  find(key: number): number {
    if (this.#known !== this.#dictionary.size) {
      this.#alone = false;
      this.#look();
    }
    if (key >= this.#highest) return key === this.#highest ? this.#highestCode : 0;
    if (this.#kept !== this.#known) this.#keep();
    const table = this.#table;
    const mask = table.length - 2;
    for (let at = placeOf(key) & mask; ; at = (at + 2) & mask) {
      const code = table[at + 1] as number;
      if (code === 0 || table[at] === key) return code;
    }
  }

  /** Adds a text to the dictionary whose key {@link find} has just not found. */
  add(key: number, bytes: Uint8Array, start: number, end: number): number {
    const dictionary = this.#dictionary;
    const code = this.#alone ? dictionary.appendBytes(bytes, start, end) : dictionary.addBytes(bytes, start, end);
    this.#known = dictionary.size;
    if (key > this.#highest) {
      this.#highest = key;
      this.#highestCode = code;
    } else {
      this.#put(key, code);
      this.#kept = this.#known;
    }
    return code;
  }

  /** Learns the highest key among texts that were added elsewhere. */
  #look(): void {
    const { size } = this.#dictionary;
    for (let code = this.#known; code < size; code++) {
      const key = this.#keyAt(code);
      if (key <= this.#highest) continue;
      this.#highest = key;
      this.#highestCode = code;
    }
    this.#known = size;
  }

  #keep(): void {
    for (let code = this.#kept; code < this.#known; code++) {
      const key = this.#keyAt(code);
      if (key !== NO_KEY) this.#put(key, code);
    }
    this.#kept = this.#known;
  }

  #keyAt(code: number): number {
    const dictionary = this.#dictionary;
    return this.#keyOf(dictionary.arena, dictionary.start(code), dictionary.end(code));
  }

  #put(key: number, code: number): void {
    // Two of three places are taken at most: a table that stays near is worth more than one where everything is at its place.
    if (3 * ++this.#filled > this.#table.length) this.#grow();
    place(this.#table, key, code);
  }

  #grow(): void {
    const table = this.#table;
    const larger = new Int32Array(2 * table.length);
    for (let at = 0; at < table.length; at += 2) if (table[at + 1] !== 0) place(larger, table[at] as number, table[at + 1] as number);
    this.#table = larger;
  }
}

const placeOf = (key: number): number => {
  const hash = Math.imul(key, 0x9e3779b1);
  return (hash ^ (hash >>> 15)) << 1;
};

function place(table: Int32Array, key: number, code: number): void {
  const mask = table.length - 2;
  let at = placeOf(key) & mask;
  while (table[at + 1] !== 0) at = (at + 2) & mask;
  table[at] = key;
  table[at + 1] = code;
}
