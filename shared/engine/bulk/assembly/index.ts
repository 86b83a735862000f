// Delimited text → columns of codes and dictionaries. Records of the plain shape only; the host does the others, one at a time.

import { Dictionary, hashOf } from './dictionary';
import { give, take } from './memory';

/** Records are cut first and looked up column by column, so that the table of one column stays in the cache. */
const BATCH: u32 = 256;
const NEWLINE: u8 = 10;
const RETURN: u8 = 13;
/** Tables larger than this are fetched ahead of the look-ups. */
const CACHED_SLOTS: u32 = 4096;

let width: u32 = 0;
let delimiter: u8 = 0;
let quote: u8 = 0;
let checksBytes: bool = false;

let input: usize = 0;
let inputRoom: usize = 0;
/** Texts whose quotes were undoubled, and the cells of records that the host cut. */
let scratch: usize = 0;
let scratchAt: usize = 0;

let dictionaries: StaticArray<Dictionary> = new StaticArray<Dictionary>(0);
/** Per column, its codes. */
let codes: usize = 0;
let fileRows: usize = 0;
/** File row of the first row as long as each is the next one, and none is written; 0 from then on. */
let firstFileRow: u32 = 0;
let capacity: u32 = 0;
let count: u32 = 0;
/** Per column, where the cells of the batch begin and how long they are. */
let cells: usize = 0;
const hashes: usize = memory.data(1024);

let taken: u32 = 0;
let odd: bool = false;
/** The first U+FFFD at or behind the place last looked from. */
let broken: usize = 0;
/** Keeps the fetches ahead from being taken for dead code. */
const fetched: usize = memory.data(4);

export function start(columns: u32, delimiterByte: u32, quoteByte: u32, checks: bool, rows: u32): void {
  width = columns;
  delimiter = <u8>delimiterByte;
  quote = <u8>quoteByte;
  checksBytes = checks;
  dictionaries = new StaticArray<Dictionary>(columns);
  for (let i: u32 = 0; i < columns; i++) dictionaries[i] = new Dictionary();
  cells = take(<usize>columns * BATCH * 8);
  codes = take(<usize>columns * 4);
  capacity = max<u32>(rows, 1024);
  for (let i: u32 = 0; i < columns; i++) store<u32>(codes + ((<usize>i) << 2), <u32>take((<usize>capacity) << 2));
  fileRows = take((<usize>capacity) << 2);
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
    addRows(batch, fileRow + taken);
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
  addRows(1, fileRow);
}

export function rowCount(): u32 {
  return count;
}

/** File row of the first row where each row is the next one: then they are not written. 0 otherwise. */
export function firstOfConsecutiveRows(): u32 {
  return firstFileRow;
}

/** Whether each row has the next code of the column: then its codes are not written. */
export function countsUp(column: u32): bool {
  return dictionaries[column].counts;
}

export function fileRowsAt(): usize {
  return fileRows;
}

export function codesAt(column: u32): usize {
  return load<u32>(codes + ((<usize>column) << 2));
}

export function dictionarySize(column: u32): u32 {
  return dictionaries[column].size;
}

export function endsAt(column: u32): usize {
  return dictionaries[column].ends;
}

export function arenaAt(column: u32): usize {
  return dictionaries[column].arena;
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

function addRows(rows: u32, fileRow: u32): void {
  if (rows === 0) return;
  if (count + rows > capacity) grow();
  addFileRows(rows, fileRow);
  for (let column: u32 = 0; column < width; column++) addCells(column, rows);
  count += rows;
}

function addFileRows(rows: u32, fileRow: u32): void {
  if (count === 0) firstFileRow = fileRow;
  if (firstFileRow !== 0) {
    if (fileRow === firstFileRow + count) return;
    countUp(fileRows, count, firstFileRow);
    firstFileRow = 0;
  }
  countUp(fileRows + ((<usize>count) << 2), rows, fileRow);
}

function countUp(target: usize, length: u32, from: u32): void {
  for (let i: u32 = 0; i < length; i++) store<u32>(target + ((<usize>i) << 2), from + i);
}

function addCells(column: u32, rows: u32): void {
  const dictionary = dictionaries[column];
  dictionary.outlook = <f64>capacity / <f64>(count + rows);
  const first: usize = cells + ((<usize>column * BATCH) << 3);
  let target: usize = codesAt(column) + ((<usize>count) << 2);
  let row: u32 = 0;
  if (dictionary.isSorted) {
    for (; row < rows; row++) {
      const cell = first + ((<usize>row) << 3);
      const length = load<u32>(cell, 4);
      const code = length === 0 ? 0 : dictionary.sortedCode(load<u32>(cell), length);
      if (code === 0 && length !== 0) break;
      if (dictionary.counts && code !== count + row + 1) {
        countUp(codesAt(column), count + row, 1);
        dictionary.counts = false;
      }
      if (!dictionary.counts) store<u32>(target, code);
      target += 4;
    }
    if (row === rows) return;
    if (dictionary.counts) {
      countUp(codesAt(column), count + row, 1);
      dictionary.counts = false;
    }
    dictionary.index();
  }
  for (let i = row; i < rows; i++) {
    const cell = first + ((<usize>i) << 3);
    store<u32>(hashes + ((<usize>i) << 2), hashOf(load<u32>(cell), load<u32>(cell, 4)));
  }
  if (dictionary.mask >= CACHED_SLOTS) {
    let sum: u32 = 0;
    for (let i = row; i < rows; i++) sum += load<u32>(dictionary.slots + ((<usize>(load<u32>(hashes + ((<usize>i) << 2)) & dictionary.mask)) << 2));
    store<u32>(fetched, sum);
  }
  for (; row < rows; row++) {
    const cell = first + ((<usize>row) << 3);
    const length = load<u32>(cell, 4);
    store<u32>(target, length === 0 ? 0 : dictionary.code(load<u32>(cell), length, load<u32>(hashes + ((<usize>row) << 2))));
    target += 4;
  }
}

function grow(): void {
  const before: usize = (<usize>capacity) << 2;
  capacity <<= 1;
  for (let i: u32 = 0; i < width; i++) store<u32>(codes + ((<usize>i) << 2), <u32>larger(codesAt(i), before));
  fileRows = larger(fileRows, before);
}

function larger(block: usize, bytes: usize): usize {
  const next = take(bytes << 1);
  memory.copy(next, block, bytes);
  give(block, bytes);
  return next;
}
