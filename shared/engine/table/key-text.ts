import { KEY_TIDYINGS, type KeyTidying } from '#contract/documents';
import { Dictionary } from './dictionary.ts';
import { type Column, type TextColumn, textColumn } from './table.ts';

const TIDY: Readonly<Record<KeyTidying, (text: string) => string>> = {
  width: (text) => text.replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' '),
  blanks: (text) =>
    text
      .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  // Signs that tell Excel or a reader that a number is meant as text. A text of nothing else that is seen keeps them.
  signs: (text) => text.replace(/^\s*(?:[#'’]\s*)+(?=[\s\S]*[^\s#'’\u200b-\u200d\u2060\ufeff])/, ''),
  case: (text) => text.toLowerCase(),
  decimals: (text) => text.replace(/^(-?\d+)\.0+$/, '$1'),
  zeros: (text) => text.replace(/^0+(?=\d)/, ''),
};
const NUMBER = /^[1-9][0-9]*$/;
/** Each makes way for those after it: a full-width zero is a zero, a sign hides zeros. */
const ORDER: readonly KeyTidying[] = ['width', 'blanks', 'signs', 'case', 'decimals', 'zeros'];

/**
 * What a text is compared by when some things are overlooked; without any it is the text itself.
 *
 * @param how in any order
 */
export function keyText(how: readonly KeyTidying[]): (text: string) => string {
  const chosen = ORDER.filter((one) => how.includes(one)).map((one) => TIDY[one]);
  // Most keys are numbers with nothing to overlook.
  return (text) => (chosen.length === 0 || NUMBER.test(text) ? text : chosen.reduce((tidied, one) => one(tidied), text));
}

/** Whether a text names something that keys can be compared by. */
export function isKeyTidying(text: unknown): text is KeyTidying {
  return (KEY_TIDYINGS as readonly unknown[]).includes(text);
}

/** The column in the texts it is compared by. A key of which nothing is left is missing. Each different text is read once. */
export function tidiedColumn(column: TextColumn, how: readonly KeyTidying[]): TextColumn {
  if (how.length === 0) return column;
  const tidied = keyText(how);
  const dictionary = new Dictionary();
  const codeOf = new Uint32Array(column.dictionary.size);
  for (let code = 1; code < codeOf.length; code++) {
    const text = tidied(column.dictionary.text(code) as string);
    if (text !== '') codeOf[code] = dictionary.add(text);
  }
  return { ...column, raw: undefined, dictionary, codes: column.codes.map((code) => codeOf[code] as number) };
}

/** Numbers as they read, so that they meet texts. */
export function asTexts(column: Column): TextColumn {
  if (column.kind === 'text') return column;
  return textColumn(
    column.name,
    'text',
    Array.from(column.values, (value) => (Number.isNaN(value) ? null : String(value))),
  );
}
