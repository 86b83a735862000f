import { parquetMetadataAsync, parquetRead, type SchemaElement } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { SuanpanError } from '#contract/errors';
import type { ReadableFile } from '../../ports.ts';
import { dayText } from '../../values/dates.ts';
import { fill } from '../fill.ts';
import type { ParsedFile, ParseRequest } from '../parsed.ts';
import { damagedTable } from '../typed/damaged.ts';
import { millisText, TypedRows, valueText } from '../typed/typed-rows.ts';
import { defineImporter } from './define.ts';

const MAGIC = [0x50, 0x41, 0x52, 0x31];
const KIND = { en: 'Parquet', zh: 'Parquet ' };

export const parquet = defineImporter({
  id: 'parquet',
  title: KIND,
  extensions: ['parquet'],
  sniff: (head) => (MAGIC.every((byte, i) => head[i] === byte) ? 0.99 : 0),
  parse: parseParquet,
});

/** Times come as texts, exact to the millisecond. */
const parsers = {
  timestampFromMilliseconds: (millis: bigint) => millisText(Number(millis)),
  timestampFromMicroseconds: (micros: bigint) => millisText(Number(micros) / 1000),
  timestampFromNanoseconds: (nanos: bigint) => millisText(Number(nanos / 1000n) / 1000),
  dateFromDays: (days: number) => dayText(days),
};

/** Reads a Parquet file one row group at a time. */
async function parseParquet({ file, work, limit }: ParseRequest): Promise<ParsedFile> {
  const buffer = asyncBufferOf(file);
  try {
    const metadata = await parquetMetadataAsync(buffer);
    const fields = topFields(metadata.schema);
    const rows = new TypedRows(fields.map(({ name }) => name));
    const text = fields.map(readerOf);
    let start = 0;
    let bytes = 0;
    for (const group of metadata.row_groups) {
      if (limit !== undefined && bytes > limit) break;
      work.signal.throwIfAborted();
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
      work.progress({ done: start, total: Math.max(1, Number(metadata.num_rows)), note: { en: `Reading ${file.name}`, zh: `正在读取 ${file.name}` } });
      await work.breathe();
    }
    return { format: 'parquet', encoding: null, tables: [rows.finish('')], partial: start < Number(metadata.num_rows) };
  } catch (thrown) {
    if (thrown instanceof SuanpanError || work.signal.aborted) throw thrown;
    throw damagedTable(file.name, KIND, thrown);
  }
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
