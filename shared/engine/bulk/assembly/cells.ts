// The text at hand and the cells of a batch of rows, which readers of each format fill.

import { addRows, BATCH, clearNumbers, FOUND, noteNumber, sharedCode, startColumns } from './columns';
import { give, take } from './memory';

/** Why a reader stopped: it needs more bytes, what comes is not plain, or rows have to be fetched first. */
export const MORE: u32 = 0;
export const ODD: u32 = 1;
export const FULL: u32 = 2;

/** Bytes behind the text that may be read: searches look at sixteen at a time. */
const BEHIND: usize = 64;

let width: u32 = 0;
let input: usize = 0;
let inputRoom: usize = 0;
/** Texts that stand otherwise in the file, and the cells of rows that the host cut. */
let scratch: usize = 0;
let scratchAt: usize = 0;
/** Per column, where the cells of the batch begin and how long they are. */
let cells: usize = 0;

/** @param rows how many there will probably be */
export function startCells(columns: u32, rows: u32): void {
  width = columns;
  cells = take(<usize>columns * BATCH * 8);
  startColumns(columns, rows);
}

/** How many columns there are. */
export function columnCount(): u32 {
  return width;
}

/** Where to put that many bytes of text; what was put there before stays. */
export function inputFor(bytes: u32): usize {
  if (<usize>bytes > inputRoom) {
    const room = max<usize>(<usize>bytes, inputRoom << 1);
    const larger = take(room + BEHIND);
    memory.copy(larger, input, inputRoom);
    if (inputRoom !== 0) {
      give(input, inputRoom + BEHIND);
      give(scratch, inputRoom + BEHIND);
    }
    input = larger;
    scratch = take(room + BEHIND);
    scratchAt = scratch;
    inputRoom = room;
  }
  return input;
}

export function startBatch(): void {
  scratchAt = scratch;
}

/** Adds the rows of the batch. */
export function addBatch(rows: u32): void {
  addRows(cells, rows);
}

export function setCell(column: u32, row: u32, at: usize, length: u32): void {
  const cell: usize = cells + ((<usize>(column * BATCH + row)) << 3);
  store<u32>(cell, <u32>at);
  store<u32>(cell, length, 4);
}

/** Sets a cell to a shared text that its column holds already, by its number from 0; answers whether it does. */
export function setShared(column: u32, row: u32, number: u32): bool {
  const code = sharedCode(column, number);
  if (code !== 0) setCell(column, row, code, FOUND);
  else noteNumber(column, row, number + 1);
  return code !== 0;
}

/** Leaves all cells of a row empty until they are set. */
export function clearRow(row: u32): void {
  clearNumbers(row);
  for (let column: u32 = 0; column < width; column++) store<u32>(cells + ((<usize>(column * BATCH + row)) << 3), 0, 4);
}

/** Where a text can be written that stands otherwise in the file; {@link keepWritten} keeps it. */
export function writeAt(): usize {
  return scratchAt;
}

export function keepWritten(to: usize): void {
  scratchAt = to;
}

/** Where to put the bytes of a cell of a row that the host cut; the cells of a row together fit where its text did. */
export function cellFor(column: u32, length: u32): usize {
  if (column === 0) scratchAt = scratch;
  const at = scratchAt;
  setCell(column, 0, at, length);
  scratchAt += length;
  return at;
}

/** Adds the row whose cells were given by {@link cellFor}. */
export function addRow(): void {
  clearNumbers(0);
  addRows(cells, 1);
}
