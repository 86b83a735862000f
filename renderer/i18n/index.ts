import type { Lang, Text } from '#contract/values';
import { preferences, shownLang } from '../state/preferences.ts';
import { useStore } from '../state/store.ts';
import { en, type Messages } from './en.ts';
import type { MessageParams } from './types.ts';
import { zh } from './zh.ts';

export type MessageKey = keyof Messages;
/** Keys of messages without parameters. */
export type PlainKey = { [K in MessageKey]: Messages[K] extends string ? K : never }[MessageKey];

/** The words of one language. */
export interface Words {
  readonly lang: Lang;
  t<K extends MessageKey>(key: K, ...params: MessageParams<Messages[K]>): string;
  /** A text of the engine in this language. */
  text(text: Text): string;
}

function wordsOf(lang: Lang): Words {
  const catalogue = lang === 'zh' ? zh : en;
  return {
    lang,
    t(key, ...params) {
      const message: unknown = catalogue[key];
      return typeof message === 'function' ? (message as (params: unknown) => string)(params[0]) : String(message);
    },
    text: (text) => text[lang],
  };
}

const WORDS = { en: wordsOf('en'), zh: wordsOf('zh') };

/** The words of the language on screen, kept up to date. */
export function useWords(): Words {
  return WORDS[shownLang(useStore(preferences).lang)];
}

/** The words of the language on screen, outside of components. */
export function words(): Words {
  return WORDS[shownLang(preferences.get().lang)];
}
