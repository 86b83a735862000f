import type { RecipeStep } from '#contract/documents';
import type { Text } from '#contract/values';
import { describeStep, diffRecipes } from '../clean/index.ts';

/** What changed between two recipes of a table, in words for the history. */
export function recipeTitle(name: string, before: readonly RecipeStep[], after: readonly RecipeStep[]): Text {
  const said = changeText(before, after);
  return { en: `${name}: ${said.en}`, zh: `${name}：${said.zh}` };
}

function changeText(before: readonly RecipeStep[], after: readonly RecipeStep[]): Text {
  const diffs = diffRecipes(before, after);
  const [only] = diffs;
  if (only === undefined || diffs.length > 1) return severalText(diffs.map((diff) => (diff.before === null ? 'added' : diff.after === null ? 'removed' : 'changed')));
  const { title } = describeStep((only.after === null ? before[only.before ?? 0] : after[only.after]) as RecipeStep);
  if (only.before === null) return title;
  if (only.after === null) return { en: `step removed, ${title.en}`, zh: `删除步骤“${title.zh}”` };
  const { more, fewer } = only.kept;
  if (only.params.length > 0) return { en: `${title.en} changed`, zh: `修改“${title.zh}”` };
  if (more > 0) return { en: `${rows(more)} kept by hand in ${title.en}`, zh: `在“${title.zh}”中手动保留 ${more} 行` };
  if (fewer > 0) return { en: `${rows(fewer)} no longer kept by hand in ${title.en}`, zh: `“${title.zh}”不再手动保留 ${fewer} 行` };
  if (only.turned !== null) return only.turned === 'on' ? { en: `${title.en} turned on`, zh: `启用“${title.zh}”` } : { en: `${title.en} turned off`, zh: `停用“${title.zh}”` };
  return { en: `${title.en} moved`, zh: `移动“${title.zh}”` };
}

const rows = (count: number): string => `${count} row${count === 1 ? '' : 's'}`;

/** Several steps at once, as they come with a recipe that is taken over. */
function severalText(kinds: readonly ('added' | 'removed' | 'changed')[]): Text {
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  if (kinds.length > 0 && count('added') === kinds.length) return { en: `${kinds.length} steps added`, zh: `添加 ${kinds.length} 个步骤` };
  if (kinds.length > 0 && count('removed') === kinds.length) return { en: `${kinds.length} steps removed`, zh: `删除 ${kinds.length} 个步骤` };
  return { en: 'recipe changed', zh: '修改步骤' };
}
