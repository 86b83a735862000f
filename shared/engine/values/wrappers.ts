const TAB = 9;
const BLANK = 32;
const APOSTROPHE = 39;
const EQUALS = 61;

/** Without the tabs and blanks at its end. A pattern would look at a long run of them amid a text once for each. */
export function withoutEndTabs(text: string): string {
  let end = text.length;
  while (end > 0 && isPadding(text.charCodeAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** Codes stay byte for byte, except for what keeps Excel from eating them: `="0012"`, a leading apostrophe, tabs and blanks around. */
export function unwrapId(text: string): string {
  const wrapped = /^="?([^"]*)"?$/.exec(withoutEndTabs(text));
  if (wrapped !== null) return wrapped[1] as string;
  return withoutEndTabs(text.replace(/^[ '\t]+/, ''));
}

/** Whether {@link unwrapId} may change the UTF-8 text at `bytes[start, end)`: most codes are told by their first and last byte. */
export function mayBeWrapped(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] as number;
  return first === EQUALS || first === APOSTROPHE || isPadding(first) || isPadding(bytes[end - 1] as number);
}

/** Whether a text of these bytes (1 for each that occurs) may be such a one at all. */
export const holdWrappers = (occurring: Uint8Array): boolean => [TAB, BLANK, APOSTROPHE, EQUALS].some((byte) => occurring[byte] === 1);

const isPadding = (code: number): boolean => code === TAB || code === BLANK;
