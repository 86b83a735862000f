// The different texts of one column: their bytes in one arena, an end per code, and an open hash table of (hash, code).
// Code 0 is the empty cell; codes count up in order of first appearance.

import { give, roomOf, take } from './memory';

const GOLDEN: u64 = ((<u64>0x9e3779b9) << 32) | 0x7f4a7c15;
const LENGTH_FACTOR: u64 = ((<u64>0xff51afd7) << 32) | 0xed558ccd;
const FIRST_SLOTS: u32 = 256;

export class Dictionary {
  slots: usize = 0;
  mask: u32 = 0;
  size: u32 = 1;
  ends: usize = 0;
  endsRoom: u32 = 0;
  arena: usize = 0;
  arenaRoom: u32 = 0;
  used: u32 = 0;

  constructor() {
    this.mask = FIRST_SLOTS - 1;
    this.slots = take(FIRST_SLOTS << 3);
    memory.fill(this.slots, 0, FIRST_SLOTS << 3);
    this.endsRoom = 256;
    this.ends = take(this.endsRoom << 2);
    store<u32>(this.ends, 0);
    this.arenaRoom = 4096;
    this.arena = take(this.arenaRoom);
  }

  /** The code of a text that is not empty; `hash` is {@link hashOf} of it. */
  code(text: usize, length: u32, hash: u32): u32 {
    const mask = this.mask;
    const slots = this.slots;
    let slot = hash & mask;
    while (true) {
      const at: usize = slots + ((<usize>slot) << 3);
      const code = load<u32>(at, 4);
      if (code === 0) return this.insert(text, length, hash, at);
      if (load<u32>(at) === hash) {
        const end: usize = this.ends + ((<usize>code) << 2);
        const from = load<u32>(end - 4);
        if (load<u32>(end) - from === length && equal(this.arena + from, text, length)) return code;
      }
      slot = (slot + 1) & mask;
    }
  }

  private insert(text: usize, length: u32, hash: u32, at: usize): u32 {
    const code = this.size++;
    if (code >= this.endsRoom) {
      const larger = take(this.endsRoom << 3);
      memory.copy(larger, this.ends, this.endsRoom << 2);
      give(this.ends, this.endsRoom << 2);
      this.ends = larger;
      this.endsRoom <<= 1;
    }
    const to = this.used + length;
    // Comparisons read whole words: eight bytes beyond the last text belong to the arena.
    if (to + 8 > this.arenaRoom) {
      const room = <u32>roomOf(max(to + 8, this.arenaRoom << 1));
      const larger = take(room);
      memory.copy(larger, this.arena, this.used);
      give(this.arena, this.arenaRoom);
      this.arena = larger;
      this.arenaRoom = room;
    }
    memory.copy(this.arena + this.used, text, length);
    this.used = to;
    store<u32>(this.ends + ((<usize>code) << 2), to);
    store<u32>(at, hash);
    store<u32>(at, code, 4);
    if (this.size << 1 > this.mask) this.rehash();
    return code;
  }

  private rehash(): void {
    const before = this.mask + 1;
    const mask = (before << 1) - 1;
    const slots = take((<usize>before) << 4);
    memory.fill(slots, 0, (<usize>before) << 4);
    for (let i: u32 = 0; i < before; i++) {
      const entry = load<u64>(this.slots + ((<usize>i) << 3));
      if (entry >>> 32 === 0) continue;
      let slot = <u32>entry & mask;
      while (load<u32>(slots + ((<usize>slot) << 3), 4) !== 0) slot = (slot + 1) & mask;
      store<u64>(slots + ((<usize>slot) << 3), entry);
    }
    give(this.slots, (<usize>before) << 3);
    this.slots = slots;
    this.mask = mask;
  }
}

/** The hash of a text; up to seven bytes behind it are read and left out. */
export function hashOf(text: usize, length: u32): u32 {
  let hash: u64 = <u64>length * LENGTH_FACTOR;
  let i: u32 = 0;
  for (; i + 8 <= length; i += 8) hash = mixed(hash ^ load<u64>(text + i));
  const rest = length - i;
  if (rest !== 0) hash = mixed(hash ^ (load<u64>(text + i) & (((<u64>1) << (rest << 3)) - 1)));
  return <u32>(hash ^ (hash >>> 32));
}

function mixed(value: u64): u64 {
  const product = value * GOLDEN;
  return product ^ (product >>> 29);
}

function equal(a: usize, b: usize, length: u32): bool {
  let i: u32 = 0;
  for (; i + 8 <= length; i += 8) if (load<u64>(a + i) !== load<u64>(b + i)) return false;
  const rest = length - i;
  return rest === 0 || ((load<u64>(a + i) ^ load<u64>(b + i)) & (((<u64>1) << (rest << 3)) - 1)) === 0;
}
