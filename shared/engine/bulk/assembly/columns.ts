// Columns of codes and dictionaries, filled a batch of rows at a time. Codes wait in a chunk until the host fetches them, and so do the
// texts of sorted columns: what nobody looks up again need not lie here.

import { CODES, Dictionary } from './dictionary';
import { take } from './memory';
import { hashOf } from './text';

/** Records are cut first and looked up column by column, so that the table of one column stays in the cache. */
export const BATCH: u32 = 256;
/** Codes of a chunk, of all columns together. */
const CHUNK_CODES: u32 = 1 << 18;
/** Tables larger than this are fetched ahead of the look-ups. */
const CACHED_SLOTS: u32 = 4096;

let width: u32 = 0;
let dictionaries: StaticArray<Dictionary> = new StaticArray<Dictionary>(0);
/** Codes of rows that the host has not fetched: a stretch per column. */
let chunk: usize = 0;
let chunkRoom: u32 = 0;
let chunkRows: u32 = 0;
let expected: u32 = 0;
let count: u32 = 0;
const hashes: usize = memory.data(1024);
/** Of each cell of the batch what its slot leads to. */
const likely: usize = memory.data(1024);
/** Length of a cell whose text was found before: its code stands where its text would. */
export const FOUND: u32 = u32.MAX_VALUE;

// Cells of a sheet share texts: under the number of such a text each column keeps its code, so that it is looked up once.
let sharedCount: u32 = 0;
/** Per column where the codes are, by the numbers of texts; 0 where there are none. */
let sharedCodes: StaticArray<usize> = new StaticArray<usize>(0);
/** Of each cell of the batch the number of its text and one; 0 for a text of its own. */
let numbers: usize = 0;

/** Keeps the fetches ahead from being taken for dead code. */
const fetched: usize = memory.data(4);

/** @param rows how many there will probably be */
export function startColumns(columns: u32, rows: u32): void {
  width = columns;
  dictionaries = new StaticArray<Dictionary>(columns);
  for (let i: u32 = 0; i < columns; i++) dictionaries[i] = new Dictionary(i);
  expected = max<u32>(rows, 1024);
  chunkRoom = max<u32>(CHUNK_CODES / columns, 2 * BATCH);
  chunk = take((<usize>chunkRoom * columns) << 2);
}

/** Tells how many texts the cells share. */
export function sharesTexts(count: u32): void {
  sharedCount = count;
  sharedCodes = new StaticArray<usize>(width);
  const bytes = (<usize>(width * BATCH)) << 2;
  numbers = take(bytes);
  memory.fill(numbers, 0, bytes);
}

/** Notes which shared text a cell of the batch holds; `number` counts from 1, 0 is none. */
export function noteNumber(column: u32, row: u32, number: u32): void {
  store<u32>(numbers + ((<usize>(column * BATCH + row)) << 2), number);
}

/** Forgets what shared texts the cells of a row held. */
export function clearNumbers(row: u32): void {
  if (numbers === 0) return;
  for (let column: u32 = 0; column < width; column++) noteNumber(column, row, 0);
}

/** The code of a shared text in a column, by its number from 0; 0 where it was not looked up yet. */
export function sharedCode(column: u32, number: u32): u32 {
  const codes = sharedCodes[column];
  return codes === 0 ? 0 : load<u32>(codes + ((<usize>number) << 2));
}

/** Keeps the codes of the shared texts that were looked up. */
function keepShared(column: u32, from: u32, to: u32, found: usize): void {
  for (let row = from; row < to; row++) {
    const number = load<u32>(numbers + ((<usize>(column * BATCH + row)) << 2));
    if (number === 0) continue;
    if (sharedCodes[column] === 0) {
      const bytes = (<usize>sharedCount) << 2;
      sharedCodes[column] = take(bytes);
      memory.fill(sharedCodes[column], 0, bytes);
    }
    store<u32>(sharedCodes[column] + ((<usize>(number - 1)) << 2), load<u32>(found + ((<usize>row) << 2)));
  }
}

/** How many rows wait to be fetched. */
export function waitingRows(): u32 {
  return chunkRows;
}

/** Whether there is no room for another batch before they are. */
export function isFull(): bool {
  return chunkRows + BATCH > chunkRoom;
}

/** Where the waiting codes of a column are. */
export function codesAt(column: u32): usize {
  return chunk + ((<usize>(column * chunkRoom)) << 2);
}

/** The waiting rows were fetched. */
export function fetchedRows(): void {
  chunkRows = 0;
}

/** Whether the texts of a column are handed over as they come; those of the others stay until the end. */
export function handsOver(column: u32): bool {
  return dictionaries[column].handsOver(count);
}

/** How many texts of a column have not been handed over, where their bytes begin and end, and where the end of each stands. */
export function newTexts(column: u32): u32 {
  return dictionaries[column].newTexts();
}

export function newTextsAt(column: u32): usize {
  return dictionaries[column].newTextsAt();
}

export function newTextsEnd(column: u32): usize {
  return dictionaries[column].newTextsEnd();
}

export function newEndsAt(column: u32): usize {
  return dictionaries[column].newEndsAt();
}

/** Where the ends of a column's texts count from. */
export function arenaAt(column: u32): usize {
  return dictionaries[column].arena;
}

/** Notes which bytes stand in the new texts of a column. */
export function noteBytes(column: u32): void {
  dictionaries[column].noteBytes();
}

/** Where 1 stands for each byte of a column that was noted. */
export function notedAt(column: u32): usize {
  return dictionaries[column].noted;
}

/** Above 0 when all texts of a column rise, below when they fall; else 0. */
export function wayOf(column: u32): i32 {
  return dictionaries[column].way();
}

/** The new texts of a column were handed over. */
export function handedOver(column: u32): void {
  dictionaries[column].handedOver();
}

/** Where to put the bytes of the texts that were handed over: they are looked up from now on. */
export function roomBack(column: u32, bytes: u32): usize {
  return dictionaries[column].roomBack(bytes);
}

/** Where to put their ends, behind {@link roomBack}. */
export function endsBack(column: u32): usize {
  return dictionaries[column].ends;
}

/**
 * Adds rows.
 *
 * @param cells where their cells begin and how long they are: a batch per column
 */
export function addRows(cells: usize, rows: u32): void {
  if (rows === 0) return;
  for (let column: u32 = 0; column < width; column++) addCells(cells, column, rows);
  chunkRows += rows;
  count += rows;
}

function addCells(cells: usize, column: u32, rows: u32): void {
  const dictionary = dictionaries[column];
  dictionary.outlook = <f64>expected / <f64>(count + rows);
  const first: usize = cells + ((<usize>column * BATCH) << 3);
  const found: usize = chunk + ((<usize>(column * chunkRoom + chunkRows)) << 2);
  const sorted = dictionary.isSorted ? findSorted(dictionary, first, rows, found) : 0;
  if (sorted === rows) return;
  find(dictionary, first, sorted, rows, found);
  if (numbers !== 0) keepShared(column, sorted, rows, found);
}

/** Finds the codes of cells as long as they are sorted; answers how many that were. */
function findSorted(dictionary: Dictionary, first: usize, rows: u32, found: usize): u32 {
  for (let row: u32 = 0; row < rows; row++) {
    const cell = first + ((<usize>row) << 3);
    const length = load<u32>(cell, 4);
    const code = length === 0 ? 0 : dictionary.sortedCode(load<u32>(cell), length);
    if (code === 0 && length !== 0) {
      dictionary.index();
      return row;
    }
    store<u32>(found + ((<usize>row) << 2), code);
  }
  return rows;
}

/** Finds the codes of cells by the table. */
function find(dictionary: Dictionary, first: usize, from: u32, to: u32, found: usize): void {
  for (let i = from; i < to; i++) {
    const cell = first + ((<usize>i) << 3);
    const length = load<u32>(cell, 4);
    if (length !== FOUND) store<u32>(hashes + ((<usize>i) << 2), hashOf(load<u32>(cell), length));
  }
  if (dictionary.isAway) {
    findAway(dictionary, first, from, to, found);
    return;
  }
  if (dictionary.mask >= CACHED_SLOTS) fetchAhead(dictionary, from, to);
  for (let row = from; row < to; row++) {
    const cell = first + ((<usize>row) << 3);
    const length = load<u32>(cell, 4);
    let code: u32 = 0;
    if (length === FOUND) code = load<u32>(cell);
    else if (length !== 0) code = dictionary.code(load<u32>(cell), length, load<u32>(hashes + ((<usize>row) << 2)));
    store<u32>(found + ((<usize>row) << 2), code);
  }
}

/** Finds the codes of cells whose hashes are there, where the host has the texts. */
function findAway(dictionary: Dictionary, first: usize, from: u32, to: u32, found: usize): void {
  for (let row = from; row < to; row++) {
    const cell = first + ((<usize>row) << 3);
    const length = load<u32>(cell, 4);
    let code: u32 = 0;
    if (length === FOUND) code = load<u32>(cell);
    else if (length !== 0) code = dictionary.codeAway(load<u32>(cell), length, load<u32>(hashes + ((<usize>row) << 2)));
    store<u32>(found + ((<usize>row) << 2), code);
  }
  dictionary.takeBackOften(count + to);
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
