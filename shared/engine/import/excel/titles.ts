import type { PlainSheet } from '../../ports.ts';
import { isFilled, looksLikeData } from '../structure/headers.ts';

/** A title has few lines, each of one text. */
const MOST_LINES = 3;

/** The tables of a web page, those that hold nothing but a title put above the table they belong to. */
export function withTitlesAbove(sheets: readonly PlainSheet[]): readonly PlainSheet[] {
  const kept: PlainSheet[] = [];
  let titles: PlainSheet['rows'][number][] = [];
  for (const sheet of sheets) {
    if (isTitle(sheet) && sheet !== sheets.at(-1)) titles.push(...sheet.rows);
    else {
      kept.push(lowered(sheet, titles));
      titles = [];
    }
  }
  return kept;
}

function isTitle({ rows }: PlainSheet): boolean {
  const lines = rows.map((cells) => (cells ?? []).filter(isFilled));
  return lines.length > 0 && lines.length <= MOST_LINES && lines.every((cells) => cells.length <= 1 && !cells.some(looksLikeData)) && lines.some((cells) => cells.length > 0);
}

/** A sheet with rows above it. */
function lowered(sheet: PlainSheet, above: readonly PlainSheet['rows'][number][]): PlainSheet {
  if (above.length === 0) return sheet;
  return {
    ...sheet,
    rows: [...above, ...sheet.rows],
    errors: sheet.errors.map((error) => ({ ...error, row: error.row + above.length })),
    merges: sheet.merges.map((range) => range.replace(/\d+/g, (row) => String(Number(row) + above.length))),
  };
}
