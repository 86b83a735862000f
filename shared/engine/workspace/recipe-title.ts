import type { RecipeStep } from '#contract/documents';
import type { Text } from '#contract/values';
import { describeStep } from '../clean/index.ts';

/** What changed between two recipes of a table, in words for the history. */
export function recipeTitle(name: string, before: readonly RecipeStep[], after: readonly RecipeStep[]): Text {
  const added = after.find((step) => !before.some((old) => JSON.stringify(old) === JSON.stringify(step)));
  if (after.length > before.length && added !== undefined) {
    const { title } = describeStep(added);
    return { en: `${name}: ${title.en}`, zh: `${name}：${title.zh}` };
  }
  if (after.length < before.length) return { en: `${name}: step removed`, zh: `${name}：删除步骤` };
  return keptTitle(name, before, after) ?? { en: `${name}: recipe changed`, zh: `${name}：修改步骤` };
}

/** Where nothing but the rows kept by hand in one step differs. */
function keptTitle(name: string, before: readonly RecipeStep[], after: readonly RecipeStep[]): Text | null {
  const changed = after.flatMap((step, i) => (JSON.stringify(step) === JSON.stringify(before[i]) ? [] : [{ step, old: before[i] as RecipeStep }]));
  const [only] = changed;
  if (changed.length !== 1 || only === undefined || JSON.stringify(withoutKept(only.step)) !== JSON.stringify(withoutKept(only.old))) return null;
  const { title } = describeStep(only.step);
  const more = (only.step.keep?.length ?? 0) - (only.old.keep?.length ?? 0);
  const rows = Math.abs(more) === 1 ? '1 row' : `${Math.abs(more)} rows`;
  if (more === 0) return null;
  return more > 0
    ? { en: `${name}: ${rows} kept by hand in ${title.en}`, zh: `${name}：在“${title.zh}”中手动保留 ${more} 行` }
    : { en: `${name}: ${rows} no longer kept by hand in ${title.en}`, zh: `${name}：“${title.zh}”不再手动保留 ${-more} 行` };
}

const withoutKept = ({ keep: _, ...rest }: RecipeStep) => rest;
