import type { FieldSource } from '#contract/documents';

/** In each row the first of these columns that is filled, of those that the file has. */
export const firstFilled = (...columns: readonly string[]): FieldSource[] => ofPresent(columns, (present) => `coalesce(${present.map(bracketed).join(', ')})`);

/** In each row the sum of these columns, of those that the file has; an empty cell adds nothing, and where all are empty there is no sum. */
export const sumOf = (...columns: readonly string[]): FieldSource[] =>
  ofPresent(columns, (present) => `if(isblank(coalesce(${present.map(bracketed).join(', ')})), [${present[0]}], ${present.map((name) => `coalesce([${name}], 0)`).join(' + ')})`);

const bracketed = (name: string): string => `[${name}]`;

/** An expression for every selection of the columns, the fuller ones first: the first whose columns a file has is taken. */
function ofPresent(columns: readonly string[], expression: (present: readonly string[]) => string): FieldSource[] {
  let selections: string[][] = [[]];
  for (const name of columns) selections = selections.flatMap((selection) => [[...selection, name], selection]);
  return selections
    .filter((selection) => selection.length > 0)
    .sort((a, b) => b.length - a.length)
    .map((selection) => (selection.length === 1 ? (selection[0] as string) : { expr: expression(selection) }));
}
