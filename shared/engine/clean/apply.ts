import type { KeptRow, RecipeStep } from '#contract/documents';
import { toErrorInfo } from '#contract/errors';
import type { StepResult } from '#contract/recipe';
import type { Text } from '#contract/values';
import type { Table } from '../table/table.ts';
import type { ColumnUse, StepContext, StepDefinition, StepOutcome } from './define.ts';
import { followKept, keptText, withKeptRows } from './kept.ts';
import { checkParams } from './params.ts';
import { STEPS } from './steps/registry.ts';

const BY_ID = new Map(STEPS.map((step) => [step.id, step]));
const LISTED_REFUSALS = 200;

export function stepById(id: string): StepDefinition | undefined {
  return BY_ID.get(id);
}

/** A recipe replayed: the table after every step, and what each step did. */
export interface Replay {
  /** `tables[0]` is the table before the first step, `tables[n]` after step n. */
  readonly tables: readonly Table[];
  readonly results: readonly StepResult[];
  /** Position of the step that stopped the run, or -1. Tables after it are the last valid one. */
  readonly failedAt: number;
}

/**
 * Replays a recipe.
 *
 * A step that fails stops the run: the rows before it stay valid and every later step is marked. Steps this version does not
 * know are kept and passed over.
 *
 * @param clock milliseconds, for the time each step took
 * @param known what an earlier replay of the same first steps gave: they are not run again
 */
export function replayRecipe(table: Table, steps: readonly RecipeStep[], context: StepContext, clock: () => number, known?: Pick<Replay, 'tables' | 'results'>): Replay {
  const results: StepResult[] = [...(known?.results ?? [])];
  const tables: Table[] = [table, ...(known?.tables.slice(1, results.length + 1) ?? [])];
  let failedAt = results.findIndex(({ state }) => state === 'error');
  let current = tables.at(-1) as Table;
  for (const [position, step] of steps.entries()) {
    if (position < results.length) continue;
    const definition = BY_ID.get(step.step);
    const described = describeStep(step);
    const base = { step, ...described, error: null, rowsBefore: current.rows, rowsAfter: current.rows, changedCells: 0, refused: [], refusedCells: 0, milliseconds: 0 };
    if (step.on === false) results.push({ ...base, state: 'off' });
    else if (definition === undefined) results.push({ ...base, state: 'unknown' });
    else if (failedAt >= 0) results.push({ ...base, state: 'error', error: { en: `Not run: step ${failedAt + 1} failed`, zh: `未执行：第 ${failedAt + 1} 步失败` } });
    else {
      const start = clock();
      try {
        const run = definition.run(current, checkParams(definition.id, definition.params, step.params), context);
        const outcome = { ...run, table: withKeptRows(current, run.table, followKept(step.keep, context.successors)) };
        results.push(resultOf(base, outcome, current, clock() - start));
        current = outcome.table;
      } catch (thrown) {
        const error = toErrorInfo(thrown);
        results.push({ ...base, state: 'error', error: { en: `Step ${position + 1}: ${error.message.en}`, zh: `第 ${position + 1} 步：${error.message.zh}` }, milliseconds: clock() - start });
        failedAt = position;
      }
    }
    tables.push(current);
  }
  return { tables, results, failedAt };
}

function resultOf(base: Omit<StepResult, 'state'>, outcome: StepOutcome, before: Table, milliseconds: number): StepResult {
  const refused = outcome.refused ?? [];
  const detail = outcome.warning ?? base.detail;
  return {
    ...base,
    detail,
    state: outcome.warning !== undefined || refused.length > 0 ? 'warning' : 'ok',
    rowsAfter: outcome.table.rows,
    changedCells: outcome.changedCells,
    refused: refused.slice(0, LISTED_REFUSALS).map(({ column, row, text }) => ({ column, row: before.origin.row[row] ?? row + 1, text })),
    refusedCells: refused.length,
    milliseconds,
  };
}

/** A step in words, also one that is unknown or broken. */
export function describeStep(step: RecipeStep): { title: Text; detail: Text } {
  const definition = BY_ID.get(step.step);
  if (definition === undefined) return { title: { en: step.step, zh: step.step }, detail: { en: 'This version does not know the step; it is kept', zh: '当前版本不认识该步骤，已保留' } };
  try {
    const described = definition.describe(step.params);
    const kept = keptText(step);
    return kept === null ? described : { ...described, detail: after(described.detail, kept) };
  } catch {
    return { title: definition.title, detail: { en: '', zh: '' } };
  }
}

const after = (first: Text, then: Text): Text => ({ en: first.en === '' ? then.en : `${first.en}; ${then.en}`, zh: first.zh === '' ? then.zh : `${first.zh}；${then.zh}` });

export interface Needs {
  readonly requires: readonly string[];
  readonly creates: readonly string[];
  readonly removes: readonly string[];
  readonly missing: readonly { readonly position: number; readonly column: string }[];
}

/**
 * What a recipe needs of a table, before a row changes: walks the steps keeping the set of columns that exist at each point.
 *
 * @param columns the columns the table has
 * @returns `missing` names each column that is not there, with the position (from 1) of the step that reads it
 */
export function recipeNeeds(columns: readonly string[], steps: readonly RecipeStep[]): Needs {
  const present = new Set(columns);
  const original = new Set(columns);
  const requires = new Set<string>();
  const creates = new Set<string>();
  const removes = new Set<string>();
  const missing: { position: number; column: string }[] = [];
  for (const [index, step] of steps.entries()) {
    if (step.on === false) continue;
    const use = columnUse(step);
    if (use === 'unknown') continue;
    for (const column of use.reads) {
      if (!present.has(column)) missing.push({ position: index + 1, column });
      if (!creates.has(column)) requires.add(column);
    }
    for (const column of use.removes) {
      present.delete(column);
      if (creates.has(column)) creates.delete(column);
      else if (original.has(column)) removes.add(column);
    }
    for (const column of use.adds) {
      present.add(column);
      creates.add(column);
    }
  }
  return { requires: [...requires], creates: [...creates], removes: [...removes], missing };
}

/** The columns a step touches; `unknown` also for a step that is unknown or broken. */
export function columnUse(step: RecipeStep): ColumnUse {
  const definition = BY_ID.get(step.step);
  if (definition === undefined) return 'unknown';
  try {
    return definition.columns(step.params);
  } catch {
    return 'unknown';
  }
}

/** The rows of files that a step names: those it keeps, and those it is about. */
export function rowsNamed(step: RecipeStep): readonly KeptRow[] {
  const kept = step.keep ?? [];
  try {
    return [...kept, ...(BY_ID.get(step.step)?.namesRows?.(step.params) ?? [])];
  } catch {
    return kept;
  }
}
