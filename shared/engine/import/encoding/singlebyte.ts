import { CYRILLIC } from './profiles/cyrillic.ts';
import type { Language } from './profiles/language.ts';
import { LATIN } from './profiles/latin.ts';
import { OTHER } from './profiles/other.ts';
import { type LetterModel, modelOf } from './letters.ts';
import type { Candidate } from './candidate.ts';

const WESTERN = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nordic', 'is'];
const CENTRAL = ['hu', 'cs', 'sk', 'pl', 'hr', 'sl', 'ro', 'de'];
const BALTIC = ['et', 'lv', 'lt'];
const LANGUAGES = new Map<string, Language>([...CYRILLIC, ...LATIN, ...OTHER].map((language) => [language.id, language]));
const LATIN_IDS = LATIN.map(({ id }) => id);

/** Encodings of one byte a character, the languages written in them, and how much likelier than others they are to begin with. */
const ENCODINGS: readonly { readonly encoding: string; readonly languages: readonly string[]; readonly prior: number }[] = [
  { encoding: 'windows-1252', languages: WESTERN, prior: 4 },
  { encoding: 'iso-8859-15', languages: WESTERN, prior: -4 },
  { encoding: 'macintosh', languages: WESTERN, prior: -4 },
  { encoding: 'windows-1250', languages: CENTRAL, prior: 0 },
  { encoding: 'iso-8859-2', languages: CENTRAL, prior: -1 },
  { encoding: 'windows-1251', languages: ['ru', 'bg', 'uk', 'sr'], prior: 0 },
  { encoding: 'koi8-r', languages: ['ru', 'bg'], prior: 0 },
  { encoding: 'koi8-u', languages: ['uk'], prior: -1 },
  { encoding: 'iso-8859-5', languages: ['ru', 'bg', 'uk', 'sr'], prior: -1 },
  { encoding: 'ibm866', languages: ['ru', 'bg', 'uk'], prior: -2 },
  { encoding: 'ibm855', languages: ['ru', 'bg', 'sr'], prior: -4 },
  { encoding: 'x-mac-cyrillic', languages: ['ru', 'bg', 'uk', 'sr'], prior: -3 },
  { encoding: 'windows-1253', languages: ['el'], prior: 0 },
  { encoding: 'iso-8859-7', languages: ['el'], prior: -1 },
  { encoding: 'windows-1254', languages: ['tr'], prior: 0 },
  { encoding: 'windows-1255', languages: ['he'], prior: 0 },
  { encoding: 'iso-8859-8', languages: ['he'], prior: -1 },
  { encoding: 'windows-1256', languages: ['ar'], prior: 0 },
  { encoding: 'iso-8859-6', languages: ['ar'], prior: -1 },
  { encoding: 'windows-1257', languages: BALTIC, prior: 0 },
  { encoding: 'iso-8859-13', languages: BALTIC, prior: -1 },
  { encoding: 'windows-1258', languages: ['vi'], prior: -2 },
  { encoding: 'windows-874', languages: ['th'], prior: 0 },
];

/** A language's Latin letters in ASCII count this much, and no more than that in all: markup is English whatever the text is. */
const ASCII_WEIGHT = 0.02;
const ASCII_MOST = 12;

const LONE_LETTER = Math.log(0.08);
const LONGER_WORD = Math.log(0.92);

const TYPOGRAPHY = new Set('“”„‘’–—…«»€£');
const COMMON_SYMBOLS = new Set('‚©®°·•™§№¿¡´²½×‰±›‹µºª');
const RARE_SYMBOL = Math.log(2e-5);
const COMMON_SYMBOL = Math.log(2e-3);
const TYPOGRAPHIC = Math.log(1e-2);
/** Spaces that do not break come in rows. */
const SPACE = Math.log(5e-2);
const FOREIGN_ACCENTED = Math.log(3e-5);
const FOREIGN_SCRIPT = Math.log(1e-6);
const IMPOSSIBLE = Math.log(1e-8);

/** Decodes all bytes of an encoding; `null` where nobody can. */
export type ReadBytes = (encoding: string, bytes: Uint8Array) => string | null;

const models = new Map<string, LetterModel>();
const meanings = new Map<string, readonly Meaning[]>();
const tables = new Map<string, readonly string[] | null>();

/** How likely the bytes are in each encoding of one byte a character, in the language that suits best: natural logarithms. */
export function scoreSingleByte(bytes: Uint8Array, read: ReadBytes): Candidate[] {
  const pairs = countPairs(bytes);
  const distinct = distinctOf(pairs);
  const high = distinct.filter((pair) => (pair & 0x8080) !== 0);
  const hints = asciiHints(pairs, distinct);
  const wordCost = costOfWords(bytes);
  return ENCODINGS.flatMap(({ encoding, languages, prior }) => {
    const table = tableOf(encoding, read);
    if (table === null) return [];
    const scores = languages.map((id) => {
      const model = modelFor(id);
      return scoreAs(meaningsOf(encoding, table, id), model, pairs, high) + (model.latin ? (hints.get(id) ?? 0) : wordCost);
    });
    return [{ encoding, score: Math.max(...scores) + prior }];
  });
}

/**
 * In alphabets of their own, words of one letter are few: a lone byte between plain characters is a sign or a letter with an accent.
 * Pairs of letters do not show that.
 */
function costOfWords(bytes: Uint8Array): number {
  let lone = 0;
  let longer = 0;
  for (let at = 0; at < bytes.length; ) {
    const start = at;
    while (at < bytes.length && (bytes[at] as number) >= 0x80) at++;
    if (at - start === 1) lone++;
    else if (at > start) longer++;
    else at++;
  }
  return lone * LONE_LETTER + longer * LONGER_WORD;
}

function countPairs(bytes: Uint8Array): Uint32Array {
  const counts = new Uint32Array(65536);
  let previous = 0x20;
  for (const byte of bytes) {
    const pair = (previous << 8) | byte;
    counts[pair] = (counts[pair] as number) + 1;
    previous = byte;
  }
  return counts;
}

function distinctOf(counts: Uint32Array): number[] {
  const distinct: number[] = [];
  for (let pair = 0; pair < counts.length; pair++) if (counts[pair] !== 0) distinct.push(pair);
  return distinct;
}

function modelFor(id: string): LetterModel {
  let model = models.get(id);
  if (model === undefined) {
    model = modelOf(LANGUAGES.get(id) as Language);
    models.set(id, model);
  }
  return model;
}

function tableOf(encoding: string, read: ReadBytes): readonly string[] | null {
  let table = tables.get(encoding);
  if (table === undefined) {
    // A line end behind each byte keeps them apart.
    const bytes = Uint8Array.from({ length: 512 }, (_, i) => (i % 2 === 0 ? i / 2 : 10));
    const text = read(encoding, bytes);
    table = text === null ? null : Array.from({ length: 256 }, (_, byte) => text[byte * 2] as string);
    tables.set(encoding, table);
  }
  return table;
}

interface Meaning {
  readonly kind: number;
  readonly upper: boolean;
  readonly cased: boolean;
  /** Added where the byte is no letter of the language. */
  readonly cost: number;
}

function meaningsOf(encoding: string, table: readonly string[], language: string): readonly Meaning[] {
  const key = `${encoding} ${language}`;
  let known = meanings.get(key);
  if (known === undefined) {
    const model = modelFor(language);
    known = table.map((character) => meaningOf(character, model));
    meanings.set(key, known);
  }
  return known;
}

function scoreAs(bytes: readonly Meaning[], model: LetterModel, pairs: Uint32Array, high: readonly number[]): number {
  let sum = 0;
  for (const pair of high) {
    const a = bytes[pair >> 8] as Meaning;
    const b = bytes[pair & 255] as Meaning;
    sum += (pairs[pair] as number) * (model.next(a.kind, b.kind) + b.cost + caseCost(a, b));
  }
  return sum;
}

function meaningOf(character: string, model: LetterModel): Meaning {
  const { lower, upper, cased, cost, latin, letter } = natureOf(character);
  const kind = model.kindOf(lower);
  if (kind !== undefined) return { kind, upper, cased, cost: 0 };
  if (!letter) return { kind: 0, upper: false, cased: false, cost };
  const ascii = character < '\u0080';
  return { kind: model.foreign, upper, cased: false, cost: ascii ? 0 : model.latin && latin ? FOREIGN_ACCENTED : FOREIGN_SCRIPT };
}

interface Nature {
  readonly lower: string;
  readonly upper: boolean;
  readonly cased: boolean;
  readonly letter: boolean;
  readonly latin: boolean;
  /** What it costs to meet it as something other than a letter. */
  readonly cost: number;
}

const natures = new Map<string, Nature>();

function natureOf(character: string): Nature {
  let nature = natures.get(character);
  if (nature === undefined) {
    const lower = character.toLowerCase();
    const letter = /\p{L}|\p{M}/u.test(character) && !COMMON_SYMBOLS.has(character);
    nature = { lower, upper: lower !== character, cased: lower !== character.toUpperCase(), letter, latin: letter && /\p{Script=Latin}/u.test(character), cost: symbolCost(character) };
    natures.set(character, nature);
  }
  return nature;
}

function symbolCost(character: string): number {
  const code = character.codePointAt(0) as number;
  if (code < 0x80) return 0;
  if (character === '\uFFFD' || code < 0xa0 || (code >= 0xe000 && code < 0xf900)) return IMPOSSIBLE;
  if (character === '\u00A0') return SPACE;
  return TYPOGRAPHY.has(character) ? TYPOGRAPHIC : COMMON_SYMBOLS.has(character) ? COMMON_SYMBOL : RARE_SYMBOL;
}

const UPPER_FIRST = Math.log(0.25);
const LOWER_FIRST = Math.log(0.75);
const UPPER_AFTER_LOWER = Math.log(0.002);
const UPPER_AFTER_UPPER = Math.log(0.35);
const LOWER_AFTER_UPPER = Math.log(0.65);

function caseCost(a: Meaning, b: Meaning): number {
  if (!b.cased) return 0;
  if (!a.cased) return b.upper ? UPPER_FIRST : LOWER_FIRST;
  if (a.upper) return b.upper ? UPPER_AFTER_UPPER : LOWER_AFTER_UPPER;
  return b.upper ? UPPER_AFTER_LOWER : 0;
}

/** What the plain letters say about the language: nothing for the likeliest one, a little against the others. */
function asciiHints(pairs: Uint32Array, distinct: readonly number[]): ReadonlyMap<string, number> {
  const lower = distinct.filter((pair) => isLower(pair >> 8) && isLower(pair & 255));
  const sums = LATIN_IDS.map((id): [string, number] => {
    const model = modelFor(id);
    let sum = 0;
    for (const pair of lower) {
      sum += (pairs[pair] as number) * model.next(model.kindOf(String.fromCharCode(pair >> 8)) ?? model.foreign, model.kindOf(String.fromCharCode(pair & 255)) ?? model.foreign);
    }
    return [id, sum];
  });
  const best = Math.max(...sums.map(([, sum]) => sum));
  return new Map(sums.map(([id, sum]) => [id, Math.max(-ASCII_MOST, (sum - best) * ASCII_WEIGHT)]));
}

const isLower = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a;
