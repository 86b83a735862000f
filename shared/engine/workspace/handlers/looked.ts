import type { RecipeStep } from '#contract/documents';
import type { BuiltDataset } from '../built-dataset.ts';
import { checkSteps } from './recipes.ts';
import type { Session } from './session.ts';

/** A dataset after some of its steps, or of others that are tried. */
export interface Looked extends Pick<BuiltDataset, 'tables' | 'refusedByColumn' | 'successors'> {
  readonly dataset: string;
  readonly recipe: readonly RecipeStep[];
  /** Steps that were taken. */
  readonly at: number;
}

/** Looks at a dataset after some of its steps, or of others that are tried: only those are run that lead there. */
export function looked<T>(
  session: Session,
  { dataset, step, steps }: { readonly dataset: string; readonly step?: number; readonly steps?: readonly RecipeStep[] },
  look: (at: Looked) => T,
): T | Promise<T> {
  const { datasets } = session.open;
  const upTo = steps === undefined ? undefined : checkSteps(steps.slice(0, step));
  const at = (built: BuiltDataset, recipe: readonly RecipeStep[]) =>
    look({ dataset, tables: built.tables, refusedByColumn: built.refusedByColumn, successors: built.successors, recipe, at: Math.min(step ?? built.tables.length - 1, built.tables.length - 1) });
  // What was tried is shown while it is being written.
  const tried = upTo === undefined ? null : datasets.tried(dataset, upTo);
  if (tried !== null && upTo !== undefined) return at(tried, upTo);
  return session.open.read(() => (upTo === undefined ? at(datasets.get(dataset), datasets.definition(dataset).recipe) : at(datasets.tryRecipe(dataset, upTo), upTo)));
}
