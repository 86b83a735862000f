import { tableFromIPC, Type } from '@uwdata/flechette';
import type { PlainTables } from '../../ports.ts';
import { dayText } from '../../values/dates.ts';
import { rowsClaimed } from './claims.ts';
import { packTable } from './plain-table.ts';
import { millisText, TypedRows, valueText } from './typed-rows.ts';

/** Reads an Arrow file or stream. To be run where it can be ended: the library believes what a file tells of itself. */
export function extractArrow(bytes: Uint8Array): PlainTables {
  // A copy of its own: numbers of eight bytes have to begin where eight divides.
  const table = tableFromIPC(bytes.slice(), { useBigInt: true, useDecimalInt: true });
  // A row takes a bit of some column: a number of rows beyond that was never written.
  if (table.numRows > bytes.length * 8) throw rowsClaimed(table.numRows, bytes.length);
  const columns = table.names.map((_, i) => table.getChildAt(i));
  const text = columns.map((column) => readerOf(column.type));
  const rows = new TypedRows(table.names.map(String));
  for (let row = 0; row < table.numRows; row++) rows.add(columns.map((column, i) => (text[i] as (value: unknown) => string)(column.at(row))));
  return { tables: [packTable(rows, '')], partial: false };
}

interface ArrowType {
  readonly typeId: number;
  readonly scale?: number;
  readonly timezone?: string | null;
  readonly dictionary?: ArrowType;
}

function readerOf(type: ArrowType): (value: unknown) => string {
  if (type.typeId === Type.Dictionary && type.dictionary !== undefined) return readerOf(type.dictionary);
  // Days and times come as milliseconds since 1970.
  if (type.typeId === Type.Date) return (value) => (typeof value === 'number' ? dayText(Math.floor(value / 86_400_000)) : valueText(value));
  if (type.typeId === Type.Timestamp) return (value) => (typeof value === 'number' ? `${millisText(value)}${type.timezone ? 'Z' : ''}` : valueText(value));
  if (type.typeId === Type.Decimal) return (value) => (typeof value === 'bigint' || typeof value === 'number' ? scaled(String(value), type.scale ?? 0) : valueText(value));
  return valueText;
}

/** Puts the point into a whole number: `1234`, 2 → `12.34`. */
function scaled(digits: string, scale: number): string {
  if (scale <= 0) return digits;
  const negative = digits.startsWith('-');
  const padded = digits.slice(negative ? 1 : 0).padStart(scale + 1, '0');
  return `${negative ? '-' : ''}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}
