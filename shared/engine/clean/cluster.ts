import { distance } from 'fastest-levenshtein';
import { pinyin } from 'pinyin-pro';
import type { Cluster, ClusterMethod } from '#contract/facets';
import type { TextColumn } from '../table/table.ts';
import { countCodes } from './facet.ts';

// Ways of finding spellings of the same thing, after OpenRefine's key collision and nearest neighbour methods
// (https://openrefine.org/docs/technical-reference/clustering-in-depth).

const MOST_CLUSTERS = 500;
/** Texts that are compared letter by letter share this many letters in a row: two of twelve letters may differ, and a third is left whole. */
const BLOCK = 4;
/** A block of more texts than this holds a word that says nothing, such as the name of the shop. */
const MOST_IN_BLOCK = 1000;
const HAN = /\p{Script=Han}/u;

interface Spelling {
  readonly text: string;
  readonly count: number;
}

/**
 * Groups of different texts that may be spellings of one thing, the one with most rows first. In each the commonest spelling stands
 * first; it is the one proposed for all.
 */
export function clusterTexts(column: TextColumn, rows: number, method: ClusterMethod): Cluster[] {
  const counts = countCodes(column, rows);
  const spellings: Spelling[] = [];
  for (let code = 1; code < counts.length; code++) if ((counts[code] as number) > 0) spellings.push({ text: column.dictionary.text(code) as string, count: counts[code] as number });
  const groups = method === 'distance' ? byDistance(spellings) : byKey(spellings, KEYS[method]);
  const clusters = groups
    .filter((group) => group.length > 1)
    .map((group): Cluster => {
      const values = [...group].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
      return { values, rows: values.reduce((sum, { count }) => sum + count, 0), proposed: (values[0]?.text ?? '').replace(/\s+/gu, ' ').trim() };
    });
  return clusters.sort((a, b) => b.rows - a.rows || (a.proposed < b.proposed ? -1 : 1)).slice(0, MOST_CLUSTERS);
}

const KEYS: Readonly<Record<Exclude<ClusterMethod, 'distance'>, (text: string) => string>> = { fingerprint, ngram: ngramFingerprint, pinyin: pinyinKey };

function byKey(spellings: readonly Spelling[], key: (text: string) => string): Spelling[][] {
  const groups = new Map<string, Spelling[]>();
  for (const spelling of spellings) {
    const name = key(spelling.text);
    // A text of nothing but signs is no spelling of another one.
    if (name === '') continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [spelling]);
    else group.push(spelling);
  }
  return [...groups.values()];
}

/** Letters without their accents, small, without signs. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[\p{Punctuation}\p{Symbol}\p{Control}]/gu, ' ');

/** The words of a text, each once, in the order of the alphabet: `Cruise, Tom` and `tom cruise` have the same. */
export function fingerprint(text: string): string {
  const words = plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return [...new Set(words)].sort().join(' ');
}

/** The pairs of neighbouring letters of a text, each once, in order: blanks and doubled letters count for nothing. */
export function ngramFingerprint(text: string): string {
  const letters = [...plain(text).replace(/\s+/g, '')];
  if (letters.length < 2) return letters.join('');
  const pairs = [...new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`))].sort().join('');
  // Pairs of digits are the same in many numbers: 010404 and 010401 are two codes.
  const digits = text.replace(/\D+/g, ' ').trim();
  return digits === '' ? pairs : `${pairs} ${digits}`;
}

/** How a text sounds: Chinese as pinyin without tones, so that 阿迪达斯 and 阿迪达丝 meet, and `adidasi` too. */
export function pinyinKey(text: string): string {
  const sound = HAN.test(text) ? pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('') : text;
  return plain(sound).replace(/\s+/g, '');
}

/** How many letters of a text may be wrong: a tenth to a fifth. A letter of Chinese is a word: 家饰 and 家电 are two things. */
function tolerance(text: string): number {
  if (HAN.test(text)) return text.length < 5 ? 0 : 1;
  return text.length < 5 ? 0 : text.length < 10 ? 1 : 2;
}

/** Texts a few letters apart. */
function byDistance(spellings: readonly Spelling[]): Spelling[][] {
  const keys = spellings.map(({ text }) => plain(text).replace(/\s+/g, ' ').trim());
  const digits = keys.map((key) => key.replace(/\D+/g, ' ').trim());
  const leader = keys.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (leader[at] !== at) at = leader[at] as number;
    leader[i] = at;
    return at;
  };
  for (const block of blocksOf(keys)) {
    for (const [at, i] of block.entries()) {
      const a = keys[i] as string;
      for (let next = at + 1; next < block.length; next++) {
        const j = block[next] as number;
        const b = keys[j] as string;
        const allowed = Math.min(tolerance(a), tolerance(b));
        // 500ml and 600ml are no spellings of each other.
        if (allowed === 0 || Math.abs(a.length - b.length) > allowed || digits[i] !== digits[j] || find(i) === find(j)) continue;
        if (distance(a, b) <= allowed) leader[find(j)] = find(i);
      }
    }
  }
  const groups = new Map<number, Spelling[]>();
  spellings.forEach((spelling, i) => {
    const of = find(i);
    groups.set(of, [...(groups.get(of) ?? []), spelling]);
  });
  return [...groups.values()];
}

function blocksOf(keys: readonly string[]): number[][] {
  const blocks = new Map<string, number[]>();
  keys.forEach((key, i) => {
    // Few letters of Chinese say as much as many of an alphabet.
    const size = Math.min(HAN.test(key) ? 2 : BLOCK, Math.max(1, key.length - 1));
    for (const part of new Set(Array.from({ length: Math.max(1, key.length - size + 1) }, (_, at) => key.slice(at, at + size)))) {
      const block = blocks.get(part);
      if (block === undefined) blocks.set(part, [i]);
      else block.push(i);
    }
  });
  return [...blocks.values()].filter((block) => block.length > 1 && block.length <= MOST_IN_BLOCK);
}
