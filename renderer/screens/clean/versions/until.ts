import type { RecipeVersion } from '#contract/versions';
import { formatInstant } from '../../../format/dates.ts';
import type { Words } from '../../../i18n/index.ts';
import type { ChoiceOption } from '../../../ui/Choice.tsx';

/** The recipe as it is now, among the ends of a comparison. */
export const NOW = 'now';

/** Until what a version can be compared: now, and every version that is later. @param versions newest first */
export function untilOptions(versions: readonly RecipeVersion[], from: string, { t, text, lang }: Words): ChoiceOption[] {
  const at = versions.findIndex(({ id }) => id === from);
  return [{ value: NOW, label: t('versions.current') }, ...versions.slice(0, Math.max(0, at)).map((one) => ({ value: one.id, label: text(one.title), detail: formatInstant(one.at, lang) }))];
}
