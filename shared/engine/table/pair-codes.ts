/** Pairs up to this many are looked up in a plain array. */
const MOST_DENSE = 1 << 22;
const GOLDEN = 0x9e3779b1;

/**
 * Numbers pairs of codes from 1 in order of first appearance. Pairs that are possible in small number lie in a plain array, others
 * in a hash table; both are exact.
 */
export class PairCodes {
  readonly #wide: number;
  readonly #dense: Uint32Array | null;
  #slots = new Uint32Array(0);
  #first = new Uint32Array(0);
  #second = new Uint32Array(0);
  #size = 0;

  /** @param firsts one more than the largest first code; `seconds` likewise */
  constructor(firsts: number, seconds: number) {
    this.#wide = seconds;
    this.#dense = firsts * seconds <= MOST_DENSE ? new Uint32Array(firsts * seconds) : null;
    if (this.#dense !== null) return;
    this.#slots = new Uint32Array(1 << 12);
    this.#first = new Uint32Array(1 << 11);
    this.#second = new Uint32Array(1 << 11);
  }

  /** How many different pairs there are. */
  get size(): number {
    return this.#size;
  }

  /** The number of a pair, given one when it is new. */
  add(first: number, second: number): number {
    const dense = this.#dense;
    if (dense !== null) {
      const at = first * this.#wide + second;
      const known = dense[at] as number;
      if (known !== 0) return known;
      this.#size++;
      dense[at] = this.#size;
      return this.#size;
    }
    const slot = this.#slot(first, second);
    const known = this.#slots[slot] as number;
    return known !== 0 ? known : this.#insert(first, second, slot);
  }

  /** The number of a pair, 0 when it was never added. */
  find(first: number, second: number): number {
    return this.#dense !== null ? (this.#dense[first * this.#wide + second] as number) : (this.#slots[this.#slot(first, second)] as number);
  }

  #slot(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    const mixed = Math.imul(first, GOLDEN) ^ Math.imul(second, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (;;) {
      const id = this.#slots[slot] as number;
      if (id === 0 || (this.#first[id] === first && this.#second[id] === second)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #insert(first: number, second: number, slot: number): number {
    const id = ++this.#size;
    if (id >= this.#first.length) {
      this.#first = longer(this.#first);
      this.#second = longer(this.#second);
    }
    this.#first[id] = first;
    this.#second[id] = second;
    this.#slots[slot] = id;
    if (id * 2 > this.#slots.length) {
      this.#slots = new Uint32Array(this.#slots.length * 2);
      for (let known = 1; known <= id; known++) this.#slots[this.#slot(this.#first[known] as number, this.#second[known] as number)] = known;
    }
    return id;
  }
}

function longer(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(array.length * 2);
  next.set(array);
  return next;
}
