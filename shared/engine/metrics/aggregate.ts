import type { Fact, MetricsCache } from './cache.ts';
import { NO_DAY } from './cache.ts';
import type { Condition, Measure } from './define.ts';

/** Which rows a question is about. */
export interface Scope {
  /** Day numbers, both included. */
  readonly from: number;
  readonly to: number;
  /** Bucket of each day from `from` on; one bucket for all when there is no grain. */
  readonly buckets: Int32Array;
  readonly by: readonly string[];
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** Value of a measure per group. The key is the bucket and the dimension texts joined by U+001F (missing is U+0000). */
export type Groups = Map<string, number>;

export function groupKey(bucket: number, labels: readonly (string | null)[]): string {
  return [String(bucket), ...labels.map((label) => label ?? '\u0000')].join('\u001f');
}

/** Whether a measure's view knows all of these dimensions. */
export function supports(cache: MetricsCache, measure: Measure, dimensions: readonly string[]): boolean {
  return dimensions.every((dimension) => cache.facts[measure.view].texts(dimension) !== null);
}

/** One pass over a fact table. */
export function aggregate(cache: MetricsCache, measure: Measure, scope: Scope): Groups {
  const fact = cache.facts[measure.view];
  const passes = rowTest(fact, measure, scope);
  const days = fact.days[measure.date] as Int32Array;
  const dims = scope.by.map((dimension) => fact.texts(dimension));
  const keys = new Map<number, { bucket: number; codes: number[] }>();
  const sizes = dims.map((dim) => dim?.dictionary.size ?? 1);
  const keyOf = (row: number): number => {
    const bucket = scope.buckets[(days[row] as number) - scope.from] as number;
    let key = bucket;
    for (let i = 0; i < dims.length; i++) key = key * (sizes[i] as number) + (dims[i]?.codes[row] ?? 0);
    if (!keys.has(key)) keys.set(key, { bucket, codes: dims.map((dim) => dim?.codes[row] ?? 0) });
    return key;
  };
  const totals = accumulate(fact, measure, passes, keyOf);
  const groups: Groups = new Map();
  for (const [key, value] of totals) {
    const { bucket, codes } = keys.get(key) as { bucket: number; codes: number[] };
    groups.set(
      groupKey(
        bucket,
        codes.map((code, i) => dims[i]?.dictionary.text(code) ?? null),
      ),
      value,
    );
  }
  return groups;
}

function accumulate(fact: Fact, measure: Measure, passes: (row: number) => boolean, keyOf: (row: number) => number): Map<number, number> {
  const totals = new Map<number, number>();
  const add = (key: number, value: number) => totals.set(key, (totals.get(key) ?? 0) + value);
  if (measure.aggregate === 'count') {
    for (let row = 0; row < fact.rows; row++) if (passes(row)) add(keyOf(row), 1);
    return totals;
  }
  if (measure.aggregate === 'sum') {
    const values = fact.number(measure.of as string);
    const factors = measure.times === undefined ? null : fact.number(measure.times);
    for (let row = 0; row < fact.rows; row++) {
      if (!passes(row)) continue;
      const value = factors === null ? (values[row] as number) : (values[row] as number) * (factors[row] as number);
      add(keyOf(row), Number.isNaN(value) ? 0 : value);
    }
    return totals;
  }
  // Codes are small and dense: a set a group of numbers, no texts.
  const texts = fact.texts(measure.of as string);
  const seen = new Map<number, Map<number, number>>();
  for (let row = 0; row < fact.rows; row++) {
    if (!passes(row)) continue;
    const key = keyOf(row);
    const code = texts?.codes[row] ?? 0;
    if (code === 0) {
      if (measure.orElse !== undefined) add(key, 1);
      continue;
    }
    let counts = seen.get(key);
    if (counts === undefined) {
      counts = new Map();
      seen.set(key, counts);
    }
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  for (const [key, counts] of seen) {
    if (measure.aggregate === 'distinct') add(key, counts.size);
    else {
      let repeated = 0;
      for (const count of counts.values()) if (count >= 2) repeated++;
      add(key, repeated);
    }
  }
  return totals;
}

/** Whether a row of the fact table counts for a measure within a scope. */
export function rowTest(fact: Fact, measure: Measure, scope: Pick<Scope, 'from' | 'to' | 'filters'>): (row: number) => boolean {
  const days = fact.days[measure.date] as Int32Array;
  const conditions = (measure.where ?? []).map((condition) => conditionTest(fact, condition));
  const filters = Object.entries(scope.filters).map(([dimension, values]) => filterTest(fact, dimension, values));
  const tests = [...conditions, ...filters];
  return (row) => {
    const day = days[row] as number;
    return fact.counts[row] === 1 && day !== NO_DAY && day >= scope.from && day <= scope.to && tests.every((test) => test(row));
  };
}

function filterTest(fact: Fact, dimension: string, values: readonly string[]): (row: number) => boolean {
  const texts = fact.texts(dimension);
  if (texts === null) return () => false;
  const wanted = new Uint8Array(texts.dictionary.size);
  for (const value of values) wanted[value === '' ? 0 : texts.dictionary.find(value)] = 1;
  // A value that no row has finds code 0, which stands for "missing": only an empty value asks for that.
  if (!values.includes('')) wanted[0] = 0;
  return (row) => wanted[texts.codes[row] as number] === 1;
}

function conditionTest(fact: Fact, { column, is, values = [] }: Condition): (row: number) => boolean {
  const texts = fact.texts(column);
  if (texts !== null) {
    if (is === 'known') return (row) => texts.codes[row] !== 0;
    const wanted = new Uint8Array(texts.dictionary.size);
    for (const value of values) wanted[texts.dictionary.find(String(value))] = 1;
    wanted[0] = 0;
    return (row) => wanted[texts.codes[row] as number] === 1;
  }
  const numbers = fact.number(column);
  if (is === 'known') return (row) => !Number.isNaN(numbers[row]);
  return (row) => values.includes(numbers[row] as number);
}
