// What the cells of a sheet refer to: what the numbers of a style stand for, and the texts that cells share.

import { sharesTexts } from './columns';
import { take } from './memory';
import { digitAt } from './xml-bytes';

/** What numbers of a style stand for. */
export const DATE: u8 = 1;
export const PERCENT: u8 = 2;
/** Numbers that the host writes. */
export const OTHER: u8 = 3;
/** Numbers that are read like all others; that the column holds such is told. */
export const MONEY: u8 = 4;

export const NO_TEXT: u32 = u32.MAX_VALUE;

/** 1 for each column with a number that is shown as money. */
let money: usize = 0;
let styles: usize = 0;
let styleCount: u32 = 0;
let strings: usize = 0;
let stringEnds: usize = 0;
let stringCount: u32 = 0;
let sharedFrom: u32 = 0;
let sharedTo: u32 = 0;

export function startMoney(columns: u32): void {
  money = take(columns);
  memory.fill(money, 0, columns);
}

export function noteMoney(column: u32): void {
  store<u8>(money + column, 1);
}

/** Where 1 stands for each column with a number that is shown as money. */
export function moneyAt(): usize {
  return money;
}

/** Where to put what numbers of each style stand for: 0 nothing else, 1 a date, 2 a percentage, 3 something that the host writes, 4 money. */
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
  sharesTexts(count);
  return strings;
}

/** What numbers of a style stand for; nothing else where the workbook does not tell. */
export function kindOf(style: u32): u8 {
  return style < styleCount ? load<u8>(styles + style) : 0;
}

/** The number of the shared text that is written here; {@link NO_TEXT} where there is none such. */
export function sharedNumber(from: usize, to: usize): u32 {
  let number: u64 = 0;
  for (let at = from; at < to; at++) {
    const digit = digitAt(at);
    if (digit > 9 || number >= stringCount) return NO_TEXT;
    number = number * 10 + digit;
  }
  return number < stringCount ? <u32>number : NO_TEXT;
}

/** Finds the shared text of a number that {@link sharedNumber} gave. */
export function findShared(number: u32): void {
  const end: usize = stringEnds + ((<usize>number) << 2);
  sharedFrom = number === 0 ? 0 : load<u32>(end - 4);
  sharedTo = load<u32>(end);
}

/** Where the text that was found last lies, and how long it is. */
export function sharedAt(): usize {
  return strings + sharedFrom;
}

export function sharedLength(): u32 {
  return sharedTo - sharedFrom;
}
