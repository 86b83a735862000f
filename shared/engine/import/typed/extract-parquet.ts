import { parquetMetadataAsync, parquetRead, type SchemaElement } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { IsolatedProgress, PlainTables, ReadableFile } from '../../ports.ts';
import { dayText } from '../../values/dates.ts';
import { fill } from '../fill.ts';
import { rowsClaimed } from './claims.ts';
import { packTable } from './plain-table.ts';
import { millisText, TypedRows, valueText } from './typed-rows.ts';

/** Equal cells take next to no room: a small file may hold this many rows, whatever its size, and so many more a byte. */
const ROWS_ANYWAY = 1_000_000;
const ROWS_A_BYTE = 10_000;

/** Times come as texts, exact to the millisecond. */
const parsers = {
  timestampFromMilliseconds: (millis: bigint) => millisText(Number(millis)),
  timestampFromMicroseconds: (micros: bigint) => millisText(Number(micros) / 1000),
  timestampFromNanoseconds: (nanos: bigint) => millisText(Number(nanos / 1000n) / 1000),
  dateFromDays: (days: number) => dayText(days),
};

/**
 * Reads a Parquet file one row group at a time. To be run where it can be ended: the library believes what a file tells of itself.
 *
 * @param limit stop after row groups of about this many bytes
 */
export async function extractParquet(file: ReadableFile, limit: number | undefined, told: (progress: IsolatedProgress) => void): Promise<PlainTables> {
  const buffer = asyncBufferOf(file);
  const metadata = await parquetMetadataAsync(buffer);
  const total = Number(metadata.num_rows);
  const claimed = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  if (Math.max(total, claimed) > ROWS_ANYWAY + file.size * ROWS_A_BYTE) throw rowsClaimed(Math.max(total, claimed), file.size);
  const fields = topFields(metadata.schema);
  const rows = new TypedRows(fields.map(({ name }) => name));
  const text = fields.map(readerOf);
  let start = 0;
  let bytes = 0;
  for (const group of metadata.row_groups) {
    if (limit !== undefined && bytes > limit) break;
    const end = start + Number(group.num_rows);
    const columns: unknown[][] = [];
    // One column at a time: of several that fail at once the library awaits but the first, and the others would end the process.
    for (const { name } of fields) {
      const onComplete = (read: unknown[][]) => void columns.push(read.map(([value]) => value));
      await parquetRead({ file: buffer, metadata, rowStart: start, rowEnd: end, columns: [name], compressors, parsers, geoparquet: false, onComplete });
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

function readerOf(element: SchemaElement): (value: unknown) => string {
  const logical = element.logical_type;
  // Decimals come as products of whole numbers and powers of ten: fifteen digits take their tails off again.
  if (element.converted_type === 'DECIMAL' || logical?.type === 'DECIMAL') return (value) => (typeof value === 'number' ? String(Number(value.toPrecision(15))) : valueText(value));
  if (logical?.type === 'TIMESTAMP' && logical.isAdjustedToUTC) return (value) => (typeof value === 'string' ? `${value}Z` : valueText(value));
  return valueText;
}
