import type { ParamSpec } from '#contract/definitions';
import type { RecipeStep } from '#contract/documents';
import type { Text } from '#contract/values';
import type { ParamChange } from '#contract/versions';
import { stepById } from './apply.ts';
import { both, listed } from './define.ts';

/**
 * A parameter of a step then and now, in words. Of lists only what one of the two has is told, unless they differ in their order alone.
 *
 * @param name the parameter; one the step does not know is told as it stands
 */
export function paramChange(old: RecipeStep, step: RecipeStep, name: string): ParamChange {
  const spec = stepById(step.step)?.params.find((one) => one.name === name);
  const before = old.params[name] ?? spec?.default;
  const after = step.params[name] ?? spec?.default;
  const label = spec?.label ?? both(name, name);
  if (Array.isArray(before) && Array.isArray(after)) {
    const a = before.map((item) => itemText(item));
    const b = after.map((item) => itemText(item));
    const gone = a.filter((item) => !b.includes(item));
    const come = b.filter((item) => !a.includes(item));
    const reordered = gone.length === 0 && come.length === 0;
    return { label, before: listText(reordered ? a : gone), after: listText(reordered ? b : come) };
  }
  return { label, before: valueText(spec, before), after: valueText(spec, after) };
}

const listText = (items: readonly string[]): Text | null => (items.length === 0 ? null : listed(items));

/** One line of a list: a pair `old → new`, an aggregate `sum qty total`, a text. */
function itemText(item: unknown): string {
  if (!Array.isArray(item)) return typeof item === 'string' ? item.replaceAll('\t', ' ') : JSON.stringify(item);
  return item.length === 2 ? `${String(item[0])} → ${String(item[1])}` : item.map(String).join(' ');
}

function valueText(spec: ParamSpec | undefined, value: unknown): Text | null {
  if (value === undefined || value === null || value === '') return null;
  if (Array.isArray(value)) return listText(value.map(itemText));
  if (typeof value === 'boolean') return value ? both('yes', '是') : both('no', '否');
  const option = spec?.options?.find((one) => one.value === value);
  if (option !== undefined) return option.label;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return both(text, text);
}
