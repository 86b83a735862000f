// Columns of codes and dictionaries, filled a batch of rows at a time.

import { Codes } from './codes';
import { CODES, Dictionary, hashOf } from './dictionary';
import { give, take } from './memory';

/** Records are cut first and looked up column by column, so that the table of one column stays in the cache. */
export const BATCH: u32 = 256;
/** Tables larger than this are fetched ahead of the look-ups. */
const CACHED_SLOTS: u32 = 4096;

let width: u32 = 0;
let dictionaries: StaticArray<Dictionary> = new StaticArray<Dictionary>(0);
let codes: StaticArray<Codes> = new StaticArray<Codes>(0);
let fileRows: usize = 0;
/** File row of the first row as long as each is the next one, and none is written; 0 from then on. */
let firstFileRow: u32 = 0;
let capacity: u32 = 0;
let count: u32 = 0;
const hashes: usize = memory.data(1024);
/** Codes of the batch. */
const found: usize = memory.data(1024);
/** Of each cell of the batch what its slot leads to. */
const likely: usize = memory.data(1024);
/** Keeps the fetches ahead from being taken for dead code. */
const fetched: usize = memory.data(4);

/** @param rows how many there will probably be */
export function startColumns(columns: u32, rows: u32): void {
  width = columns;
  dictionaries = new StaticArray<Dictionary>(columns);
  for (let i: u32 = 0; i < columns; i++) dictionaries[i] = new Dictionary();
  capacity = max<u32>(rows, 1024);
  codes = new StaticArray<Codes>(columns);
  for (let i: u32 = 0; i < columns; i++) codes[i] = new Codes(capacity);
  fileRows = take((<usize>capacity) << 2);
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
  return codes[column].at;
}

/** Bytes of each of a column's codes: 1, 2 or 4. */
export function codeWidth(column: u32): u32 {
  return codes[column].width;
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

/**
 * Adds rows.
 *
 * @param cells where their cells begin and how long they are: a batch per column
 */
export function addRows(cells: usize, rows: u32, fileRow: u32): void {
  if (rows === 0) return;
  if (count + rows > capacity) grow();
  addFileRows(rows, fileRow);
  for (let column: u32 = 0; column < width; column++) addCells(cells, column, rows);
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

function addCells(cells: usize, column: u32, rows: u32): void {
  const dictionary = dictionaries[column];
  const counted = dictionary.counts;
  dictionary.outlook = <f64>capacity / <f64>(count + rows);
  const first: usize = cells + ((<usize>column * BATCH) << 3);
  const sorted = dictionary.isSorted ? findSorted(dictionary, first, rows) : 0;
  if (sorted < rows) find(dictionary, first, sorted, rows);
  if (dictionary.counts) return;
  if (counted) codes[column].count(count, capacity);
  codes[column].append(found, rows, count, dictionary.size - 1, capacity);
}

/** Finds the codes of cells as long as they are sorted; answers how many that were. */
function findSorted(dictionary: Dictionary, first: usize, rows: u32): u32 {
  for (let row: u32 = 0; row < rows; row++) {
    const cell = first + ((<usize>row) << 3);
    const length = load<u32>(cell, 4);
    const code = length === 0 ? 0 : dictionary.sortedCode(load<u32>(cell), length);
    if (code === 0 && length !== 0) {
      dictionary.counts = false;
      dictionary.index();
      return row;
    }
    if (code !== count + row + 1) dictionary.counts = false;
    store<u32>(found + ((<usize>row) << 2), code);
  }
  return rows;
}

/** Finds the codes of cells by the table. */
function find(dictionary: Dictionary, first: usize, from: u32, to: u32): void {
  for (let i = from; i < to; i++) {
    const cell = first + ((<usize>i) << 3);
    store<u32>(hashes + ((<usize>i) << 2), hashOf(load<u32>(cell), load<u32>(cell, 4)));
  }
  if (dictionary.mask >= CACHED_SLOTS) fetchAhead(dictionary, from, to);
  for (let row = from; row < to; row++) {
    const cell = first + ((<usize>row) << 3);
    const length = load<u32>(cell, 4);
    store<u32>(found + ((<usize>row) << 2), length === 0 ? 0 : dictionary.code(load<u32>(cell), length, load<u32>(hashes + ((<usize>row) << 2))));
  }
}

/** What the look-ups of a batch will read, one kind after the other: these reads wait for memory together, and not each for the one before. */
function fetchAhead(dictionary: Dictionary, from: u32, to: u32): void {
  const slots = dictionary.slots;
  const ends = dictionary.ends;
  const arena = dictionary.arena;
  const mask = dictionary.mask;
  for (let i = from; i < to; i++) {
    const code = load<u32>(slots + ((<usize>(load<u32>(hashes + ((<usize>i) << 2)) & mask)) << 2)) & CODES;
    store<u32>(likely + ((<usize>i) << 2), code);
  }
  let sum: u32 = 0;
  for (let i = from; i < to; i++) {
    const code = load<u32>(likely + ((<usize>i) << 2));
    const start = code === 0 ? 0 : load<u32>(ends + ((<usize>code) << 2) - 4);
    store<u32>(likely + ((<usize>i) << 2), start);
  }
  for (let i = from; i < to; i++) sum += load<u8>(arena + load<u32>(likely + ((<usize>i) << 2)));
  store<u32>(fetched, sum);
}

function grow(): void {
  const before = capacity;
  capacity <<= 1;
  for (let i: u32 = 0; i < width; i++) codes[i].grow(before, capacity);
  const rows = take((<usize>capacity) << 2);
  memory.copy(rows, fileRows, (<usize>before) << 2);
  give(fileRows, (<usize>before) << 2);
  fileRows = rows;
}
