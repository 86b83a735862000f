import type { PlainSheet } from '../../ports.ts';
import { isFilled, looksLikeData } from '../structure/headers.ts';

/** A title has few lines, each of one text. */
const MOST_LINES = 3;

type Rows = PlainSheet['rows'];

/** A table of a web page, and the lines above it that stood in tables of their own. */
export interface TitledSheet {
  readonly sheet: PlainSheet;
  readonly titles: Rows;
}

/** The tables of a web page, those that hold nothing but a title with the table they belong to. */
export function withTitlesAbove(sheets: readonly PlainSheet[]): readonly TitledSheet[] {
  const kept: TitledSheet[] = [];
  let above: PlainSheet[] = [];
  for (const sheet of sheets) {
    if (isTitle(sheet)) above.push(sheet);
    else {
      const titles = isTable(sheet) ? above.flatMap(({ rows }) => rows) : [];
      kept.push(...(titles.length === 0 ? above : []).map(untitled), { sheet, titles });
      above = [];
    }
  }
  return [...kept, ...above.map(untitled)];
}

export const untitled = (sheet: PlainSheet): TitledSheet => ({ sheet, titles: [] });

/** Names and a row below them: what else there is on a page is there for its looks. */
const isTable = ({ rows }: PlainSheet): boolean => rows.filter((cells) => (cells ?? []).filter(isFilled).length > 1).length > 1;

function isTitle({ rows }: PlainSheet): boolean {
  const lines = rows.map((cells) => (cells ?? []).filter(isFilled));
  return lines.length > 0 && lines.length <= MOST_LINES && lines.every((cells) => cells.length <= 1 && !cells.some(looksLikeData)) && lines.some((cells) => cells.length > 0);
}

/** A sheet with rows above it. */
export function lowered(sheet: PlainSheet, above: Rows): PlainSheet {
  return {
    ...sheet,
    rows: [...above, ...sheet.rows],
    errors: sheet.errors.map((error) => ({ ...error, row: error.row + above.length })),
    hiddenRows: sheet.hiddenRows.map((row) => row + above.length),
    merges: sheet.merges.map((range) => range.replace(/\d+/g, (row) => String(Number(row) + above.length))),
  };
}
