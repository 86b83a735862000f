/** How many classes each of recency, frequency and money has. */
export const CLASSES = 5;

/** One, two, three, four, five and more orders. */
export const ORDER_COUNTS: readonly number[] = [1, 2, 3, 4, 5];

/**
 * Lower bounds of five classes of about equal size, equal values always in one class: class k begins at the first value that at
 * least k fifths of the values lie below (k from 0). With many equal values some classes are empty; an empty class begins where the
 * next one does.
 *
 * @param values in any order; not changed
 * @returns five ascending numbers, the first the smallest value; none for no values
 */
export function quintileBounds(values: Float64Array): number[] {
  if (values.length === 0) return [];
  const sorted = Float64Array.from(values).sort();
  const largest = sorted[sorted.length - 1] as number;
  const bounds: number[] = [sorted[0] as number];
  for (let k = 1; k < CLASSES; k++) {
    let at = Math.ceil((sorted.length * k) / CLASSES);
    // The value at `at` has at least k fifths below it only when it differs from its left neighbour; else the next different value has.
    while (at < sorted.length && at > 0 && sorted[at] === sorted[at - 1]) at++;
    bounds.push(at < sorted.length ? (sorted[at] as number) : largest + 1);
  }
  return bounds;
}

/** The class of a value, 1 to 5: the last one whose lower bound it reaches. */
export function classOf(value: number, bounds: readonly number[]): number {
  let result = 1;
  for (let k = 1; k < bounds.length; k++) if (value >= (bounds[k] as number)) result = k + 1;
  return result;
}
