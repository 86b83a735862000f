import type { Text } from '#contract/values';

/** What is called the same in both languages. */
export const both = (text: string): Text => ({ en: text, zh: text });

/** The reason of what a person has chosen. */
export const CHOSEN: Text = { en: 'You chose it.', zh: '由您选择。' };
