import type { Dictionary } from './dictionary.ts';

const encoder = new TextEncoder();

/**
 * Which texts of a dictionary hold a text: 1 at their codes. Letter case is ignored.
 *
 * The bytes are searched as they lie, without making a string of each text, where that gives the same: for letters of ASCII and for
 * signs that have no case, such as Han characters.
 *
 * @param folded what is looked for, in small letters
 */
export function codesContaining(dictionary: Dictionary, folded: string): Uint8Array {
  const found = new Uint8Array(dictionary.size);
  if (folded === '') return found;
  if (!hasPlainCase(folded)) {
    for (let code = 1; code < dictionary.size; code++) if ((dictionary.text(code) as string).toLowerCase().includes(folded)) found[code] = 1;
    return found;
  }
  const wanted = encoder.encode(folded);
  const { arena } = dictionary;
  const first = wanted[0] as number;
  for (let code = 1; code < dictionary.size; code++) {
    const last = dictionary.end(code) - wanted.length;
    for (let at = dictionary.start(code); at <= last; at++) {
      if (small(arena[at] as number) !== first || !standsAt(arena, at, wanted)) continue;
      found[code] = 1;
      break;
    }
  }
  return found;
}

function standsAt(arena: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 1; i < wanted.length; i++) if (small(arena[at + i] as number) !== wanted[i]) return false;
  return true;
}

const small = (byte: number) => (byte >= 65 && byte <= 90 ? byte + 32 : byte);

function hasPlainCase(folded: string): boolean {
  for (const sign of folded) if (sign.charCodeAt(0) > 127 && sign.toUpperCase() !== sign) return false;
  return true;
}
