import { type FileMetaData, parquetMetadataAsync, parquetRead, type SchemaElement } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { IsolatedProgress, PlainTables, ReadableFile } from '../../ports.ts';
import { dayText } from '../../values/dates.ts';
import { fill } from '../fill.ts';
import { rowsClaimed } from './claims.ts';
import { packTable } from './plain-table.ts';
import { TypedRows } from './typed-rows.ts';
import { bytesText, clockText, floatText, halfText, intervalText, millisText, scaledText, valueText, wholeOf } from './value-text.ts';

/** Equal cells take next to no room: a small file may hold this many rows, whatever its size, and so many more a byte. */
const ROWS_ANYWAY = 1_000_000;
const ROWS_A_BYTE = 10_000;

/** Times come as texts, exact to the millisecond, and bytes that are no text as hex. */
const parsers = {
  timestampFromMilliseconds: (millis: bigint) => millisText(Number(millis)),
  timestampFromMicroseconds: (micros: bigint) => millisText(Number(micros) / 1000),
  timestampFromNanoseconds: (nanos: bigint) => millisText(Number(nanos / 1000n) / 1000),
  dateFromDays: (days: number) => dayText(days),
  stringFromBytes: (bytes: Uint8Array) => bytes && bytesText(bytes),
};

/**
 * Reads a Parquet file one row group at a time. To be run where it can be ended: the library believes what a file tells of itself.
 *
 * @param limit stop after row groups of about this many bytes
 */
export async function extractParquet(file: ReadableFile, limit: number | undefined, told: (progress: IsolatedProgress) => void): Promise<PlainTables> {
  const buffer = asyncBufferOf(file);
  const said = await parquetMetadataAsync(buffer);
  const metadata: FileMetaData = { ...said, schema: asStored(said.schema) };
  const total = Number(metadata.num_rows);
  const claimed = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  if (Math.max(total, claimed) > ROWS_ANYWAY + file.size * ROWS_A_BYTE) throw rowsClaimed(Math.max(total, claimed), file.size);
  const fields = topFields(said.schema);
  const rows = new TypedRows(fields.map(({ name }) => name));
  const text = fields.map(readerOf);
  let start = 0;
  let bytes = 0;
  for (const group of metadata.row_groups) {
    if (limit !== undefined && bytes > limit) break;
    const end = start + Number(group.num_rows);
    const columns: unknown[][] = [];
    // One column at a time: of several that fail at once the library awaits but the first, and the others would end the process.
    for (const field of fields) {
      const { name } = field;
      const onComplete = (read: unknown[][]) => void columns.push(read.map(([value]) => value));
      await parquetRead({ file: buffer, metadata, rowStart: start, rowEnd: end, columns: [name], compressors, parsers, utf8: !isDecimal(field), geoparquet: false, onComplete });
    }
    const count = Math.max(0, ...columns.map(({ length }) => length));
    for (let row = 0; row < count; row++) rows.add(columns.map((values, i) => (text[i] as (value: unknown) => string)(values[row])));
    start = end;
    bytes += Number(group.total_byte_size);
    told({ share: start / Math.max(1, total) });
  }
  return { tables: [packTable(rows, '')], partial: start < total };
}

function asyncBufferOf(file: ReadableFile) {
  return {
    byteLength: file.size,
    slice(start: number, end = file.size): ArrayBuffer {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, file.size) - start));
      fill(file, bytes, start);
      return bytes.buffer;
    },
  };
}

/** The schema is a tree in depth-first order; its first level are the columns. */
function topFields(schema: readonly SchemaElement[]): SchemaElement[] {
  const fields: SchemaElement[] = [];
  let at = 1;
  const skip = (element: SchemaElement) => {
    for (let child = 0; child < (element.num_children ?? 0); child++) skip(schema[at++] as SchemaElement);
  };
  while (at < schema.length) {
    const element = schema[at++] as SchemaElement;
    fields.push(element);
    skip(element);
  }
  return fields;
}

const isDecimal = ({ converted_type, logical_type }: SchemaElement): boolean => converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL';

/** What the library refuses. */
const REFUSED: ReadonlySet<string | undefined> = new Set(['INTERVAL', 'BSON']);

/**
 * The schema with the meaning of those columns taken off that the library refuses, or rounds to the digits of a number: they come as the
 * bytes and whole numbers they are stored as. Decimals within lists and records are left to the library.
 */
function asStored(schema: readonly SchemaElement[]): SchemaElement[] {
  const columns = new Set(topFields(schema));
  return schema.map((element) => {
    const { converted_type: _, logical_type: __, ...stored } = element;
    return REFUSED.has(element.converted_type) || (columns.has(element) && isDecimal(element)) ? stored : element;
  });
}

/** Milliseconds in a unit of time. */
const MILLIS = { MILLIS: 1, MICROS: 1e-3, NANOS: 1e-6 } as const;

function readerOf(element: SchemaElement): (value: unknown) => string {
  const { type, converted_type: converted, logical_type: logical } = element;
  if ((element.num_children ?? 0) > 0 || element.repetition_type === 'REPEATED') return valueText;
  if (isDecimal(element)) return decimalReader(element);
  if (logical?.type === 'TIMESTAMP' && logical.isAdjustedToUTC) return (value) => (typeof value === 'string' ? `${value}Z` : valueText(value));
  if (logical?.type === 'TIME') return clockReader(MILLIS[logical.unit]);
  if (converted === 'TIME_MILLIS' || converted === 'TIME_MICROS') return clockReader(converted === 'TIME_MILLIS' ? MILLIS.MILLIS : MILLIS.MICROS);
  if (converted === 'INTERVAL') return (value) => (value instanceof Uint8Array ? intervalOf(value) : valueText(value));
  if (type === 'FLOAT') return (value) => (typeof value === 'number' ? floatText(value) : valueText(value));
  if (logical?.type === 'FLOAT16') return (value) => (typeof value === 'number' ? halfText(value) : valueText(value));
  return valueText;
}

const clockReader = (factor: number) => (value: unknown) => (typeof value === 'number' || typeof value === 'bigint' ? clockText(Number(value) * factor) : valueText(value));

function decimalReader({ scale, logical_type }: SchemaElement): (value: unknown) => string {
  const places = logical_type?.type === 'DECIMAL' ? logical_type.scale : (scale ?? 0);
  return (value) =>
    value instanceof Uint8Array ? scaledText(String(wholeOf(value)), places) : typeof value === 'number' || typeof value === 'bigint' ? scaledText(String(value), places) : valueText(value);
}

/** Months, days and milliseconds, four bytes each. */
function intervalOf(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return intervalText(view.getUint32(0, true), view.getUint32(4, true), view.getUint32(8, true));
}
