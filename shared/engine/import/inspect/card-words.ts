import type { ImportOptions } from '#contract/documents';
import type { Detection } from '#contract/import';
import type { Text } from '#contract/values';

/** What is called the same in both languages. */
export const both = (text: string): Text => ({ en: text, zh: text });

/** The reason of what a person has chosen. */
export const CHOSEN: Text = { en: 'You chose it.', zh: '由您选择。' };

/** The way back from a choice, where one was made: without it the reader decides, also of the next file that is read by this one's choices. */
export function backFrom(options: ImportOptions, ...names: readonly (keyof ImportOptions)[]): Pick<Detection, 'back'> {
  if (names.every((name) => options[name] === undefined)) return {};
  return { back: { ...options, ...Object.fromEntries(names.map((name) => [name, undefined])) } };
}
