import type { RecipeStep } from '#contract/documents';
import { columnUse } from './apply.ts';
import { asPairs } from './define.ts';

/**
 * What the columns of a table are called after a recipe.
 *
 * @param columns names before the first step
 * @returns name before → name after, of those that are still there and go on as the same column
 */
export function tracedColumns(columns: readonly string[], steps: readonly RecipeStep[]): Map<string, string> {
  const names = new Map(columns.map((name) => [name, name]));
  for (const step of steps) {
    if (step.on === false) continue;
    if (step.step === 'rename-columns') {
      // All at once, so that two columns can change places.
      const renamed = new Map(asPairs(step.params, 'names'));
      for (const [first, name] of names) names.set(first, renamed.get(name) ?? name);
      continue;
    }
    const use = columnUse(step);
    if (use === 'unknown') continue;
    for (const [first, name] of names) if (use.removes.includes(name)) names.delete(first);
  }
  return names;
}
