import type { KeptRow, RecipeStep } from '#contract/documents';
import type { RecipeReply } from '#contract/recipe';
import type { RemovedRows } from '#contract/removed';
import type { TablePage } from '#contract/datasets';
import { words } from '../../i18n/index.ts';
import { setRecipe, stepsOf } from './recipeActions.ts';

const same = (a: KeptRow, b: KeptRow) => a.source === b.source && a.row === b.row;

/** The step with more rows that stay by hand; each is named once. */
export function withKept(step: RecipeStep, rows: readonly KeptRow[]): RecipeStep {
  const before = step.keep ?? [];
  return { ...step, keep: [...before, ...rows.filter((row, i) => !before.some((one) => same(one, row)) && rows.findIndex((one) => same(one, row)) === i)] };
}

/** The step without some of the rows that stay by hand. */
export function withoutKept({ keep = [], ...step }: RecipeStep, rows: readonly KeptRow[]): RecipeStep {
  const rest = keep.filter((one) => !rows.some((row) => same(one, row)));
  return rest.length === 0 ? step : { ...step, keep: rest };
}

/** Of a page of removed rows, those that can be kept: they are taken away and come from a file. */
export function keepable({ fate }: RemovedRows, { row, source }: TablePage['origin'], first: number, last: number): KeptRow[] {
  const rows: KeptRow[] = [];
  for (let i = Math.max(0, first); i <= Math.min(last, fate.length - 1); i++) {
    const fileRow = row[i];
    if (fate[i] === 1 && fileRow !== null && fileRow !== undefined) rows.push({ source: source[i] ?? 0, row: fileRow });
  }
  return rows;
}

/** Keeps rows that a step takes away, as an exception of that step. */
export async function keepRows(recipe: RecipeReply, step: number, rows: readonly KeptRow[]): Promise<void> {
  const { t } = words();
  await setRecipe(
    recipe.dataset,
    stepsOf(recipe).map((one, at) => (at === step - 1 ? withKept(one, rows) : one)),
    t('kept.done', { n: rows.length }),
  );
}

/** Gives such exceptions up again. */
export async function giveUpRows(recipe: RecipeReply, step: number, rows: readonly KeptRow[]): Promise<void> {
  const { t } = words();
  await setRecipe(
    recipe.dataset,
    stepsOf(recipe).map((one, at) => (at === step - 1 ? withoutKept(one, rows) : one)),
    t('kept.givenUp', { n: rows.length }),
  );
}
