import type { Dictionary } from '../table/dictionary.ts';
import type { Table } from '../table/table.ts';
import { BLOCK, type Cells, cellsOf, type RecordBlocks } from './record-rows.ts';

/** The loops of the module; `assembly/index.ts` describes them. Places are addresses in its memory. */
interface Loops {
  readonly memory: WebAssembly.Memory;
  measureTexts(codes: number, ends: number, count: number, serials: number, headers: number, payloads: number): void;
  measureNumbers(values: number, count: number, integers: number, serials: number, headers: number, payloads: number): void;
  measureWords(values: number, count: number, serials: number, headers: number, payloads: number): void;
  closeHeaders(count: number, headers: number, payloads: number): void;
  openRecords(from: number, to: number, headers: number, heads: number, bodies: number): void;
  writeTexts(codes: number, ends: number, arena: number, from: number, to: number, serials: number, heads: number, bodies: number): void;
  writeNumbers(values: number, from: number, to: number, serials: number, heads: number, bodies: number): void;
  writeWords(values: number, from: number, to: number, serials: number, heads: number, bodies: number): void;
}

/** A page of WebAssembly's memory; what the module itself needs lies in the first. */
const WASM_PAGE = 65_536;
/** Texts of a column that are more than this are brought in block by block where they stand in the order of the rows. */
const LARGE_TEXTS = 1 << 20;
/** All texts that are brought in at once. */
const MOST_TEXTS = 48 << 20;

/** Where the cells of a column lie in the module's memory. */
interface ColumnRoom {
  /** Codes or values of the block. */
  readonly cells: number;
  readonly serials: number;
  /** Of a column of texts: the end before the first text, and the bytes of the texts. */
  readonly ends: number;
  readonly arena: number;
  /** Whether only the texts of the block are there. */
  readonly byBlock: boolean;
}

let compiled: { readonly wasm: Uint8Array; readonly module: WebAssembly.Module } | null = null;

/**
 * Rows as records like {@link RecordRows}, by the module: faster, with the same bytes.
 *
 * @param wasm the compiled `assembly/index.ts`
 * @returns `null` where it cannot: no module, or more different texts than are worth a second copy
 */
export function compiledRecords(wasm: Uint8Array | null, table: Table, origin: boolean, integers: readonly boolean[], pageBytes: number): RecordBlocks | null {
  if (wasm === null) return null;
  const columns = cellsOf(table, origin, integers);
  const texts = columns.map((cells) => (cells.kind === 'text' ? textsOf(cells.codes, cells.dictionary) : null));
  if (texts.reduce((sum, own) => sum + (own === null ? 0 : own.bytes + own.ends * 4), 0) > MOST_TEXTS) return null;
  try {
    if (compiled?.wasm !== wasm) compiled = { wasm, module: new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>) };
    return new CompiledRecords(new WebAssembly.Instance(compiled.module).exports as unknown as Loops, columns, texts, table.rows, pageBytes);
  } catch (thrown) {
    // No memory for it, or a module this machine does not take: everything works without, only slower.
    if (thrown instanceof RangeError || thrown instanceof WebAssembly.CompileError) return null;
    throw thrown;
  }
}

/** How much room the texts of a column need, and whether they come block by block. */
interface TextsPlan {
  readonly byBlock: boolean;
  readonly ends: number;
  readonly bytes: number;
}

function textsOf(codes: Uint32Array, dictionary: Dictionary): TextsPlan {
  const whole = { byBlock: false, ends: dictionary.size, bytes: dictionary.byteLength };
  if (whole.bytes + whole.ends * 4 <= LARGE_TEXTS) return whole;
  let ends = 0;
  let bytes = 0;
  for (let from = 0; from < codes.length; from += BLOCK) {
    const [least, most] = spanOf(codes, from, Math.min(codes.length, from + BLOCK));
    if (most === 0) continue;
    ends = Math.max(ends, most - least + 2);
    bytes = Math.max(bytes, dictionary.end(most) - dictionary.start(least));
  }
  return ends * 4 + bytes <= LARGE_TEXTS ? { byBlock: true, ends, bytes } : whole;
}

/** The least and the greatest code of the rows that is not 0; both 0 where all are. */
function spanOf(codes: Uint32Array, from: number, to: number): [number, number] {
  let least = 0xffffffff;
  let most = 0;
  for (let row = from; row < to; row++) {
    const code = codes[row] as number;
    if (code === 0) continue;
    if (code < least) least = code;
    if (code > most) most = code;
  }
  return most === 0 ? [0, 0] : [least, most];
}

class CompiledRecords implements RecordBlocks {
  readonly bytes: Uint8Array;
  readonly #loops: Loops;
  readonly #columns: readonly Cells[];
  readonly #rooms: readonly ColumnRoom[];
  readonly #rows: number;
  /** Addresses of what there is one of for each row of the block, and the same as arrays. */
  readonly #at: { readonly pages: number; readonly headers: number; readonly payloads: number; readonly heads: number; readonly bodies: number };
  readonly #headers: Uint32Array;
  readonly #payloads: Uint32Array;
  readonly #heads: Uint32Array;
  /** Codes of a block, counted from the first text that was brought in. */
  readonly #shifted = new Uint32Array(BLOCK);
  #from = 0;
  #end = 0;

  constructor(loops: Loops, columns: readonly Cells[], texts: readonly (TextsPlan | null)[], rows: number, pageBytes: number) {
    this.#loops = loops;
    this.#columns = columns;
    this.#rows = rows;
    let end = WASM_PAGE;
    const take = (bytes: number) => {
      const at = end;
      end += Math.ceil(bytes / 16) * 16;
      return at;
    };
    const perRow = () => take(BLOCK * 4);
    this.#at = { pages: take(pageBytes), headers: perRow(), payloads: perRow(), heads: perRow(), bodies: perRow() };
    this.#rooms = texts.map((own) => ({
      cells: take(BLOCK * 8),
      serials: perRow(),
      ends: own === null ? 0 : take(own.ends * 4),
      arena: own === null ? 0 : take(own.bytes),
      byBlock: own?.byBlock ?? false,
    }));
    loops.memory.grow(Math.ceil((end - loops.memory.buffer.byteLength) / WASM_PAGE));
    // The memory never grows again: what points into it stays.
    const { buffer } = loops.memory;
    this.bytes = new Uint8Array(buffer, this.#at.pages, pageBytes);
    this.#headers = new Uint32Array(buffer, this.#at.headers, BLOCK);
    this.#payloads = new Uint32Array(buffer, this.#at.payloads, BLOCK);
    this.#heads = new Uint32Array(buffer, this.#at.heads, BLOCK);
    this.#columns.forEach((cells, i) => {
      const room = this.#rooms[i] as ColumnRoom;
      if (cells.kind === 'text' && !room.byBlock) this.#bringTexts(cells.dictionary, room, 0, cells.dictionary.size - 1);
    });
  }

  measure(row: number): number {
    if (row >= this.#from && row < this.#end) return this.#end;
    // Room was made for the texts of blocks that begin at these rows.
    this.#from = row - (row % BLOCK);
    this.#end = Math.min(this.#rows, this.#from + BLOCK);
    const count = this.#end - this.#from;
    const { headers, payloads } = this.#at;
    this.#headers.fill(0, 0, count);
    this.#payloads.fill(0, 0, count);
    this.#columns.forEach((cells, i) => {
      const room = this.#rooms[i] as ColumnRoom;
      this.#bring(cells, room);
      if (cells.kind === 'text') this.#loops.measureTexts(room.cells, room.ends, count, room.serials, headers, payloads);
      else if (cells.values instanceof Uint32Array) this.#loops.measureWords(room.cells, count, room.serials, headers, payloads);
      else this.#loops.measureNumbers(room.cells, count, cells.integers ? 1 : 0, room.serials, headers, payloads);
    });
    this.#loops.closeHeaders(count, headers, payloads);
    return this.#end;
  }

  payload(row: number): number {
    return this.#payloads[row - this.#from] as number;
  }

  place(row: number, at: number): void {
    this.#heads[row - this.#from] = this.#at.pages + at;
  }

  write(from: number, to: number): void {
    const first = from - this.#from;
    const last = to - this.#from;
    const { headers, heads, bodies } = this.#at;
    this.#loops.openRecords(first, last, headers, heads, bodies);
    this.#columns.forEach((cells, i) => {
      const { cells: own, ends, arena, serials } = this.#rooms[i] as ColumnRoom;
      if (cells.kind === 'text') this.#loops.writeTexts(own, ends, arena, first, last, serials, heads, bodies);
      else if (cells.values instanceof Uint32Array) this.#loops.writeWords(own, first, last, serials, heads, bodies);
      else this.#loops.writeNumbers(own, first, last, serials, heads, bodies);
    });
  }

  /** Brings the cells of the block in. */
  #bring(cells: Cells, room: ColumnRoom): void {
    const { buffer } = this.#loops.memory;
    if (cells.kind === 'number') {
      const own = cells.values.subarray(this.#from, this.#end);
      if (own instanceof Uint32Array) new Uint32Array(buffer, room.cells, own.length).set(own);
      else new Float64Array(buffer, room.cells, own.length).set(own);
      return;
    }
    let codes = cells.codes.subarray(this.#from, this.#end);
    if (room.byBlock) {
      const [least, most] = spanOf(cells.codes, this.#from, this.#end);
      codes = this.#shifted.subarray(0, codes.length);
      for (let i = 0; i < codes.length; i++) {
        const code = cells.codes[this.#from + i] as number;
        codes[i] = code === 0 ? 0 : code - least + 1;
      }
      if (most > 0) this.#bringTexts(cells.dictionary, room, least - 1, most);
    }
    new Uint32Array(buffer, room.cells, codes.length).set(codes);
  }

  /** Brings texts in: those behind code `before` up to code `last`. */
  #bringTexts(dictionary: Dictionary, room: ColumnRoom, before: number, last: number): void {
    const { buffer } = this.#loops.memory;
    const start = dictionary.end(before);
    const ends = new Uint32Array(buffer, room.ends, last - before + 1);
    ends.set(dictionary.ends.subarray(before, last + 1));
    for (let i = 0; start > 0 && i < ends.length; i++) ends[i] = (ends[i] as number) - start;
    const bytes = dictionary.arena.subarray(start, dictionary.end(last));
    new Uint8Array(buffer, room.arena, bytes.length).set(bytes);
  }
}
