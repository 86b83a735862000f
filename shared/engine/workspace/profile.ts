import type { ColumnProfile } from '#contract/datasets';
import type { Cell } from '#contract/values';
import type { Column, Table } from '../table/table.ts';
import { dayNumber, dayText } from '../values/dates.ts';

const BINS = 16;
const TOP = 8;

/** What the heads of a table's columns show. */
export function profileTable(table: Table, refused: ReadonlyMap<string, number>): ColumnProfile[] {
  return table.columns.map((column) => ({ ...profileColumn(column, table.rows), refused: refused.get(column.name) ?? 0 }));
}

function profileColumn(column: Column, rows: number): Omit<ColumnProfile, 'refused'> {
  return column.kind === 'text' ? profileTexts(column, rows) : profileNumbers(column, rows);
}

function profileTexts(column: Extract<Column, { kind: 'text' }>, rows: number): Omit<ColumnProfile, 'refused'> {
  const counts = new Uint32Array(column.dictionary.size);
  for (let row = 0; row < rows; row++) counts[column.codes[row] as number] = (counts[column.codes[row] as number] as number) + 1;
  const missing = counts[0] as number;
  let distinct = 0;
  const top: { code: number; count: number }[] = [];
  for (let code = 1; code < counts.length; code++) {
    const count = counts[code] as number;
    if (count === 0) continue;
    distinct++;
    if (top.length < TOP || count > (top[top.length - 1]?.count ?? 0)) {
      top.push({ code, count });
      top.sort((a, b) => b.count - a.count);
      top.length = Math.min(top.length, TOP);
    }
  }
  const dated = column.type === 'date' || column.type === 'instant';
  const range = dated ? dayRange(column, counts) : null;
  return {
    name: column.name,
    type: column.type,
    filled: rows - missing,
    missing,
    distinct,
    top: top.map(({ code, count }) => ({ value: column.dictionary.text(code), count })),
    histogram: range === null ? [] : dayHistogram(column, counts, range),
    min: range === null ? null : dayText(range.first),
    max: range === null ? null : dayText(range.last),
  };
}

function dayRange(column: Extract<Column, { kind: 'text' }>, counts: Uint32Array): { first: number; last: number } | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let code = 1; code < counts.length; code++) {
    if (counts[code] === 0) continue;
    const day = dayNumber(column.dictionary.text(code) as string);
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return Number.isFinite(first) ? { first, last } : null;
}

function dayHistogram(column: Extract<Column, { kind: 'text' }>, counts: Uint32Array, { first, last }: { first: number; last: number }): ColumnProfile['histogram'] {
  const width = Math.max(1, Math.ceil((last - first + 1) / BINS));
  const bins = new Uint32Array(Math.ceil((last - first + 1) / width));
  for (let code = 1; code < counts.length; code++) {
    if (counts[code] === 0) continue;
    const bin = Math.floor((dayNumber(column.dictionary.text(code) as string) - first) / width);
    bins[bin] = (bins[bin] as number) + (counts[code] as number);
  }
  return Array.from(bins, (count, i) => ({ from: dayText(first + i * width), to: dayText(Math.min(last, first + (i + 1) * width - 1)), count }));
}

function profileNumbers(column: Extract<Column, { kind: 'number' }>, rows: number): Omit<ColumnProfile, 'refused'> {
  let filled = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  const counts = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const value = column.values[row] as number;
    if (Number.isNaN(value)) continue;
    filled++;
    if (value < min) min = value;
    if (value > max) max = value;
    if (counts.size < 100_000 || counts.has(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const top = [...counts].sort((a, b) => b[1] - a[1]).slice(0, TOP);
  return {
    name: column.name,
    type: column.type,
    filled,
    missing: rows - filled,
    distinct: counts.size,
    top: top.map(([value, count]): { value: Cell; count: number } => ({ value, count })),
    histogram: filled === 0 ? [] : numberHistogram(column.values, min, max),
    min: filled === 0 ? null : min,
    max: filled === 0 ? null : max,
  };
}

function numberHistogram(values: Float64Array, min: number, max: number): ColumnProfile['histogram'] {
  const width = max === min ? 1 : (max - min) / BINS;
  const bins = new Uint32Array(BINS);
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    const bin = Math.min(BINS - 1, Math.floor((value - min) / width));
    bins[bin] = (bins[bin] as number) + 1;
  }
  return Array.from(bins, (count, i) => ({ from: min + i * width, to: min + (i + 1) * width, count }));
}
