import type { MetricsCache } from './cache.ts';
import { metricById } from './evaluate.ts';
import { evaluateFormula } from './formula.ts';
import type { Period } from './periods.ts';
import { metricRows } from './rows.ts';

/**
 * A metric counted anew: each base measure is what the rows behind it add up to, a ratio is made of those. Another way to the number
 * than the aggregation that screens and reports use, to hold it against.
 *
 * @param filters dimension → values; the empty text asks for rows that have none
 * @throws SuanpanError `not-found`, `no-data`, `invalid-params`
 */
export function recount(cache: MetricsCache, metric: string, period: Period, filters: Readonly<Record<string, readonly string[]>>): number | null {
  const { formula } = metricById(metric);
  if (formula === null) return metricRows(cache, { metric, ...period, filters, limit: 0 }).sum;
  return evaluateFormula(formula, (id) => recount(cache, id, period, filters));
}
