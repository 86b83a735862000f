// XML of a sheet → columns. Rows written in the usual way only; the host does the others, one at a time.
//
// Behind the text lie zeros, which no XML holds: what meets one there needs more bytes, and everything unexpected before is odd.

import { addBatch, clearRow, columnCount, FULL, MORE, ODD, setCell, setShared, startBatch, startCells } from './cells';
import { BATCH, isFull } from './columns';
import { setDay, setNumber, setPercent } from './numbers';
import { DATE, findShared, kindOf, MONEY, NO_TEXT, noteMoney, OTHER, PERCENT, sharedAt, sharedLength, sharedNumber, startMoney } from './sheet-context';
import { readAt, readLength, readText } from './sheet-text';
import { digitAt, GT, isBlank, isLetter, isName, isValue, LT, QUOTE, SEVEN, SIX, THREE, valueEnd } from './xml-bytes';

/** Letters as they lie in memory, the first in the lowest byte. */
const ROW_OPEN: u32 = 0x776f723c; // <row
const ROW_CLOSE: u64 = ((<u64>0x3e77) << 32) | 0x6f722f3c; // </row>
const CELL_OPEN: u16 = 0x633c; // <c
const VALUE_OPEN: u32 = 0x003e763c; // <v>
const VALUE_CLOSE: u64 = ((<u64>0x3e632f3c) << 32) | 0x3e762f3c; // </v></c>
const FORMULA_OPEN: u16 = 0x663c; // <f
const FORMULA_CLOSE: u32 = 0x3e662f3c; // </f>
const EMPTY_CLOSE: u16 = 0x3e2f; // />
const RICH_OPEN: u64 = ((<u64>0x003e743c) << 32) | 0x3e73693c; // <is><t>
/** `</t></is></c>`, up to its last letter. */
const RICH_CLOSE: u64 = ((<u64>0x73692f3c) << 32) | 0x3e742f3c;
const RICH_CLOSE_REST: u32 = 0x632f3c3e; // ></c
const INLINE_NAME: u64 = ((<u64>0x7453656e) << 32) | 0x696c6e69; // inlineSt
const STRING_NAME: u32 = 0x727473; // str
// ` xml:space="preserve">`
const SPACE_1: u64 = ((<u64>0x6170733a) << 32) | 0x6c6d7820;
const SPACE_2: u64 = ((<u64>0x73657270) << 32) | 0x223d6563;
const SPACE_3: u64 = ((<u64>0x3e22) << 32) | 0x65767265;
const HIDDEN: u64 = ((<u64>0x6e65) << 32) | 0x64646968; // hidden

const SPACE: u8 = 32;
const EQUALS: u8 = 61;
const LAST_COLUMN: u32 = 16_384;

const NUMBER: u32 = 0;
const SHARED: u32 = 1;
const STRING: u32 = 2;
const INLINE: u32 = 3;
const BOOLEAN: u32 = 4;
const UNKNOWN: u32 = 5;

const TRUE: usize = memory.data<u8>([84, 82, 85, 69, 0, 0, 0, 0, 0, 0, 0, 0]);
const FALSE: usize = memory.data<u8>([70, 65, 76, 83, 69, 0, 0, 0, 0, 0, 0, 0]);

let date1904: bool = false;

let lastRow: u32 = 0;
let end: usize = 0;
let state: u32 = MORE;

/** Whether the row at hand holds anything. */
let filled: bool = false;
// The tag of a cell that was read.
let column: u32 = 0;
let style: u32 = 0;
let type: u32 = 0;
/** The number that was read last. */
let whole: u32 = 0;

export function startSheet(columns: u32, rows: u32, from1904: bool): void {
  date1904 = from1904;
  startCells(columns, rows);
  startMoney(columns);
}

/** Tells which row was the last one, whoever took it. */
export function lastRowIs(row: u32): void {
  lastRow = row;
}

/** Takes rows from `from` on; answers where it stopped. */
export function takeRows(from: usize, to: usize): usize {
  let at = from;
  end = to;
  state = MORE;
  memory.fill(to, 0, 32);
  let batch: u32 = 0;
  while (!isFull()) {
    batch = 0;
    startBatch();
    while (batch < BATCH) {
      const next = cutRow(at, batch);
      if (next === 0) break;
      at = next;
      batch++;
      lastRow++;
    }
    addBatch(batch);
    if (batch < BATCH) return at;
  }
  state = FULL;
  return at;
}

/** Why {@link takeRows} stopped. */
export function rowsState(): u32 {
  return state;
}

/** What was expected up to `upTo` is not there: answers 0. */
function stop(upTo: usize): usize {
  state = upTo > end ? MORE : ODD;
  return 0;
}

function cutRow(from: usize, row: u32): usize {
  let at = from;
  while (isBlank(load<u8>(at))) at++;
  if (load<u32>(at) !== ROW_OPEN) return stop(at + 4);
  at = rowTag(at + 4);
  if (at === 0) return 0;
  clearRow(row);
  column = u32.MAX_VALUE;
  filled = false;
  while (load<u16>(at) === CELL_OPEN) {
    at = cellTag(at + 2);
    if (at === 0) return 0;
    if (load<u16>(at) === EMPTY_CLOSE) {
      at += 2;
      continue;
    }
    // Formats reach further than what they are for: only a cell that holds something has to have a column.
    if (load<u8>(at) !== GT || column >= columnCount()) return stop(at + 1);
    at = takeValue(at + 1, row);
    if (at === 0) return 0;
  }
  if ((load<u64>(at) & SIX) !== ROW_CLOSE) return stop(at + 6);
  return filled && at + 6 <= end ? at + 6 : stop(at + 6);
}

/** The attributes of a row; answers where its first cell begins. A hidden row is told by the host, and so is one that leaves rows out. */
function rowTag(from: usize): usize {
  let at = from;
  let number: u32 = 0;
  while (true) {
    const byte = load<u8>(at);
    if (byte === GT) break;
    if (byte !== SPACE) return stop(at + 1);
    const name = ++at;
    while (isName(load<u8>(at))) at++;
    const length = <u32>(at - name);
    if (load<u8>(at) !== EQUALS || load<u8>(at, 1) !== QUOTE || length === 0) return stop(at + 2);
    at += 2;
    if (length === 1 && load<u8>(name) === 114) {
      at = readWhole(at);
      number = whole;
    } else if (length === 6 && (load<u64>(name) & SIX) === HIDDEN) return stop(0);
    else while (isValue(load<u8>(at))) at++;
    if (load<u8>(at) !== QUOTE) return stop(at + 1);
    at++;
  }
  return number === lastRow + 1 ? at + 1 : stop(0);
}

/** The attributes of a cell; answers where its tag ends. */
function cellTag(from: usize): usize {
  let at = from;
  let next = column + 1;
  style = 0;
  type = NUMBER;
  while (load<u8>(at) === SPACE) {
    const name = load<u8>(at, 1);
    if (load<u8>(at, 2) !== EQUALS || load<u8>(at, 3) !== QUOTE) return stop(at + 4);
    at += 4;
    if (name === 114) {
      next = 0;
      const first = at;
      for (let letter = <u32>load<u8>(at) - 65; letter < 26; letter = <u32>load<u8>(at) - 65) {
        next = next * 26 + letter + 1;
        at++;
      }
      if (at === first || at - first > 3) return stop(at + 1);
      next--;
      at = readWhole(at);
      if (whole !== lastRow + 1) return stop(at + 1);
    } else if (name === 115) {
      at = readWhole(at);
      style = whole;
    } else if (name === 116) {
      const first = at;
      while (isLetter(load<u8>(at))) at++;
      type = typeOf(first, <u32>(at - first));
      if (type === UNKNOWN) return stop(at + 1);
    } else return stop(at);
    if (load<u8>(at) !== QUOTE) return stop(at + 1);
    at++;
  }
  if ((column !== u32.MAX_VALUE && next <= column) || next >= LAST_COLUMN) return stop(0);
  column = next;
  return at;
}

/** Reads the digits that come into {@link whole}; answers where they end. Those beyond nine are left: no row and no style has as many. */
function readWhole(from: usize): usize {
  let at = from;
  whole = 0;
  for (let digit = digitAt(at); digit < 10 && at < from + 9; digit = digitAt(++at)) whole = whole * 10 + digit;
  return at;
}

function typeOf(at: usize, length: u32): u32 {
  const first = load<u8>(at);
  if (length === 1) return first === 115 ? SHARED : first === 110 ? NUMBER : first === 98 ? BOOLEAN : UNKNOWN;
  if (length === 3) return (load<u32>(at) & THREE) === STRING_NAME ? STRING : UNKNOWN;
  return length === 9 && load<u64>(at) === INLINE_NAME && load<u8>(at, 8) === 114 ? INLINE : UNKNOWN;
}

/** Takes what stands in a cell; answers where the next begins. */
function takeValue(from: usize, row: u32): usize {
  let at = from;
  if (type === INLINE) {
    at = richOpen(at);
    if (at === 0) return 0;
    const close = readText(at, end);
    if (close === 0 || close === at) return stop(close === 0 ? 0 : at + 1);
    if (load<u64>(close) !== RICH_CLOSE || load<u32>(close, 8) !== RICH_CLOSE_REST || load<u8>(close, 12) !== GT) return stop(close + 13);
    set(row, readAt(), readLength());
    return close + 13;
  }
  if (load<u16>(at) === FORMULA_OPEN) {
    at = formulaEnd(at + 2);
    if (at === 0) return 0;
  }
  if ((load<u32>(at) & THREE) !== VALUE_OPEN) return stop(at + 3);
  at += 3;
  const close = type === STRING ? readText(at, end) : valueEnd(at);
  if (close === 0) return stop(0);
  if (close === at || load<u64>(close) !== VALUE_CLOSE) return stop(close + 8);
  if (type === STRING) set(row, readAt(), readLength());
  else if (!setValue(row, at, close)) return stop(0);
  return close + 8;
}

/** Sets the cell; answers whether that was done. */
function setValue(row: u32, at: usize, close: usize): bool {
  if (type === NUMBER) {
    filled = true;
    const kind = kindOf(style);
    if (kind === OTHER) return false;
    if (kind === MONEY) noteMoney(column);
    return kind === DATE ? setDay(column, row, at, close, date1904) : kind === PERCENT ? setPercent(column, row, at, close) : setNumber(column, row, at, close);
  }
  if (type === SHARED) {
    const number = sharedNumber(at, close);
    if (number === NO_TEXT) return false;
    if (setShared(column, row, number)) filled = true;
    else {
      findShared(number);
      set(row, sharedAt(), sharedLength());
    }
  } else {
    const byte = load<u8>(at);
    if (close - at !== 1 || (byte !== 48 && byte !== 49)) return false;
    if (byte === 49) set(row, TRUE, 4);
    else set(row, FALSE, 5);
  }
  return true;
}

function set(row: u32, at: usize, length: u32): void {
  if (length !== 0) filled = true;
  setCell(column, row, at, length);
}

/** Behind a formula; its text is the host's business only where it has no value. */
function formulaEnd(from: usize): usize {
  let at = from;
  while (load<u8>(at) !== GT) {
    const byte = load<u8>(at);
    if (byte === 0 || byte === LT || byte === 39) return stop(at + 1);
    if (byte === QUOTE) {
      at++;
      while (isValue(load<u8>(at))) at++;
      if (load<u8>(at) !== QUOTE) return stop(at + 1);
    }
    at++;
  }
  if (load<u8>(at - 1) === 47) return at + 1;
  at = valueEnd(at + 1);
  return load<u32>(at) === FORMULA_CLOSE ? at + 4 : stop(at + 4);
}

/** Behind `<is><t>`, with the word that keeps blanks or without it. */
function richOpen(at: usize): usize {
  const word = load<u64>(at);
  if ((word & SEVEN) === RICH_OPEN) return at + 7;
  if ((word & SIX) !== (RICH_OPEN & SIX) || load<u64>(at, 6) !== SPACE_1 || load<u64>(at, 14) !== SPACE_2 || (load<u64>(at, 22) & SIX) !== SPACE_3) return stop(at + 28);
  return at + 28;
}
