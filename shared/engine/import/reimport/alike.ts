import type { InspectedColumn } from '#contract/import';
import type { ColumnType } from '#contract/values';
import { bareName } from './drift.ts';

/** What is known of a column that may be another one under a new name. */
export type AlikeColumn = Pick<InspectedColumn, 'name' | 'examples'> & { readonly type: ColumnType };

/** Types whose cells could stand in one column. */
const KINDS: readonly (readonly ColumnType[])[] = [
  ['int', 'number', 'money', 'ratio'],
  ['date', 'instant'],
  ['id', 'text', 'enum', 'json'],
];

/** What speaks for one column under two names: half their names, and as much what they hold. */
const NAME = 1;
const SAME_TYPE = 0.4;
const LIKE_TYPE = 0.3;
const VALUES = 0.6;

/** Columns by how much they look like another one, the likeliest first. */
export function mostAlike(column: AlikeColumn, candidates: readonly AlikeColumn[]): string[] {
  return candidates
    .map((candidate) => ({ name: candidate.name, likeness: likeness(column, candidate) }))
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ name }) => name);
}

function likeness(a: AlikeColumn, b: AlikeColumn): number {
  const type = a.type === b.type ? SAME_TYPE : KINDS.some((kind) => kind.includes(a.type) && kind.includes(b.type)) ? LIKE_TYPE : 0;
  const own = new Set(a.examples);
  const common = b.examples.filter((example) => own.has(example)).length / Math.max(1, Math.min(a.examples.length, b.examples.length));
  return NAME * nameLikeness(bareName(a.name), bareName(b.name)) + type + VALUES * common;
}

/** Pairs of letters that two names share (Sørensen and Dice), 0 to 1. */
function nameLikeness(a: string, b: string): number {
  const [first, second] = [pairs(a), pairs(b)];
  const shared = first.filter((pair) => second.includes(pair)).length;
  return first.length + second.length === 0 ? 0 : Math.min(1, (2 * shared) / (first.length + second.length));
}

/** The letters of a short name, as of two Chinese ones, say more than its pairs. */
const pairs = (name: string): string[] => {
  const letters = [...name];
  return letters.length < 3 || /\p{Script=Han}/u.test(name) ? letters : letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
};
