import type { RecipeStep } from '#contract/documents';
import { tracedColumns } from '../clean/index.ts';
import type { Table } from '../table/table.ts';

/** A table with its recipe: before the first step, and finished. */
export interface Traced {
  readonly first: Table;
  readonly last: Table;
  readonly recipe: readonly RecipeStep[];
}

/**
 * Columns of a former table that are called otherwise now, by the steps that renamed them.
 *
 * @returns name then → name now; without those whose new name another column had then
 */
export function renamedSince(then: Traced, now: Traced): Map<string, string> {
  const called = (traced: Traced) =>
    tracedColumns(
      traced.first.columns.map(({ name }) => name),
      traced.recipe,
    );
  const nowOf = called(now);
  const here = new Set(now.last.columns.map(({ name }) => name));
  const target = new Map(then.last.columns.map(({ name }) => [name, name]));
  for (const [first, name] of called(then)) {
    const next = nowOf.get(first);
    if (next !== undefined && target.has(name) && here.has(next)) target.set(name, next);
  }
  // Two columns never get one name; giving one rename up can be in the way of another.
  for (let clash = clashing(target); clash.length > 0; clash = clashing(target)) for (const name of clash) target.set(name, name);
  return new Map([...target].filter(([name, next]) => name !== next));
}

/** Columns that would get a name which another one has too. */
function clashing(target: ReadonlyMap<string, string>): string[] {
  const times = new Map<string, number>();
  for (const next of target.values()) times.set(next, (times.get(next) ?? 0) + 1);
  return [...target].filter(([name, next]) => name !== next && (times.get(next) ?? 0) > 1).map(([name]) => name);
}
