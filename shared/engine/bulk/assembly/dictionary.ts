// The different texts of one column: their bytes in one arena, an end per code, and an open hash table. A slot holds a code and, above
// it, the highest bits of the hash. Code 0 is the empty cell; codes count up in order of first appearance.
//
// Exports are mostly sorted by their time or number. As long as the texts of a column go one way, each is the one before or a new one:
// there is no table then, which for a column of a million different texts would cost more than the texts. The texts themselves go to
// the host as they come, all but the last; where the order breaks they are fetched back.
//
// Where texts are long and hardly one is said twice, as in reviews and tracking numbers, they go to the host, too: they would else lie here
// and there when the last row is read. Their hashes stay; the host is asked where one comes again, and where that is often, they come back.

import { isText, textsBack } from './host';
import { give, longer, roomOf, take } from './memory';
import { append, compare, equal, hashOf } from './text';

const FIRST_SLOTS: u32 = 256;
/** No text of 512 MB, the most that is read here, holds 2^27 different cells: they would take five bytes each. */
const CODE_BITS: u32 = 27;
export const CODES: u32 = (1 << CODE_BITS) - 1;
/** Nothing gets more room than this for what is only expected. */
const MOST_ROOM: u32 = 64 << 20;
/** Texts of fewer bytes are not worth asking the host. */
const LARGE: u32 = 2 << 20;
/** A column of so many texts shows whether they come again, and how often the host may be asked at least. */
const MANY: u32 = 10_000;

export class Dictionary {
  private column: u32 = 0;
  slots: usize = 0;
  mask: u32 = 0;
  size: u32 = 1;
  /** The hash of each code, where texts go to the host: they cannot be read again to make a larger table. */
  private hashes: usize = 0;
  private hashesRoom: u32 = 0;
  ends: usize = 0;
  endsRoom: u32 = 0;
  arena: usize = 0;
  arenaRoom: u32 = 0;
  used: u32 = 0;
  /** How many times as many rows there will probably be as there were so far: what grows gets room for all of them at once. */
  outlook: f64 = 1;
  /** Whether all texts so far went one way. */
  isSorted: bool = true;
  /** Ends are written of the codes above this one; its own text is kept to be compared. 0 while nothing was handed over. */
  private base: u32 = 0;
  /** The codes up to this one were handed over. */
  private handed: u32 = 0;
  /** -1 when the texts rise, 1 when they fall, 0 before there are two. */
  private direction: i32 = 0;
  /** Whether texts that are not sorted go to the host as they come. */
  isAway: bool = false;
  /** How often the host was asked for one of them. */
  private asked: u32 = 0;
  /** 1 for each byte of the texts that were noted. */
  noted: usize = 0;

  constructor(column: u32) {
    this.column = column;
    this.mask = FIRST_SLOTS - 1;
    this.slots = take(FIRST_SLOTS << 2);
    memory.fill(this.slots, 0, FIRST_SLOTS << 2);
    this.endsRoom = 256;
    this.ends = take(this.endsRoom << 2);
    store<u32>(this.ends, 0);
    this.arenaRoom = 4096;
    this.arena = take(this.arenaRoom);
    this.noted = take(256);
    memory.fill(this.noted, 0, 256);
  }

  /** Above 0 when all texts rise, below when they fall, 0 where they do neither or are fewer than two. */
  way(): i32 {
    return this.isSorted ? -this.direction : 0;
  }

  /** Notes the bytes of the texts that were not handed over. */
  noteBytes(): void {
    const noted = this.noted;
    for (let at = this.newTextsAt(), to = this.newTextsEnd(); at < to; at++) store<u8>(noted + load<u8>(at), 1);
  }

  /** The code of a text that is not empty while all are sorted; 0 when this one breaks the order: {@link index} has to be called then. */
  sortedCode(text: usize, length: u32): u32 {
    const last = this.size - 1;
    if (last === 0) return this.push(text, length);
    const end: usize = this.ends + ((<usize>(last - this.base)) << 2);
    const from = load<u32>(end - 4);
    const order = compare(this.arena + from, load<u32>(end) - from, text, length);
    if (order === 0) return last;
    if (this.direction === 0) this.direction = order;
    return order === this.direction ? this.push(text, length) : 0;
  }

  /**
   * Whether the host keeps the texts, as they come.
   *
   * @param rows so many there were so far
   */
  handsOver(rows: u32): bool {
    if (!this.isSorted && !this.isAway && this.asked === 0 && this.size > MANY && this.used > LARGE && this.size > rows - (rows >> 4)) {
      this.isAway = true;
      this.hashesRoom = this.endsRoom;
      this.hashes = take((<usize>this.hashesRoom) << 2);
      for (let code: u32 = 1; code < this.size; code++) store<u32>(this.hashes + ((<usize>code) << 2), this.textHash(code));
    }
    return this.isSorted || this.isAway;
  }

  /** Takes the texts back where the host is asked for every fourth row: looking them up here is faster then. */
  takeBackOften(rows: u32): void {
    if (!this.isAway || this.asked < max<u32>(MANY, rows >> 2)) return;
    this.isAway = false;
    if (this.handed !== 0) textsBack(this.column);
    give(this.hashes, (<usize>this.hashesRoom) << 2);
    this.hashes = 0;
  }

  newTexts(): u32 {
    return this.size - 1 - this.handed;
  }

  newTextsAt(): usize {
    return this.arena + load<u32>(this.newEndsAt() - 4);
  }

  newTextsEnd(): usize {
    return this.arena + this.used;
  }

  newEndsAt(): usize {
    return this.ends + ((<usize>(this.handed - this.base + 1)) << 2);
  }

  /** What was handed over goes; of sorted texts all but the last. */
  handedOver(): void {
    const last = this.size - 1;
    if (last === this.handed) return;
    if (this.isAway) {
      this.used = 0;
      this.handed = last;
      this.base = last;
      store<u32>(this.ends, 0);
      return;
    }
    const from = load<u32>(this.ends + ((<usize>(last - this.base)) << 2) - 4);
    const length = this.used - from;
    memory.copy(this.arena, this.arena + from, length);
    this.used = length;
    this.handed = last;
    this.base = last - 1;
    store<u32>(this.ends, 0);
    store<u32>(this.ends, length, 4);
  }

  /** Makes room for the texts that were handed over before those that were not. */
  roomBack(bytes: u32): usize {
    const kept = load<u32>(this.newEndsAt() - 4);
    const endsRoom = this.room(this.size);
    const ends = take((<usize>endsRoom) << 2);
    for (let code = this.handed + 1; code < this.size; code++) store<u32>(ends + ((<usize>code) << 2), load<u32>(this.ends + ((<usize>(code - this.base)) << 2)) - kept + bytes);
    const arenaRoom = this.room(bytes + this.used - kept + 8);
    const arena = take(arenaRoom);
    memory.copy(arena + bytes, this.arena + kept, this.used - kept);
    give(this.ends, this.endsRoom << 2);
    give(this.arena, this.arenaRoom);
    this.ends = ends;
    this.endsRoom = endsRoom;
    this.arena = arena;
    this.arenaRoom = arenaRoom;
    this.used = bytes + this.used - kept;
    this.base = 0;
    this.handed = 0;
    return arena;
  }

  /** Makes the table of a column that is not sorted. */
  index(): void {
    this.isSorted = false;
    if (this.handed !== 0) textsBack(this.column);
    let mask = this.mask;
    while (this.size << 1 > mask) mask = (mask << 1) | 1;
    this.rehash(mask);
  }

  /** The code of a text that is not empty; `hash` is {@link hashOf} of it. Only behind {@link index}. */
  code(text: usize, length: u32, hash: u32): u32 {
    const mask = this.mask;
    const slots = this.slots;
    let slot = hash & mask;
    while (true) {
      const at: usize = slots + ((<usize>slot) << 2);
      const entry = load<u32>(at);
      if (entry === 0) return this.insert(text, length, hash, at);
      if ((entry ^ hash) >>> CODE_BITS === 0) {
        const code = entry & CODES;
        const end: usize = this.ends + ((<usize>code) << 2);
        const from = load<u32>(end - 4);
        if (load<u32>(end) - from === length && equal(this.arena + from, text, length)) return code;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** {@link code} where texts go to the host. */
  codeAway(text: usize, length: u32, hash: u32): u32 {
    const mask = this.mask;
    let slot = hash & mask;
    while (true) {
      const at: usize = this.slots + ((<usize>slot) << 2);
      const entry = load<u32>(at);
      if (entry === 0) return this.insert(text, length, hash, at);
      const code = entry & CODES;
      if (load<u32>(this.hashes + ((<usize>code) << 2)) === hash && this.is(code, text, length)) return code;
      slot = (slot + 1) & mask;
    }
  }

  private is(code: u32, text: usize, length: u32): bool {
    if (code <= this.handed) {
      this.asked++;
      return isText(this.column, code, text, length);
    }
    const end: usize = this.ends + ((<usize>(code - this.base)) << 2);
    const from = load<u32>(end - 4);
    return load<u32>(end) - from === length && equal(this.arena + from, text, length);
  }

  private insert(text: usize, length: u32, hash: u32, at: usize): u32 {
    const code = this.push(text, length);
    if (this.hashes !== 0) this.keepHash(code, hash);
    store<u32>(at, code | (hash & ~CODES));
    if (this.size << 1 > this.mask) this.rehash((this.mask << 1) | 1);
    return code;
  }

  private keepHash(code: u32, hash: u32): void {
    if (code >= this.hashesRoom) {
      const room = this.room(code + 1);
      this.hashes = longer(this.hashes, (<usize>this.hashesRoom) << 2, (<usize>room) << 2);
      this.hashesRoom = room;
    }
    store<u32>(this.hashes + ((<usize>code) << 2), hash);
  }

  /** {@link hashOf} a text that lies here: none was handed over. */
  private textHash(code: u32): u32 {
    const end: usize = this.ends + ((<usize>code) << 2);
    const from = load<u32>(end - 4);
    return hashOf(this.arena + from, load<u32>(end) - from);
  }

  private push(text: usize, length: u32): u32 {
    const code = this.size++;
    const place = code - this.base;
    if (place >= this.endsRoom) {
      const room = this.room(place + 1);
      this.ends = longer(this.ends, this.endsRoom << 2, (<usize>room) << 2);
      this.endsRoom = room;
    }
    const to = this.used + length;
    // Comparisons read whole words: eight bytes beyond the last text belong to the arena.
    if (to + 8 > this.arenaRoom) {
      const room = this.room(to + 8);
      this.arena = longer(this.arena, this.arenaRoom, room);
      this.arenaRoom = room;
    }
    append(this.arena + this.used, text, length);
    this.used = to;
    store<u32>(this.ends + ((<usize>place) << 2), to);
    return code;
  }

  /** How much of something to make room for, of which there is that much by now. Room that is not written to costs no memory. */
  private room(needed: u32): u32 {
    // Twice as much has to fit into 32 bits; that much is refused.
    if (needed >>> 31 !== 0) return <u32>roomOf(needed);
    // What is fetched soon needs no more.
    if (this.isSorted || this.isAway) return <u32>roomOf((<usize>needed) << 1);
    return <u32>roomOf(max<usize>((<usize>needed) << 1, <usize>min<f64>(<f64>needed * this.outlook, <f64>MOST_ROOM)));
  }

  private rehash(mask: u32): void {
    const bytes = (<usize>mask + 1) << 2;
    const slots = take(bytes);
    memory.fill(slots, 0, bytes);
    for (let code: u32 = 1; code < this.size; code++) {
      const hash = this.hashes === 0 ? this.textHash(code) : load<u32>(this.hashes + ((<usize>code) << 2));
      let slot = hash & mask;
      while (load<u32>(slots + ((<usize>slot) << 2)) !== 0) slot = (slot + 1) & mask;
      store<u32>(slots + ((<usize>slot) << 2), code | (hash & ~CODES));
    }
    give(this.slots, (<usize>this.mask + 1) << 2);
    this.slots = slots;
    this.mask = mask;
  }
}
