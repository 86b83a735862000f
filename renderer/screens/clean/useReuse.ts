import { useState } from 'react';
import type { RecipeStep } from '#contract/documents';
import type { DatasetInfo } from '#contract/datasets';
import type { RecipeReply } from '#contract/recipe';
import { useEngine } from '../../state/useEngine.ts';
import { stepsOf } from './recipeActions.ts';
import { forOtherRows, missingColumns, sameColumn, travels } from './reuse.ts';

/** How steps come together with a table. */
export interface Reuse {
  /** The recipe that the table would have; null until it is known. */
  readonly steps: readonly RecipeStep[] | null;
  /** Its dry run: what each step would do there. */
  readonly dry: RecipeReply | undefined;
  readonly dryError: ReturnType<typeof useEngine<'recipe.set'>>['error'];
  /** Steps of the table's own that stay in front. */
  readonly kept: number;
  /** Numbers of the steps taken, from 1. */
  readonly taken: readonly number[];
  readonly missing: ReturnType<typeof missingColumns>;
  /** Of `missing`, what has no column yet. */
  readonly unmapped: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
  /** Whether the table has steps of its own. */
  readonly hasSteps: boolean;
  readonly instead: boolean;
  setInstead(instead: boolean): void;
  take(step: number, on: boolean): void;
  map(column: string, to: string): void;
}

/**
 * Tries steps on a table without changing it: as they are, to know which columns are missing, and with other columns in their place.
 *
 * @param offered the steps that could be taken; null until they are known
 */
export function useReuse(target: DatasetInfo | undefined, offered: readonly RecipeStep[] | null): Reuse {
  const [instead, setInstead] = useState(false);
  const [ticks, setTicks] = useState<Readonly<Record<number, boolean>>>({});
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const own = useEngine('recipe.get', target === undefined ? null : { dataset: target.id });
  const before = own.data === undefined ? [] : stepsOf(own.data);
  const front = instead ? [] : before;
  const known = target !== undefined && own.data !== undefined && offered !== null;
  const taken = (offered ?? []).flatMap((step, i) => ((ticks[i + 1] ?? travels(step)) ? [i + 1] : []));
  const steps = taken.map((n) => forOtherRows((offered ?? [])[n - 1] as RecipeStep));
  const page = useEngine('datasets.page', known ? { dataset: target.id, step: front.length, limit: 1 } : null);
  const columns = (page.data?.columns ?? []).map(({ name }) => name);
  const plain = useEngine('recipe.set', known ? { dataset: target.id, steps: [...front, ...steps], dryRun: true } : null);
  const missing = missingColumns(plain.data?.needs, front.length, taken);
  const names: Record<string, string> = {};
  for (const { column } of missing) {
    const to = chosen[column] ?? sameColumn(column, columns) ?? '';
    if (columns.includes(to)) names[column] = to;
  }
  const mapped = Object.keys(names).length > 0;
  const followed = useEngine('recipe.follow', known && mapped ? { steps, names } : null);
  const whole = !known || plain.data === undefined ? null : !mapped ? [...front, ...steps] : followed.data === undefined ? null : [...front, ...followed.data];
  const dry = useEngine('recipe.set', mapped && whole !== null && target !== undefined ? { dataset: target.id, steps: whole, dryRun: true } : null);
  return {
    steps: whole,
    dry: mapped ? dry.data : plain.data,
    dryError: plain.error ?? dry.error,
    kept: front.length,
    taken,
    missing,
    unmapped: missing.map(({ column }) => column).filter((column) => names[column] === undefined),
    names,
    columns,
    hasSteps: before.length > 0,
    instead,
    setInstead,
    take: (step, on) => setTicks((old) => ({ ...old, [step]: on })),
    map: (column, to) => setChosen((old) => ({ ...old, [column]: to })),
  };
}
