// The codes of one column, in the fewest bytes that hold them so far: most columns have few different texts.

import { give, take } from './memory';

export class Codes {
  at: usize = 0;
  /** Bytes of a code: 1, 2 or 4. */
  width: u32 = 1;

  constructor(capacity: u32) {
    this.at = take(<usize>capacity);
  }

  /**
   * Appends codes.
   *
   * @param batch four bytes each
   * @param count how many are there
   * @param most the greatest of all
   */
  append(batch: usize, length: u32, count: u32, most: u32, capacity: u32): void {
    if (most > this.greatest()) this.widen(most, count, capacity);
    if (this.width === 1) for (let i: u32 = 0; i < length; i++) store<u8>(this.at + count + i, <u8>load<u32>(batch + ((<usize>i) << 2)));
    else if (this.width === 2) for (let i: u32 = 0; i < length; i++) store<u16>(this.at + ((<usize>(count + i)) << 1), <u16>load<u32>(batch + ((<usize>i) << 2)));
    else memory.copy(this.at + ((<usize>count) << 2), batch, (<usize>length) << 2);
  }

  /** Writes the codes 1, 2, 3… of rows that none was written for. */
  count(rows: u32, capacity: u32): void {
    if (rows > this.greatest()) this.widen(rows, 0, capacity);
    for (let row: u32 = 0; row < rows; row++) this.put(row, row + 1);
  }

  /** Makes room for more. */
  grow(before: u32, capacity: u32): void {
    const larger = take(<usize>capacity * this.width);
    memory.copy(larger, this.at, <usize>before * this.width);
    give(this.at, <usize>before * this.width);
    this.at = larger;
  }

  private greatest(): u32 {
    return this.width === 4 ? u32.MAX_VALUE : ((<u32>1) << (this.width << 3)) - 1;
  }

  private widen(most: u32, count: u32, capacity: u32): void {
    const narrow = this.at;
    const before = this.width;
    this.width = most > 65_535 ? 4 : 2;
    this.at = take(<usize>capacity * this.width);
    for (let row: u32 = 0; row < count; row++) this.put(row, before === 1 ? <u32>load<u8>(narrow + row) : <u32>load<u16>(narrow + ((<usize>row) << 1)));
    give(narrow, <usize>capacity * before);
  }

  private put(row: u32, code: u32): void {
    if (this.width === 1) store<u8>(this.at + row, <u8>code);
    else if (this.width === 2) store<u16>(this.at + ((<usize>row) << 1), <u16>code);
    else store<u32>(this.at + ((<usize>row) << 2), code);
  }
}
