import type { RecipeStep } from '#contract/documents';
import type { ErrorInfo } from '#contract/errors';
import type { RecipeReply } from '#contract/recipe';
import { words } from '../../i18n/index.ts';
import { toastUndo } from '../../state/actions.ts';
import { change } from '../../state/engine.ts';
import { runJob } from '../../state/jobs.ts';
import { currentRoute, patchQuery } from '../../state/router.ts';
import { recipePreview } from './recipePreview.ts';

/** Replaces the recipe of a table and says what that did. */
export async function setRecipe(dataset: string, steps: readonly RecipeStep[], said: string, onFailure?: (info: ErrorInfo) => void): Promise<RecipeReply | undefined> {
  // The table in sight shows the new steps at once; the file and what follows from it come after.
  const before = recipePreview.get();
  const asked = Number(currentRoute().query['step'] ?? steps.length);
  const shown = before?.dataset === dataset && JSON.stringify(before.steps) === JSON.stringify(steps) ? before : { dataset, steps, step: Math.min(asked, steps.length), result: null };
  recipePreview.set(shown);
  const reply = await runJob(words().t('clean.running'), (options) => change('recipe.set', { dataset, steps: [...steps] }, options), onFailure);
  if (recipePreview.get() === shown) recipePreview.set(reply === undefined ? before : null);
  if (reply !== undefined) toastUndo(said);
  return reply;
}

/** The saved steps of a recipe. */
export const stepsOf = (recipe: RecipeReply): readonly RecipeStep[] => recipe.steps.map((result) => result.step);

/** Shows a step, counted from 1; 0 is the source, nothing is the result. */
export function showStep(step: number | null): void {
  patchQuery({ step: step === null ? undefined : String(step), draft: undefined, view: undefined });
}

/** Turns a step on or off. */
export async function toggleStep(recipe: RecipeReply, index: number): Promise<void> {
  const { t, text } = words();
  const result = recipe.steps[index];
  if (result === undefined) return;
  const on = result.step.on === false;
  await setRecipe(
    recipe.dataset,
    stepsOf(recipe).map((step, at) => (at === index ? { ...step, on } : step)),
    on ? t('clean.turnedOn', { title: text(result.title) }) : t('clean.turnedOff', { title: text(result.title) }),
  );
}

/** Takes a step out. */
export async function removeStep(recipe: RecipeReply, index: number): Promise<void> {
  const { t, text } = words();
  const result = recipe.steps[index];
  if (result === undefined) return;
  const back = result.rowsBefore - result.rowsAfter;
  await setRecipe(
    recipe.dataset,
    stepsOf(recipe).filter((_, at) => at !== index),
    back > 0 ? t('clean.removedRows', { title: text(result.title), rows: back }) : t('clean.removed', { title: text(result.title) }),
  );
  showStep(recipe.steps.length === 1 ? 0 : Math.min(index + 1, recipe.steps.length - 1));
}
