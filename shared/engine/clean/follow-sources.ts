import type { RecipeStep } from '#contract/documents';

/**
 * Steps that name single rows by their source, where that source has another number now: rows kept by hand, and cells set by hand.
 *
 * @param numberOf the new number of a source; the same one where it has none
 */
export function followSources(steps: readonly RecipeStep[], numberOf: (source: number) => number): RecipeStep[] {
  return steps.map((step) => {
    const kept = step.keep === undefined ? step : { ...step, keep: step.keep.map(({ source, row }) => ({ source: numberOf(source), row })) };
    const { cells } = kept.params;
    return kept.step === 'edit-cells' && Array.isArray(cells) ? { ...kept, params: { ...kept.params, cells: cells.map((cell) => followed(cell, numberOf)) } } : kept;
  });
}

function followed(cell: unknown, numberOf: (source: number) => number): unknown {
  if (typeof cell !== 'string' || !/^\d+\t/.test(cell)) return cell;
  const tab = cell.indexOf('\t');
  return `${numberOf(Number(cell.slice(0, tab)))}${cell.slice(tab)}`;
}
