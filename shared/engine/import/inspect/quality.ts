import type { ColumnQuality } from '#contract/source-report';
import { type Column, isTextType, type TextColumn } from '../../table/table.ts';
import { addDays } from '../../values/dates.ts';

/** Tukey's fences at three quartile distances: "far out" (Exploratory Data Analysis, 1977). */
const FAR_OUT = 3;
const ENOUGH_FOR_FENCES = 20;

/**
 * Facts on one column of a typed table: how full, how many values, what its type refused, how its numbers lie.
 *
 * @param refused cells that the type refused
 * @param today ISO day: what lies beyond it is far out
 */
export function qualityOf(column: Column, rows: number, refused: number, personal: boolean, today: string): ColumnQuality {
  const base = { name: column.name, type: column.type, rows, refused, personal };
  if (column.kind === 'number') {
    const values = column.values.filter((value) => !Number.isNaN(value)).sort();
    const distinct = values.reduce((count, value, i) => (i === 0 || value !== values[i - 1] ? count + 1 : count), 0);
    return { ...base, filled: values.length, distinct, ...(personal ? HIDDEN : spreadOf(values)) };
  }
  const counts = new Uint32Array(column.dictionary.size);
  for (const code of column.codes) counts[code] = (counts[code] as number) + 1;
  const filled = rows - (counts[0] as number);
  const distinct = counts.reduce((count, n, code) => (code > 0 && n > 0 ? count + 1 : count), 0);
  const range = isTextType(column.type) && column.type !== 'date' && column.type !== 'instant' ? null : extremes(column, counts);
  return { ...base, filled, distinct, min: range?.min ?? null, max: range?.max ?? null, median: null, outliers: range === null ? 0 : daysFarOut(column, counts, addDays(today, 1)) };
}

/** Days and instants are ISO texts: they sort as they stand. */
function extremes({ dictionary }: TextColumn, counts: Uint32Array): { min: string; max: string } | null {
  let min: string | null = null;
  let max: string | null = null;
  for (let code = 1; code < dictionary.size; code++) {
    if (counts[code] === 0) continue;
    const text = dictionary.text(code) as string;
    if (min === null || text < min) min = text;
    if (max === null || text > max) max = text;
  }
  return min === null || max === null ? null : { min, max };
}

/** No shop's export is older. */
const FIRST_DAY = '2000-01-01';

/** Cells of days before {@link FIRST_DAY} and in the future. */
function daysFarOut({ dictionary }: TextColumn, counts: Uint32Array, last: string): number {
  let rows = 0;
  for (let code = 1; code < dictionary.size; code++) {
    const day = (dictionary.text(code) as string).slice(0, FIRST_DAY.length);
    if (day < FIRST_DAY || day > last) rows += counts[code] as number;
  }
  return rows;
}

/** The ends of somebody's numbers are two of them. */
const HIDDEN = { min: null, max: null, median: null, outliers: 0 };

/** @param values sorted */
function spreadOf(values: Float64Array): Pick<ColumnQuality, 'min' | 'max' | 'median' | 'outliers'> {
  if (values.length === 0) return { min: null, max: null, median: null, outliers: 0 };
  const low = quantile(values, 0.25);
  const high = quantile(values, 0.75);
  const reach = (high - low) * FAR_OUT;
  // Where half of the values are equal every other value would be far out.
  const outliers = values.length < ENOUGH_FOR_FENCES || reach === 0 ? 0 : values.reduce((count, value) => (value < low - reach || value > high + reach ? count + 1 : count), 0);
  return { min: values[0] as number, max: values.at(-1) as number, median: quantile(values, 0.5), outliers };
}

/** Linear interpolation between the neighbours (Hyndman and Fan 1996, definition 7: R's and pandas' default). */
export function quantile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const below = sorted[low] as number;
  return below + ((sorted[Math.min(sorted.length - 1, low + 1)] as number) - below) * (at - low);
}
