import type { RecipeStep } from '#contract/documents';
import type { RecipeReply } from '#contract/recipe';

/** A column that the steps need and the table has not, with the steps that read it. */
export interface MissingColumn {
  readonly column: string;
  /** Numbers of steps among those that could be taken, from 1. */
  readonly steps: readonly number[];
}

/**
 * The columns that a table lacks for the steps taken to it.
 *
 * @param kept how many steps of its own come before
 * @param taken numbers of the steps taken, from 1, in their order
 */
export function missingColumns(needs: RecipeReply['needs'], kept: number, taken: readonly number[]): MissingColumn[] {
  const found = new Map<string, number[]>();
  for (const { position, column } of needs?.missing ?? []) {
    const step = taken[position - 1 - kept];
    if (step === undefined) continue;
    const steps = found.get(column) ?? [];
    if (!steps.includes(step)) steps.push(step);
    found.set(column, steps);
  }
  return [...found].map(([column, steps]) => ({ column, steps }));
}

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.:()[\]]+/g, '');

/** The column that is called so but for capitals, blanks and signs, where there is one. */
export function sameColumn(wanted: string, columns: readonly string[]): string | null {
  const found = columns.filter((name) => plain(name) === plain(wanted));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Whether a step makes sense for another table: single cells are named by their row in one file. */
export const travels = (step: RecipeStep): boolean => step.step !== 'edit-cells';

/** A step without the rows that stay by hand: they are rows of its own table. */
export function forOtherRows({ keep: _, ...step }: RecipeStep): RecipeStep {
  return step;
}
