/** A text as it is compared when cells are searched: letter case is ignored, and a minus is a minus. */
export function foldForFind(text: string): string {
  return text.toLowerCase().replace(/−/g, '-');
}

/**
 * Whether what a cell shows holds the text that is looked for.
 *
 * @param shown as it stands in the table: a number with its separators, of which the seeker need not know
 * @param folded what is looked for, by {@link foldForFind}
 */
export function showsText(shown: string, folded: string, numeric: boolean): boolean {
  const text = foldForFind(shown);
  return text.includes(folded) || (numeric && text.replace(/,/g, '').includes(folded));
}
