// What the cells of a sheet refer to: what the numbers of a style stand for, and the texts that cells share.

import { take } from './memory';
import { digitAt } from './xml-bytes';

/** What numbers of a style stand for. */
export const DATE: u8 = 1;
export const PERCENT: u8 = 2;
/** Numbers that the host writes. */
export const OTHER: u8 = 3;

let styles: usize = 0;
let styleCount: u32 = 0;
let strings: usize = 0;
let stringEnds: usize = 0;
let stringCount: u32 = 0;
let sharedFrom: u32 = 0;
let sharedTo: u32 = 0;

/** Where to put what numbers of each style stand for: 0 nothing else, 1 a date, 2 a percentage, 3 something that the host writes. */
export function stylesFor(count: u32): usize {
  styleCount = count;
  styles = take(count);
  return styles;
}

/** Where to put the bytes of the shared texts, and behind them, at the next whole word, where each ends. */
export function stringsFor(bytes: u32, count: u32): usize {
  const words = (<usize>bytes + 8 + 3) & ~3;
  strings = take(words + ((<usize>count) << 2));
  stringEnds = strings + words;
  stringCount = count;
  return strings;
}

/** What numbers of a style stand for; nothing else where the workbook does not tell. */
export function kindOf(style: u32): u8 {
  return style < styleCount ? load<u8>(styles + style) : 0;
}

/** Finds the shared text whose number is written here; answers whether there is one. */
export function findShared(from: usize, to: usize): bool {
  let index: u64 = 0;
  for (let at = from; at < to; at++) {
    const digit = digitAt(at);
    if (digit > 9 || index >= stringCount) return false;
    index = index * 10 + digit;
  }
  if (index >= stringCount) return false;
  const end: usize = stringEnds + ((<usize>index) << 2);
  sharedFrom = index === 0 ? 0 : load<u32>(end - 4);
  sharedTo = load<u32>(end);
  return true;
}

/** Where the text that was found last lies, and how long it is. */
export function sharedAt(): usize {
  return strings + sharedFrom;
}

export function sharedLength(): u32 {
  return sharedTo - sharedFrom;
}
