import type { KeptRow, RecipeStep } from '#contract/documents';

/** A step of one recipe and the step of another that it became. */
export interface StepDiff {
  /** Place in the earlier recipe, from 0; null where the step was added. */
  readonly before: number | null;
  /** Place in the later recipe, from 0; null where it was removed. */
  readonly after: number | null;
  readonly moved: boolean;
  readonly turned: 'on' | 'off' | null;
  /** Names of the parameters that differ. */
  readonly params: readonly string[];
  readonly kept: { readonly more: number; readonly fewer: number };
}

/** Steps whose parameters agree as far as this are the same step, also in another place. */
const ALIKE = 0.5;

/**
 * What differs between two recipes. Steps are matched by the longest common subsequence, in which an equal step counts for more than one
 * of the same kind with other parameters; what is left over on both sides and alike was moved.
 *
 * @returns the steps that are not the same in both, in the order of the later recipe, with removed ones where they were
 */
export function diffRecipes(before: readonly RecipeStep[], after: readonly RecipeStep[]): StepDiff[] {
  const pairs = new Map<number, { readonly before: number; readonly moved: boolean }>();
  for (const [i, j] of alignedSteps(before, after)) pairs.set(j, { before: i, moved: false });
  const used = new Set([...pairs.values()].map((pair) => pair.before));
  // Equal ones first, so that an alike one does not take their place.
  for (const least of [1, ALIKE]) {
    for (const [j, step] of after.entries()) {
      if (pairs.has(j)) continue;
      const i = before.findIndex((old, at) => !used.has(at) && old.step === step.step && agreement(old, step) >= least);
      if (i < 0) continue;
      pairs.set(j, { before: i, moved: true });
      used.add(i);
    }
  }
  const diffs: { readonly at: number; readonly diff: StepDiff }[] = [];
  for (const [j, step] of after.entries()) {
    const pair = pairs.get(j);
    const diff = pair === undefined ? single(null, j) : compared(before[pair.before] as RecipeStep, step, pair.before, j, pair.moved);
    if (diff !== null) diffs.push({ at: j, diff });
  }
  for (const i of before.keys()) if (!used.has(i)) diffs.push({ at: placeOf(i, pairs), diff: single(i, null) });
  return diffs.sort((a, b) => a.at - b.at || (a.diff.before ?? 0) - (b.diff.before ?? 0)).map(({ diff }) => diff);
}

/** Where a removed step stood, among the places of the later recipe: behind the last step that was before it and still is. */
function placeOf(removed: number, pairs: ReadonlyMap<number, { readonly before: number; readonly moved: boolean }>): number {
  let place = -1;
  for (const [j, pair] of pairs) if (!pair.moved && pair.before < removed && j > place) place = j;
  return place + 0.5;
}

const single = (before: number | null, after: number | null): StepDiff => ({ before, after, moved: false, turned: null, params: [], kept: { more: 0, fewer: 0 } });

function compared(old: RecipeStep, step: RecipeStep, before: number, after: number, moved: boolean): StepDiff | null {
  const params = namesOf(old, step).filter((name) => !equal(old.params[name], step.params[name]));
  const was = old.on !== false;
  const is = step.on !== false;
  const has = (list: readonly KeptRow[] = [], { source, row }: KeptRow) => list.some((one) => one.source === source && one.row === row);
  const kept = { more: (step.keep ?? []).filter((one) => !has(old.keep, one)).length, fewer: (old.keep ?? []).filter((one) => !has(step.keep, one)).length };
  if (!moved && params.length === 0 && was === is && kept.more + kept.fewer === 0) return null;
  return { before, after, moved, turned: was === is ? null : is ? 'on' : 'off', params, kept };
}

/** Pairs of a heaviest common subsequence, as places in both. */
function alignedSteps(before: readonly RecipeStep[], after: readonly RecipeStep[]): [number, number][] {
  const best = Array.from({ length: before.length + 1 }, () => new Float64Array(after.length + 1));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const weight = weightOf(before[i] as RecipeStep, after[j] as RecipeStep);
      const row = best[i] as Float64Array;
      row[j] = Math.max(at(i + 1, j), at(i, j + 1), weight === 0 ? 0 : weight + at(i + 1, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    const weight = weightOf(before[i] as RecipeStep, after[j] as RecipeStep);
    if (weight > 0 && at(i, j) === weight + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** 4 for equal steps, up to 3 for such of the same kind, 0 for two that have nothing to do with each other. */
function weightOf(a: RecipeStep, b: RecipeStep): number {
  if (a.step !== b.step) return 0;
  const agree = agreement(a, b);
  if (agree === 1) return 4;
  // A step of a single parameter is known by its kind alone.
  return agree === 0 && namesOf(a, b).length > 1 ? 0 : 1 + 2 * agree;
}

/** Share of the parameters that are equal, 0 to 1. */
function agreement(a: RecipeStep, b: RecipeStep): number {
  const names = namesOf(a, b);
  return names.length === 0 ? 1 : names.filter((name) => equal(a.params[name], b.params[name])).length / names.length;
}

/** Parameters that one of the two has. */
const namesOf = (a: RecipeStep, b: RecipeStep): string[] => [...new Set([...Object.keys(a.params), ...Object.keys(b.params)])];
const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
