// Delimited text → columns of codes and dictionaries. Records of the plain shape only; the host does the others, one at a time.

import { addRows, BATCH, startColumns } from './columns';
import { give, take } from './memory';

export { arenaAt, codesAt, codeWidth, countsUp, dictionarySize, endsAt, fileRowsAt, firstOfConsecutiveRows, rowCount } from './columns';

const NEWLINE: u8 = 10;
const RETURN: u8 = 13;

let width: u32 = 0;
let delimiter: u8 = 0;
let quote: u8 = 0;
let checksBytes: bool = false;

let input: usize = 0;
let inputRoom: usize = 0;
/** Texts whose quotes were undoubled, and the cells of records that the host cut. */
let scratch: usize = 0;
let scratchAt: usize = 0;

/** Per column, where the cells of the batch begin and how long they are. */
let cells: usize = 0;

let taken: u32 = 0;
let odd: bool = false;
/** The first U+FFFD at or behind the place last looked from. */
let broken: usize = 0;

export function start(columns: u32, delimiterByte: u32, quoteByte: u32, checks: bool, rows: u32): void {
  width = columns;
  delimiter = <u8>delimiterByte;
  quote = <u8>quoteByte;
  checksBytes = checks;
  cells = take(<usize>columns * BATCH * 8);
  startColumns(columns, rows);
}

/** Where to put that many bytes of text; what was put there before stays. */
export function inputFor(bytes: u32): usize {
  if (<usize>bytes > inputRoom) {
    const room = max<usize>(<usize>bytes, inputRoom << 1);
    const larger = take(room + 64);
    memory.copy(larger, input, inputRoom);
    if (inputRoom !== 0) {
      give(input, inputRoom + 64);
      give(scratch, inputRoom + 64);
    }
    input = larger;
    scratch = take(room + 64);
    scratchAt = scratch;
    inputRoom = room;
  }
  return input;
}

/** Takes plain records from `from` on; answers where it stopped: at a record that is not plain or not whole. */
export function takeRecords(from: usize, to: usize, fileRow: u32): usize {
  let at = from;
  taken = 0;
  odd = false;
  broken = checksBytes ? findBroken(from, to) : to;
  let batch: u32 = 0;
  do {
    batch = 0;
    scratchAt = scratch;
    while (batch < BATCH) {
      const next = cutRecord(at, to, batch);
      if (next === 0) break;
      at = next;
      batch++;
    }
    addRows(cells, batch, fileRow + taken);
    taken += batch;
  } while (batch === BATCH);
  return at;
}

/** How many records {@link takeRecords} took. */
export function takenRecords(): u32 {
  return taken;
}

/** Whether {@link takeRecords} stopped at a record that is not plain; otherwise more bytes are needed. */
export function stoppedAtOdd(): bool {
  return odd;
}

/** Where to put the bytes of a cell of a row that the host cut. */
export function cellFor(column: u32, length: u32): usize {
  if (column === 0) scratchAt = scratch;
  const at = scratchAt;
  setCell(column, 0, at, length);
  scratchAt += length;
  return at;
}

/** Adds the row whose cells were given by {@link cellFor}. */
export function addRow(fileRow: u32): void {
  addRows(cells, 1, fileRow);
}

function setCell(column: u32, row: u32, at: usize, length: u32): void {
  const cell: usize = cells + ((<usize>(column * BATCH + row)) << 3);
  store<u32>(cell, <u32>at);
  store<u32>(cell, length, 4);
}

/** Cuts one record into cells of the batch; answers where the next begins, or 0. */
function cutRecord(from: usize, to: usize, row: u32): usize {
  let at = from;
  let column: u32 = 0;
  while (true) {
    let end: usize;
    if (quote !== 0 && at < to && load<u8>(at) === quote) {
      let close = at + 1;
      let doubled = false;
      while (true) {
        close = findByte(close, to, quote);
        if (close + 1 >= to) return 0;
        if (load<u8>(close, 1) !== quote) break;
        doubled = true;
        close += 2;
      }
      end = close + 1;
      if (doubled) unquote(column, row, at + 1, close);
      else setCell(column, row, at + 1, <u32>(close - at - 1));
      if (load<u8>(end) === RETURN) {
        if (end + 1 >= to) return 0;
        end++;
        if (load<u8>(end) !== NEWLINE) return stop();
      }
    } else {
      end = findEnd(at, to);
      if (end >= to) return 0;
      let length = <u32>(end - at);
      if (length !== 0 && load<u8>(end) === NEWLINE && load<u8>(end - 1) === RETURN) length--;
      setCell(column, row, at, length);
    }
    column++;
    const byte = load<u8>(end);
    if (byte === delimiter) {
      if (column === width) return stop();
      at = end + 1;
      continue;
    }
    if (byte !== NEWLINE || column !== width) return stop();
    if (broken < from) broken = findBroken(from, to);
    if (broken < end) return stop();
    return end + 1;
  }
}

function stop(): usize {
  odd = true;
  return 0;
}

function unquote(column: u32, row: u32, from: usize, to: usize): void {
  const target = scratchAt;
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    store<u8>(scratchAt++, byte);
    if (byte === quote) at++;
  }
  setCell(column, row, target, <u32>(scratchAt - target));
}

/** The next delimiter or line end; `to` or beyond when there is none. Reads up to 15 bytes further. */
function findEnd(from: usize, to: usize): usize {
  const d = i8x16.splat(delimiter);
  const n = i8x16.splat(NEWLINE);
  for (let at = from; at < to; at += 16) {
    const bytes = v128.load(at);
    const mask = i8x16.bitmask(v128.or(i8x16.eq(bytes, d), i8x16.eq(bytes, n)));
    if (mask !== 0) return at + ctz<i32>(mask);
  }
  return to;
}

function findByte(from: usize, to: usize, byte: u8): usize {
  const wanted = i8x16.splat(byte);
  for (let at = from; at < to; at += 16) {
    const mask = i8x16.bitmask(i8x16.eq(v128.load(at), wanted));
    if (mask !== 0) return at + ctz<i32>(mask);
  }
  return to;
}

/** The next U+FFFD: EF BF BD. */
function findBroken(from: usize, to: usize): usize {
  if (!checksBytes) return to;
  let at = from;
  while (true) {
    at = findByte(at, to, 0xef);
    if (at + 3 > to) return to;
    if (load<u8>(at, 1) === 0xbf && load<u8>(at, 2) === 0xbd) return at;
    at++;
  }
}
