import type { InspectedColumn, PreviewRow } from '#contract/import';
import { maskCell, maskPersonal } from '#contract/personal';
import type { Words } from '../../i18n/index.ts';

/** What a folded stretch of rows holds. */
export function foldedText({ row, until, problems }: PreviewRow, t: Words['t']): string {
  const to = until ?? row;
  return (problems ?? 0) === 0 ? t('import.folded', { from: row, to }) : t('import.foldedProblems', { from: row, to, n: problems ?? 0 });
}

/** The cells of a previewed row as they may be shown: personal data is masked, headers are not. */
export function previewCells(row: PreviewRow, columns: readonly InspectedColumn[]): readonly string[] {
  if (row.kind === 'header' || row.kind === 'preamble') return row.cells;
  return row.cells.map(unwrapped).map((cell, index) => shownCell(cell, columns[index]));
}

/** A cell as it may be shown: as it stands only where the user said so. */
export function shownCell(cell: string, column: Pick<InspectedColumn, 'personal' | 'shown'> | undefined): string {
  if (column?.shown === true) return cell;
  return column?.personal === true ? maskCell(cell) : maskPersonal(cell);
}

/** `="430…"` is how exports keep a spreadsheet from rounding a code; the code is what is read. */
function unwrapped(cell: string): string {
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
}
