import type { Facet, FacetShape, FacetValue } from '#contract/facets';
import { isMissing, type NumberColumn, type Table, type TextColumn } from '../table/table.ts';
import { requireColumn } from './cells.ts';

const MOST_VALUES = 1000;
const MOST_SHAPES = 200;
/** Tukey's fences at three quartile distances: "far out" (Exploratory Data Analysis, 1977). */
const FAR_OUT = 3;
const ENOUGH_FOR_FENCES = 20;
/** Shapes of longer texts are drawn together: `999` and `9999` as `9`. */
const DRAWN_TOGETHER = 24;

/** The cells of a column by value and by shape, with their counts, most frequent first. */
export function facetOf(table: Table, name: string): Facet {
  const column = requireColumn(table, name);
  let missing = 0;
  for (let row = 0; row < table.rows; row++) if (isMissing(column, row)) missing++;
  const base = { column: name, type: column.type, rows: table.rows, missing };
  if (column.kind === 'number') {
    const values = countNumbers(column);
    return { ...base, distinct: values.length, values: values.slice(0, MOST_VALUES), shapes: [], fences: fencesOf(column) };
  }
  const counts = countCodes(column, table.rows);
  const values: FacetValue[] = [];
  for (let code = 1; code < counts.length; code++) if ((counts[code] as number) > 0) values.push({ value: column.dictionary.text(code), count: counts[code] as number });
  values.sort((a, b) => b.count - a.count || (String(a.value) < String(b.value) ? -1 : 1));
  return { ...base, distinct: values.length, values: values.slice(0, MOST_VALUES), shapes: shapesOf(values), fences: null };
}

/** How many rows have each text. */
export function countCodes({ codes, dictionary }: TextColumn, rows: number): Uint32Array {
  const counts = new Uint32Array(dictionary.size);
  for (let row = 0; row < rows; row++) counts[codes[row] as number] = (counts[codes[row] as number] as number) + 1;
  return counts;
}

function countNumbers({ values }: NumberColumn): FacetValue[] {
  const counts = new Map<number, number>();
  for (const value of values) if (!Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || a.value - b.value);
}

/** Letters as `A` and `a`, digits as `9`, Chinese as `字`; signs as they are: 2025-06-18 is 9999-99-99. */
export function shapeOf(text: string): string {
  const shape = text
    .replace(/\p{Script=Han}/gu, '字')
    .replace(/\p{Lu}/gu, 'A')
    .replace(/[^\P{L}A字]/gu, 'a')
    .replace(/\p{Nd}/gu, '9');
  return [...text].length > DRAWN_TOGETHER ? shape.replace(/(.)\1+/gu, '$1') : shape;
}

function shapesOf(values: readonly FacetValue[]): FacetShape[] {
  const shapes = new Map<string, { count: number; example: string }>();
  for (const { value, count } of values) {
    const shape = shapeOf(String(value));
    const known = shapes.get(shape);
    if (known === undefined) shapes.set(shape, { count, example: String(value) });
    else known.count += count;
  }
  return [...shapes]
    .map(([shape, { count, example }]) => ({ shape, count, example }))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_SHAPES);
}

function fencesOf({ values }: NumberColumn): Facet['fences'] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length < ENOUGH_FOR_FENCES) return null;
  const quartile = (share: number) => sorted[Math.round((sorted.length - 1) * share)] as number;
  const reach = (quartile(0.75) - quartile(0.25)) * FAR_OUT;
  // Where half of the cells are equal every other one would be far out.
  if (reach === 0) return null;
  const [low, high] = [quartile(0.25) - reach, quartile(0.75) + reach];
  return { low, high, outside: sorted.filter((value) => value < low || value > high).length };
}
