import type { InspectedColumn, PreviewRow } from '#contract/import';
import { maskCell, maskPersonal } from '#contract/personal';

/** The cells of a previewed row as they may be shown: personal data is masked, headers are not. */
export function previewCells(row: PreviewRow, columns: readonly InspectedColumn[]): readonly string[] {
  if (row.kind === 'header' || row.kind === 'preamble') return row.cells;
  return row.cells.map(unwrapped).map((cell, index) => (columns[index]?.personal === true ? maskCell(cell) : maskPersonal(cell)));
}

/** `="430…"` is how exports keep a spreadsheet from rounding a code; the code is what is read. */
function unwrapped(cell: string): string {
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
}
