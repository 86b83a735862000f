import { formatNumber } from '../format/numbers.ts';

/** A count with its noun: 1 row, 2,400 rows. */
export function plural(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
