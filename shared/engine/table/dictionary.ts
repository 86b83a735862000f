import { areMarked, bytesOf, compareBytes, decodeBytes, encodeShort, grown, hashBytes, type KnownTexts, powerOfTwo, SHORT, sameBytes, searchAll, searchInOrder, slotsOf } from './dictionary-bytes.ts';

const encoder = new TextEncoder();

/** Decoded texts are kept only for dictionaries up to this size: a column of a million different ids must not become a million strings. */
const CACHE_LIMIT = 65_536;

/** From so many questions on an index is made. */
const WORTH_AN_INDEX = 16;

const NONE = new Uint32Array(0);

/**
 * The different texts of a column, held as UTF-8 bytes in one arena and named by small codes.
 *
 * Code 0 is "missing"; every other code stands for exactly one text. No string is made until somebody asks for it,
 * which is what keeps a file of a million rows near its own size in memory.
 *
 * Exports are mostly sorted by their time or number. As long as texts that are added go one way, each is the last one or a new one:
 * there is no index then.
 */
export class Dictionary {
  #bytes: Uint8Array = new Uint8Array(1024);
  #ends: Uint32Array = new Uint32Array(64);
  /** The index: codes by their hashes; empty while there is none. */
  #slots: Uint32Array = NONE;
  #hashes = NONE;
  #size = 1;
  #cache: (string | undefined)[] = [];
  /** How often texts were looked for without an index. */
  #searches = 0;
  /** The dictionary whose texts were taken over, and how many of its codes stand for the same texts here. */
  #from: Dictionary | null = null;
  #same = 1;
  /** Whether the texts so far are known to go one way, and which: above 0 when they rise, below when they fall, 0 before there are two. */
  #oneWay = true;
  #way = 0;
  /** 1 for each byte that a text begins with: most texts that are looked for in vain begin otherwise. `null` where nobody has looked. */
  #beginnings: Uint8Array | null = new Uint8Array(256);
  /** {@link occurring}, once somebody asked; `null` again behind every new text. */
  #occurring: Uint8Array | null = null;

  /** How many codes there are, code 0 included. */
  get size(): number {
    return this.#size;
  }

  /** Bytes held by all texts together. */
  get byteLength(): number {
    return this.#ends[this.#size - 1] ?? 0;
  }

  /** Makes room for that many more texts of that many bytes together, which would else be made again and again while it grows; room that is not written to costs no memory. */
  reserve(texts: number, bytes: number): void {
    if (this.#size + texts > this.#ends.length) this.#ends = grown(this.#ends, this.#size + texts);
    if (this.byteLength + bytes > this.#bytes.length) this.#bytes = grown(this.#bytes, this.byteLength + bytes);
  }

  /** The code of a text, added when it is new. */
  add(text: string): number {
    const length = encodeShort(text);
    if (length >= 0) return this.addBytes(SHORT, 0, length);
    const bytes = encoder.encode(text);
    return this.addBytes(bytes, 0, bytes.length);
  }

  /** The code of the UTF-8 text at `source[start, end)`, added when it is new. */
  addBytes(source: Uint8Array, start: number, end: number): number {
    if (this.#slots.length === 0) {
      if (this.#oneWay) {
        const code = this.#addInOrder(source, start, end);
        if (code > 0) return code;
      }
      this.#index();
    }
    const hash = hashBytes(source, start, end);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const code = this.#slots[slot] as number;
      if (code === 0) return this.#insert(source, start, end, hash, slot);
      if (this.#hashes[code] === hash && this.#equals(code, source, start, end)) return code;
      slot = (slot + 1) & mask;
    }
  }

  /** Adds the UTF-8 text at `source[start, end)`, which the caller knows to be new: it is not looked for. */
  appendBytes(source: Uint8Array, start: number, end: number): number {
    if (this.#oneWay && this.#slots.length === 0) {
      const code = this.#addInOrder(source, start, end);
      if (code > 0) return code;
    }
    // The index is made anew when somebody looks a text up.
    this.#forgetIndex();
    return this.#push(source, start, end);
  }

  /**
   * Gives for a code of another dictionary the code of the same text here. A dictionary that holds nothing yet takes the other's texts
   * over as they are; otherwise each is added when it is first asked for.
   */
  codesFrom(other: Dictionary): (code: number) => number {
    if (other === this) return (code) => code;
    if (this.#size === 1) {
      this.#bytes = other.#bytes.subarray(0, other.byteLength);
      this.#ends = other.#ends.subarray(0, other.#size);
      this.#size = other.#size;
      this.#beginnings = null;
      this.#occurring = other.#occurring;
      this.#forgetIndex();
      this.#cache = [];
      this.#from = other;
      this.#same = other.#size;
    }
    const same = this.#from === other ? this.#same : 1;
    let known = new Uint32Array(0);
    return (code) => {
      if (code < same) return code;
      if (code >= known.length) known = grown(known, other.#size);
      if (known[code] === 0) known[code] = this.addBytes(other.#bytes, other.start(code), other.end(code));
      return known[code] as number;
    };
  }

  /** Gives for a code of another dictionary the code of the same text here, or 0 when it is not here. */
  findFrom(other: Dictionary): (code: number) => number {
    const same = this.#from === other ? this.#same : other.#from === this ? other.#same : 1;
    return (code) => (code < same ? code : this.findBytes(other.#bytes, other.start(code), other.end(code)));
  }

  /** The code of a text, or 0 when no cell holds it. */
  find(text: string): number {
    const length = encodeShort(text);
    if (length >= 0) return this.findBytes(SHORT, 0, length);
    const bytes = encoder.encode(text);
    return this.findBytes(bytes, 0, bytes.length);
  }

  /** The code of the UTF-8 text at `source[start, end)`, or 0 when no cell holds it. */
  findBytes(source: Uint8Array, start: number, end: number): number {
    if (this.#beginnings !== null && start < end && this.#beginnings[source[start] as number] === 0) return 0;
    if (this.#occurring !== null && !areMarked(this.#occurring, source, start, end)) return 0;
    if (this.#slots.length === 0) {
      // An index of a million texts takes time and room that a few questions are not worth.
      if (this.#searches++ < WORTH_AN_INDEX) return this.#search(source, start, end);
      this.#index();
    }
    const hash = hashBytes(source, start, end);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = this.#slots[slot] as number;
      if (code === 0) return 0;
      if (this.#hashes[code] === hash && this.#equals(code, source, start, end)) return code;
    }
  }

  /** The text of a code; `null` for code 0. */
  text(code: number): string | null {
    if (code === 0) return null;
    const cached = this.#cache[code];
    if (cached !== undefined) return cached;
    const text = decodeBytes(this.#bytes, this.start(code), this.#ends[code] as number);
    if (code < CACHE_LIMIT) this.#cache[code] = text;
    return text;
  }

  /** Where the bytes of a code begin in {@link arena}. */
  start(code: number): number {
    return code === 0 ? 0 : (this.#ends[code - 1] as number);
  }

  /** Where the bytes of a code end in {@link arena}. */
  end(code: number): number {
    return this.#ends[code] as number;
  }

  /** Where the bytes of each code end, code 0 included, for loops over many codes; may be longer than what is used. */
  get ends(): Uint32Array {
    return this.#ends;
  }

  /** The bytes all codes point into. Read only; may be longer than what is used. */
  get arena(): Uint8Array {
    return this.#bytes;
  }

  /** 1 for each byte that stands in a text, whichever: what is nowhere need not be looked for in each of them. */
  get occurring(): Uint8Array {
    this.#occurring ??= bytesOf(this.#bytes, this.byteLength);
    return this.#occurring;
  }

  /** The dictionary as two flat arrays, for the store: valid until a text is added. */
  pack(): { bytes: Uint8Array; ends: Uint32Array } {
    return { bytes: this.#bytes.subarray(0, this.byteLength), ends: this.#ends.subarray(0, this.#size) };
  }

  /** The dictionary that {@link pack} wrote; it takes the arrays over. */
  static unpack(bytes: Uint8Array, ends: Uint32Array): Dictionary {
    return Dictionary.standingOn(bytes, ends.length === 0 ? new Uint32Array(1) : ends);
  }

  /**
   * A dictionary on arrays that are already filled; they are not copied, and never written to.
   *
   * @param ends where the bytes of each code end, code 0 included; no text stands twice
   * @param known what whoever filled them knows of the texts
   */
  static standingOn(bytes: Uint8Array, ends: Uint32Array, known: KnownTexts = {}): Dictionary {
    const dictionary = new Dictionary();
    dictionary.#bytes = bytes;
    dictionary.#ends = ends;
    dictionary.#size = ends.length;
    dictionary.#way = known.way ?? 0;
    dictionary.#oneWay = dictionary.#way !== 0;
    dictionary.#beginnings = null;
    dictionary.#occurring = known.occurring ?? null;
    return dictionary;
  }

  /** A dictionary that begins with these texts under these codes and grows by itself; this one stays as it is. */
  continued(): Dictionary {
    return Dictionary.standingOn(this.#bytes.subarray(0, this.byteLength), this.#ends.subarray(0, this.#size));
  }

  /** No more texts are added for now: the index, which is as large as they are, is made again when somebody looks one up. */
  settle(): void {
    // By an index texts are added in any order.
    if (this.#slots.length > 0) this.#oneWay = false;
    this.#slots = NONE;
    this.#hashes = NONE;
  }

  /** The code of a text while all go one way, added when it is new; 0 when this one breaks the order. */
  #addInOrder(source: Uint8Array, start: number, end: number): number {
    const last = this.#size - 1;
    if (last === 0) return this.#push(source, start, end);
    const order = compareBytes(source, start, end, this.#bytes, this.#ends[last - 1] as number, this.#ends[last] as number);
    if (order === 0) return last;
    if (this.#way === 0) this.#way = order;
    return order > 0 === this.#way > 0 ? this.#push(source, start, end) : 0;
  }

  #forgetIndex(): void {
    this.settle();
    this.#oneWay = false;
  }

  /** Most dictionaries that stand on given arrays are only read: their index is made when somebody looks a text up. */
  #index(): void {
    this.#hashes = new Uint32Array(Math.max(64, this.#ends.length));
    for (let code = 1; code < this.#size; code++) this.#hashes[code] = hashBytes(this.#bytes, this.start(code), this.end(code));
    this.#rehash(powerOfTwo(this.#size * 2));
  }

  #search(source: Uint8Array, start: number, end: number): number {
    if (this.#oneWay) return searchInOrder(this.#bytes, this.#ends, this.#size, this.#way, source, start, end);
    return searchAll(this.#bytes, this.#ends, this.#size, source, start, end);
  }

  #equals(code: number, source: Uint8Array, start: number, end: number): boolean {
    const from = this.start(code);
    return (this.#ends[code] as number) - from === end - start && sameBytes(this.#bytes, from, source, start, end);
  }

  #insert(source: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const code = this.#push(source, start, end);
    if (code >= this.#hashes.length) this.#hashes = grown(this.#hashes, code + 1);
    this.#hashes[code] = hash;
    this.#slots[slot] = code;
    if (this.#size * 2 > this.#slots.length) this.#rehash(this.#slots.length * 2);
    return code;
  }

  #push(source: Uint8Array, start: number, end: number): number {
    const code = this.#size++;
    if (this.#beginnings !== null) this.#beginnings[source[start] as number] = 1;
    this.#occurring = null;
    const from = this.#ends[code - 1] ?? 0;
    const to = from + end - start;
    if (to > this.#bytes.length) this.#bytes = grown(this.#bytes, to);
    if (code >= this.#ends.length) this.#ends = grown(this.#ends, code + 1);
    const bytes = this.#bytes;
    for (let i = start, j = from; i < end; i++, j++) bytes[j] = source[i] as number;
    this.#ends[code] = to;
    return code;
  }

  #rehash(length: number): void {
    this.#slots = slotsOf(this.#hashes, this.#size, Math.max(256, length));
  }
}
