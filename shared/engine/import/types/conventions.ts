import { dateEvidence, decimalEvidence } from '../../table/column-conventions.ts';
import type { TextColumn } from '../../table/table.ts';
import type { DateOrder } from '../../values/dates.ts';

/** The order of day and month over all columns, proven by any part above 12; for columns that do not prove their own. */
export function findDateOrder(columns: readonly TextColumn[]): { order: DateOrder; sure: boolean } {
  const found = columns.map(({ dictionary }) => dateEvidence(dictionary));
  const sum = (count: (evidence: (typeof found)[number]) => number) => found.reduce((total, evidence) => total + count(evidence), 0);
  const withYearLast = found.filter(({ yearFirst }) => !yearFirst);
  if (withYearLast.every(({ dayFirst, monthFirst, either }) => dayFirst + monthFirst + either === 0)) return { order: 'ymd', sure: true };
  const first = sum(({ dayFirst, yearFirst }) => (yearFirst ? 0 : dayFirst));
  const second = sum(({ monthFirst }) => monthFirst);
  if (first > 0 || second > 0) return { order: first > second ? 'dmy' : 'mdy', sure: first === 0 || second === 0 };
  const dotted = withYearLast.every(({ either, dotted: isDotted }) => either === 0 || isDotted);
  return dotted ? { order: 'dmy', sure: true } : { order: 'mdy', sure: false };
}

/** A comma is the decimal sign where more columns hold `12,5` or `1.234,50` than what only a point explains. */
export function findDecimal(columns: readonly TextColumn[]): '.' | ',' {
  const found = columns.map(({ dictionary }) => decimalEvidence(dictionary));
  const commas = found.filter(({ comma, point }) => comma && !point).length;
  const points = found.filter(({ comma, point }) => point && !comma).length;
  return commas > points ? ',' : '.';
}
