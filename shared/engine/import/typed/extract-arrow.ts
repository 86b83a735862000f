import { decodeIPC } from '@uwdata/flechette/src/decode/decode-ipc.js';
import { createTable } from '@uwdata/flechette/src/decode/table-from-ipc.js';
import { CompressionType, Precision, setCompressionCodec, Type } from '@uwdata/flechette/src/index.js';
import { decompressZstd } from 'hyparquet-compressors';
import type { PlainTables } from '../../ports.ts';
import { dayText } from '../../values/dates.ts';
import { rowsClaimed } from './claims.ts';
import { fromLz4Frame } from './lz4-frame.ts';
import { packTable } from './plain-table.ts';
import { TypedRows } from './typed-rows.ts';
import { clockText, floatText, halfText, intervalText, millisText, scaledText, valueText } from './value-text.ts';

const refuse = (): never => {
  throw new Error('nothing is written');
};

/** Bytes that were unpacked of the file at hand. */
let unpacked = 0;

function unpackBy(unpack: (bytes: Uint8Array, length: number) => Uint8Array) {
  return {
    decode(bytes: Uint8Array, length: number): Uint8Array {
      unpacked += length;
      return unpack(bytes, length);
    },
    encode: refuse,
  };
}

// pandas packs what it writes, by LZ4 where nothing else is said. A copy: numbers of eight bytes have to begin where eight divides.
setCompressionCodec(CompressionType.LZ4_FRAME, unpackBy(fromLz4Frame));
setCompressionCodec(
  CompressionType.ZSTD,
  unpackBy((bytes) => decompressZstd(bytes).slice()),
);

/** Reads an Arrow file or stream. To be run where it can be ended: the library believes what a file tells of itself. */
export function extractArrow(bytes: Uint8Array): PlainTables {
  unpacked = 0;
  // A copy of its own, for the same reason.
  const file = decodeIPC(bytes.slice());
  for (const { type } of file.schema.fields) setScalesApart(type as ArrowType);
  const table = createTable(file, { useBigInt: true, useDecimalInt: true });
  // A row takes a bit of some column: a number of rows beyond that was never written.
  if (table.numRows > (bytes.length + unpacked) * 8) throw rowsClaimed(table.numRows, bytes.length);
  const columns = table.names.map((_, i) => table.getChildAt(i));
  const text = columns.map((column) => readerOf(column.type));
  const rows = new TypedRows(table.names.map(String));
  for (let row = 0; row < table.numRows; row++) rows.add(columns.map((column, i) => (text[i] as (value: unknown) => string)(column.at(row))));
  return { tables: [packTable(rows, '')], partial: false };
}

interface ArrowType {
  readonly typeId: number;
  scale?: number;
  /** The scale as the file says it. */
  places?: number;
  readonly unit?: number;
  readonly precision?: number;
  readonly timezone?: string | null;
  readonly dictionary?: ArrowType;
  readonly children?: readonly { readonly name: string; readonly type: ArrowType }[];
}

/** Decimals come as whole numbers, so that the library needs no scale; it refuses one below zero. */
function setScalesApart(type: ArrowType): void {
  if (type.typeId === Type.Decimal) {
    type.places = type.scale ?? 0;
    type.scale = 0;
  }
  if (type.dictionary !== undefined) setScalesApart(type.dictionary);
  for (const child of type.children ?? []) setScalesApart(child.type);
}

/** Milliseconds in the units of time, in Arrow's order. */
const MILLIS = [1000, 1, 1e-3, 1e-6] as const;
const LISTS: readonly number[] = [Type.List, Type.LargeList, Type.FixedSizeList, Type.ListView, Type.LargeListView];

type Reader = (value: unknown) => string;

function readerOf(type: ArrowType): Reader {
  if (type.typeId === Type.Dictionary && type.dictionary !== undefined) return readerOf(type.dictionary);
  const plain = plainReader(type);
  if (plain !== null) return (value) => (value === null || value === undefined ? '' : plain(value));
  const inside = insideOf(type);
  return inside === null ? valueText : (value) => valueText(inside(value));
}

/** Reads what the library gives in another shape than a person would read; `null` where it does not. */
function plainReader({ typeId, unit, precision, places, timezone }: ArrowType): Reader | null {
  const factor = MILLIS[unit ?? 0] as number;
  switch (typeId) {
    // Days and times come as milliseconds since 1970.
    case Type.Date:
      return ofNumber((millis) => dayText(Math.floor(millis / 86_400_000)));
    case Type.Timestamp:
      return ofNumber((millis) => `${millisText(millis)}${timezone ? 'Z' : ''}`);
    case Type.Time:
    case Type.Duration:
      return ofNumber((value) => clockText(value * factor));
    case Type.Decimal:
      return (value) => (typeof value === 'bigint' || typeof value === 'number' ? scaledText(String(value), places ?? 0) : valueText(value));
    case Type.Float:
      return precision === Precision.DOUBLE ? null : ofNumber(precision === Precision.HALF ? halfText : floatText);
    case Type.Interval:
      return intervalReader;
    default:
      return null;
  }
}

const ofNumber =
  (text: (value: number) => string): Reader =>
  (value) =>
    typeof value === 'number' || typeof value === 'bigint' ? text(Number(value)) : valueText(value);

/** Months alone, days with milliseconds, or months with days and nanoseconds. */
function intervalReader(value: unknown): string {
  if (typeof value === 'number') return intervalText(value, 0, 0);
  if (value instanceof Int32Array) return intervalText(0, value[0] as number, value[1] as number);
  return value instanceof Float64Array ? intervalText(value[0] as number, value[1] as number, (value[2] as number) / 1e6) : valueText(value);
}

/** What stands in lists and records, each value as its column would tell it; `null` for types that hold none. */
function insideOf(type: ArrowType): ((value: unknown) => unknown) | null {
  const children = type.children ?? [];
  const readers = children.map((child) => elementOf(child.type));
  const [first] = readers;
  // A list of numbers comes as an array of its kind, which JSON takes for a record.
  if (LISTS.includes(type.typeId) && first !== undefined) return (value) => (isIterable(value) ? Array.from(value, first) : value);
  if (type.typeId === Type.Map) return (value) => (isIterable(value) ? recordOf(value as Iterable<readonly [unknown, unknown]>, children[0]?.type.children ?? []) : value);
  if (type.typeId === Type.Struct)
    return (value) => (typeof value === 'object' && value !== null ? Object.fromEntries(children.map(({ name }, i) => [name, readers[i]?.((value as Record<string, unknown>)[name])])) : value);
  return null;
}

function elementOf(type: ArrowType): (value: unknown) => unknown {
  const plain = plainReader(type);
  const inside = insideOf(type);
  if (plain === null) return (value) => inside?.(value ?? null) ?? value ?? null;
  return (value) => (value === null || value === undefined ? null : type.typeId === Type.Float ? Number(plain(value)) : plain(value));
}

/** A map by its keys; where two are equal, its pairs. */
function recordOf(pairs: Iterable<readonly [unknown, unknown]>, [keys, values]: readonly { readonly type: ArrowType }[]): unknown {
  const [key, value] = [keys, values].map((field) => (field === undefined ? (one: unknown) => one : elementOf(field.type))) as [(one: unknown) => unknown, (one: unknown) => unknown];
  const read = Array.from(pairs, ([name, one]) => [String(key(name)), value(one)] as const);
  return new Set(read.map(([name]) => name)).size === read.length ? Object.fromEntries(read) : read;
}

const isIterable = (value: unknown): value is Iterable<unknown> => typeof value === 'object' && value !== null && Symbol.iterator in value;
