import type { RecipeStep } from '#contract/documents';

/** A cell by the row of the file it came from, and what it is to hold; an empty text empties it. */
export interface CellEdit {
  readonly source: number;
  readonly row: number;
  readonly column: string;
  readonly value: string;
}

const placeOf = ({ source, row, column }: CellEdit) => `${source}\t${row}\t${column}\t`;

/** The recipe with more cells set: by the step before, when that sets cells already, else by one step of its own. */
export function withEdits(steps: readonly RecipeStep[], at: number, edits: readonly CellEdit[]): RecipeStep[] {
  const cells = [...new Map(edits.map((edit) => [placeOf(edit), `${placeOf(edit)}${edit.value}`]))];
  const before = steps[at - 1];
  if (before?.step !== 'edit-cells' || before.on === false) return [...steps.slice(0, at), { step: 'edit-cells', version: 1, params: { cells: cells.map(([, cell]) => cell) } }, ...steps.slice(at)];
  const places = new Set(cells.map(([place]) => place));
  const kept = (Array.isArray(before.params['cells']) ? before.params['cells'] : []).filter((old) => !places.has(`${String(old).split('\t').slice(0, 3).join('\t')}\t`));
  return steps.map((step, index) => (index === at - 1 ? { ...step, params: { cells: [...kept, ...cells.map(([, cell]) => cell)] } } : step));
}
