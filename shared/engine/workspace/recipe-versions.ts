import type { RecipeStep } from '#contract/documents';
import { SuanpanError } from '#contract/errors';
import type { Text } from '#contract/values';
import type { RecipeDifference, RecipeVersion, StepChange, VersionRows } from '#contract/versions';
import { describeStep, diffRecipes, paramChange } from '../clean/index.ts';
import type { Workspace } from './workspace.ts';

/** A version with its steps. */
export interface VersionSteps extends RecipeVersion {
  readonly recipe: readonly RecipeStep[];
}

/** Every recipe the table has had since it is there, newest first: after each change of it, and under each name that was given. */
export function versionsOf(workspace: Workspace, dataset: string): VersionSteps[] {
  const now = JSON.stringify(workspace.datasets.definition(dataset).recipe);
  const found: VersionSteps[] = [];
  let last: string | null = null;
  for (const { n, at, title, state } of workspace.log.states()) {
    const definition = Object.hasOwn(state.datasets, dataset) ? state.datasets[dataset] : undefined;
    if (definition === undefined) {
      // A table that was removed and made anew has a history of its own.
      found.length = 0;
      last = null;
      continue;
    }
    const recipe = JSON.stringify(definition.recipe);
    if (recipe !== last)
      found.push({ id: `change:${n}`, n, at, title: withoutTable(title, definition.name), name: null, steps: definition.recipe.length, current: recipe === now, recipe: definition.recipe });
    last = recipe;
  }
  for (const { id, n, at, name, steps } of workspace.state.versions[dataset] ?? [])
    found.push({ id: `saved:${id}`, n, at, title: { en: name, zh: name }, name, steps: steps.length, current: JSON.stringify(steps) === now, recipe: steps });
  return found.sort((a, b) => b.n - a.n);
}

/** @throws SuanpanError `not-found` */
export function versionOf(workspace: Workspace, dataset: string, id: string): VersionSteps {
  const version = versionsOf(workspace, dataset).find((one) => one.id === id);
  if (version === undefined) throw new SuanpanError({ code: 'not-found', message: { en: `There is no version ${id}`, zh: `没有版本 ${id}` } });
  return version;
}

/** What became of a version until another one, or until now, step by step. */
export function differenceOf(workspace: Workspace, dataset: string, id: string, until?: string): RecipeDifference {
  const { recipe: before, ...version } = versionOf(workspace, dataset, id);
  const { recipe: after, ...other } = until === undefined ? { recipe: workspace.datasets.definition(dataset).recipe } : versionOf(workspace, dataset, until);
  const changes = diffRecipes(before, after).map((diff): StepChange => {
    const old = diff.before === null ? undefined : before[diff.before];
    const step = diff.after === null ? undefined : after[diff.after];
    return {
      ...diff,
      before: diff.before === null ? null : diff.before + 1,
      after: diff.after === null ? null : diff.after + 1,
      ...describeStep((step ?? old) as RecipeStep),
      params: old === undefined || step === undefined ? [] : diff.params.map((name) => paramChange(old, step, name)),
    };
  });
  return { version, until: 'id' in other ? other : null, changes, same: after.length - changes.filter((change) => change.after !== null).length };
}

/** How many rows a version gives of the files of now; steps it shares with the recipe are not run again. */
export function rowsOfVersion(workspace: Workspace, dataset: string, id: string): VersionRows {
  const { recipe } = versionOf(workspace, dataset, id);
  // What the recipe gives is there already, and what it shares with the version is taken from it.
  workspace.datasets.get(dataset);
  const { tables, results } = workspace.datasets.tryRecipe(dataset, recipe);
  return { rows: tables.at(-1)?.rows ?? 0, error: results.find(({ state }) => state === 'error')?.error ?? null };
}

/** `orders: Filter rows` as the history has it, without the table it is about. */
function withoutTable(title: Text, name: string): Text {
  const en = title.en.startsWith(`${name}: `) ? title.en.slice(name.length + 2) : title.en;
  const zh = title.zh.startsWith(`${name}：`) ? title.zh.slice(name.length + 1) : title.zh;
  return { en: en.slice(0, 1).toUpperCase() + en.slice(1), zh };
}
