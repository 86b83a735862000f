// Delimited text → columns of codes and dictionaries. Records of the plain shape only; the host does the others, one at a time.

import { addBatch, FULL, keepWritten, MORE, ODD, setCell, startBatch, startCells, writeAt } from './cells';
import { BATCH, isFull } from './columns';
import { findByte } from './find';

const NEWLINE: u8 = 10;
const RETURN: u8 = 13;
/** Behind so many bytes a quote is taken for one that is never closed; the host tells. */
const LONGEST_QUOTED: usize = 4 << 20;

let width: u32 = 0;
let delimiter: u8 = 0;
let quote: u8 = 0;
let checksBytes: bool = false;

let state: u32 = MORE;
/** The first U+FFFD at or behind the place last looked from. */
let broken: usize = 0;

export function start(columns: u32, delimiterByte: u32, quoteByte: u32, checks: bool, rows: u32): void {
  width = columns;
  delimiter = <u8>delimiterByte;
  quote = <u8>quoteByte;
  checksBytes = checks;
  startCells(columns, rows);
}

/** Takes plain records from `from` on; answers where it stopped. */
export function takeRecords(from: usize, to: usize): usize {
  let at = from;
  state = MORE;
  broken = checksBytes ? findBroken(from, to) : to;
  let batch: u32 = 0;
  while (!isFull()) {
    batch = 0;
    startBatch();
    while (batch < BATCH) {
      const next = cutRecord(at, to, batch);
      if (next === 0) break;
      at = next;
      batch++;
    }
    addBatch(batch);
    if (batch < BATCH) return at;
  }
  state = FULL;
  return at;
}

/** Why {@link takeRecords} stopped. */
export function recordsState(): u32 {
  return state;
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
        if (close - at > LONGEST_QUOTED) return stop();
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
  state = ODD;
  return 0;
}

function unquote(column: u32, row: u32, from: usize, to: usize): void {
  const target = writeAt();
  let end = target;
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    store<u8>(end++, byte);
    if (byte === quote) at++;
  }
  keepWritten(end);
  setCell(column, row, target, <u32>(end - target));
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
