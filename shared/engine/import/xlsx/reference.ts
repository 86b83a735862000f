import type { CellRange } from '../parsed.ts';

/** Excel's own limits, with room for those who write more. */
export const LAST_ROW = 1 << 24;
export const LAST_COLUMN = 16_384;

/** `A1:C2`, also `$A$1` and a single cell; `null` when it is none of these. */
export function parseRange(text: string): CellRange | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(text);
  if (match === null) return null;
  const [, column = '', row = ''] = match;
  return { firstRow: Number(row), lastRow: Number(match[4] ?? row), firstColumn: columnNumber(column), lastColumn: columnNumber(match[3] ?? column) };
}

/** A → 1, AA → 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
