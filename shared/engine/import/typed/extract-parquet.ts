import { type FileMetaData, parquetMetadataAsync, parquetRead } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { IsolatedProgress, PlainTables, ReadableFile } from '../../ports.ts';
import { dayText } from '../../values/dates.ts';
import { fill } from '../fill.ts';
import { rowsClaimed } from './claims.ts';
import { packTable } from './plain-table.ts';
import { TypedRows } from './typed-rows.ts';
import { asStored, holdsDecimals, readerOf, schemaFields } from './parquet-values.ts';
import { bytesText, millisText } from './value-text.ts';

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
  const metadata: FileMetaData = { ...said, schema: said.schema.map(asStored) };
  const total = Number(metadata.num_rows);
  const claimed = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  if (Math.max(total, claimed) > ROWS_ANYWAY + file.size * ROWS_A_BYTE) throw rowsClaimed(Math.max(total, claimed), file.size);
  const fields = schemaFields(said.schema);
  const rows = new TypedRows(fields.map(({ element }) => element.name));
  const text = fields.map(readerOf);
  let start = 0;
  let bytes = 0;
  for (const group of metadata.row_groups) {
    if (limit !== undefined && bytes > limit) break;
    const end = start + Number(group.num_rows);
    const columns: unknown[][] = [];
    // One column at a time: of several that fail at once the library awaits but the first, and the others would end the process.
    for (const field of fields) {
      const { name } = field.element;
      const onComplete = (read: unknown[][]) => void columns.push(read.map(([value]) => value));
      await parquetRead({ file: buffer, metadata, rowStart: start, rowEnd: end, columns: [name], compressors, parsers, utf8: !holdsDecimals(field), geoparquet: false, onComplete });
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
