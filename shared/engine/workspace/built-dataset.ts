import type { RecipeReply, StepResult } from '#contract/recipe';
import type { MissingDays, SourceCounts } from '../import/index.ts';
import type { Table } from '../table/table.ts';
import type { Successors } from './kept-successors.ts';

export interface RefusedRow {
  readonly source: number;
  readonly row: number;
  readonly column: string;
  readonly text: string;
}

/** A dataset as it stands: every table along its recipe, and what each step did. */
export interface BuiltDataset {
  readonly hash: string;
  /** What each table follows from; see {@link recipeKeys}. */
  readonly keys: readonly string[];
  /** `[0]` is the typed table, `[n]` the one after step n. */
  readonly tables: readonly Table[];
  readonly typing: StepResult | null;
  readonly results: readonly StepResult[];
  readonly refused: readonly RefusedRow[];
  readonly refusedByColumn: ReadonlyMap<string, number>;
  readonly counts: readonly SourceCounts[];
  /** Rows that stand in the place of such that are kept by hand. */
  readonly successors: Successors;
}

/** What the file remembers of a build. */
export interface StoredResult {
  readonly refused: number;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly refusedByColumn: Readonly<Record<string, number>>;
  readonly cells: number;
  readonly missing: number;
  /** Days without a row; null where it is no daily table. Builds of earlier versions do not say. */
  readonly missingDays?: MissingDays | null;
}

/** Cells without a value. */
export function countMissing(table: Table): number {
  return table.columns.reduce((missing, column) => missing + (column.kind === 'text' ? countZeros(column.codes) : countNaN(column.values)), 0);
}

function countZeros(codes: Uint32Array): number {
  let zeros = 0;
  for (let row = 0; row < codes.length; row++) if (codes[row] === 0) zeros++;
  return zeros;
}

function countNaN(values: Float64Array): number {
  let missing = 0;
  for (let row = 0; row < values.length; row++) if (Number.isNaN(values[row])) missing++;
  return missing;
}

/** The reading of cells as types, told like a step. */
export function typingResult(base: { table: Table; refused: readonly RefusedRow[]; refusedByColumn: ReadonlyMap<string, number> }, milliseconds: number): StepResult {
  const typed = base.table.columns.filter((column) => column.type !== 'text');
  const refusedCells = [...base.refusedByColumn.values()].reduce((sum, count) => sum + count, 0);
  return {
    step: { step: 'set-types', version: 1, params: { types: Object.fromEntries(base.table.columns.map(({ name, type }) => [name, type])) } },
    title: { en: `Set ${typed.length} types`, zh: `设置 ${typed.length} 列类型` },
    detail: refusedCells === 0 ? { en: 'Every cell fits its type', zh: '所有单元格均符合类型' } : { en: `${refusedCells} cells refused and listed`, zh: `${refusedCells} 个单元格无法识别，已列出` },
    state: refusedCells === 0 ? 'ok' : 'warning',
    error: null,
    rowsBefore: base.table.rows,
    rowsAfter: base.table.rows,
    changedCells: 0,
    refused: base.refused.slice(0, 200).map(({ column, row, text }) => ({ column, row, text })),
    refusedCells,
    milliseconds,
  };
}

/** A built dataset as the recipe screen shows it. */
export function recipeReply(id: string, built: BuiltDataset): RecipeReply {
  const first = built.tables[0] as Table;
  const last = built.tables[built.tables.length - 1] as Table;
  return { dataset: id, sourceRows: first.rows, typing: built.typing, steps: built.results, rows: last.rows, columns: last.columns.map(({ name, type }) => ({ name, type })) };
}
