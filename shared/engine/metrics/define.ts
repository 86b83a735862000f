import type { MetricRod, Unit } from '#contract/metrics';
import type { Text } from '#contract/values';

/** The fact tables metrics stand on (metrics.md 2). `orders` are all orders, `paid` the paid ones, `refunds` successful returns and credits. */
export type View = 'orders' | 'paid' | 'lines' | 'refunds';

/** Business day a measure is counted on. */
export type DateField = 'placed_date' | 'paid_date' | 'completed_date';

export interface Condition {
  readonly column: string;
  readonly is: 'equal' | 'one-of' | 'known';
  readonly values?: readonly (string | number)[];
}

/** A base measure as data: compiled to loops and to SQL from this. */
export interface Measure {
  readonly view: View;
  readonly date: DateField;
  /** `sum` of `of` (times `times`), `count` of rows, `distinct` values of `of` (missing ones count by `orElse`), `repeat`: values of `of` that occur twice or more. */
  readonly aggregate: 'sum' | 'count' | 'distinct' | 'repeat';
  readonly of?: string;
  readonly times?: string;
  readonly orElse?: string;
  readonly where?: readonly Condition[];
}

/** Kinds of data a metric needs: orders, lines, costs, returns, whether goods came back and how many pieces, identity of buyers, discounts. */
export type Need = 'orders' | 'lines' | 'costs' | 'returns' | 'returned_goods' | 'returned_pieces' | 'identity' | 'discounts';

interface MetricBase {
  readonly id: string;
  readonly title: Text;
  readonly definition: Text;
  readonly unit: Unit;
  readonly good: 'up' | 'down' | 'neutral';
  readonly rod: MetricRod;
  readonly onBoard?: boolean;
  readonly needs: readonly Need[];
  readonly notes?: readonly Text[];
  /** Days younger than this are not yet final. A rate of such days only has no value; a sum is what is known so far. */
  readonly matureAfterDays?: number;
  /** So many first days of the data may count what happened before it began. */
  readonly historyDays?: number;
  /** Has no value where another ratio is below this. */
  readonly guard?: { readonly metric: string; readonly least: number; readonly message: Text };
}

export type Metric = MetricBase &
  ({ readonly measure: Measure; readonly formula?: undefined } | { readonly measure?: undefined /** `{sales} / {orders}`; `{refunds?}` counts as 0 when missing. */; readonly formula: string });

export function defineMetric(metric: Metric): Metric {
  return Object.freeze(metric);
}
