import type { GridLook } from '#contract/views';
import { columnWidth, type GridColumn, MAX_WIDTH, MIN_WIDTH } from './gridCells.ts';

/** Nothing hidden, nothing frozen, every column as wide as its type asks. */
export const PLAIN_LOOK: GridLook = { widths: {}, hidden: [], frozen: null };

/** One press of Wider or Narrower. */
const STEP = 40;

/** The columns that are shown, how many of them stay in sight, and how many are hidden. */
export function lookedAt(columns: readonly GridColumn[], { widths, hidden, frozen }: GridLook): { readonly shown: readonly GridColumn[]; readonly frozen: number; readonly hidden: number } {
  const away = new Set(hidden);
  const left = columns.filter(({ name }) => !away.has(name));
  // At another step other columns may be there: a table without any is of no use.
  const seen = left.length === 0 ? columns : left;
  const upTo = columns.findIndex(({ name }) => name === frozen);
  const staying = new Set(columns.slice(0, upTo + 1).map(({ name }) => name));
  return {
    shown: seen.map((column) => (widths[column.name] === undefined ? column : { ...column, width: widths[column.name] as number })),
    frozen: seen.filter(({ name }) => staying.has(name)).length,
    hidden: columns.length - seen.length,
  };
}

/** With another width of a column. */
export function withWidth(look: GridLook, column: string, width: number): GridLook {
  return { ...look, widths: { ...look.widths, [column]: Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.round(width))) } };
}

/** A bit wider or narrower. */
export function nudged(look: GridLook, column: GridColumn, wider: boolean): GridLook {
  return withWidth(look, column.name, columnWidth(column) + (wider ? STEP : -STEP));
}

/** With columns hidden or shown. */
export function withHidden(look: GridLook, columns: readonly string[], hide: boolean): GridLook {
  const rest = look.hidden.filter((name) => !columns.includes(name));
  return { ...look, hidden: hide ? [...rest, ...columns] : rest };
}
