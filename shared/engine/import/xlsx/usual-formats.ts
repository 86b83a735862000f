import { type NumberKind, plainFormat } from '../cell-text.ts';

const PLACES = /^[#0,.]*[#0][#0,.]*$/;
const PERCENT = /^[#0,.]*[#0][#0,.]*%$/;
const TIME = /^[ymdhs][ymdhs\-/: ]*$/i;

/** What the format codes that nearly all workbooks use make of a number; `null` for the others, which a library of 600 kB takes apart. */
export function usualKind(format: string): NumberKind | null {
  const known = plainFormat(format);
  if (known !== null) return known;
  if (format === '' || format === 'General' || PLACES.test(format)) return 'plain';
  if (PERCENT.test(format)) return 'percent';
  return TIME.test(format) ? 'date' : null;
}
