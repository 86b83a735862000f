import type { Fact, MetricsCache } from './cache.ts';
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

/** Up to so many groups (and groups × values) the totals stand in flat arrays; beyond, in maps. */
const DENSE_GROUPS = 1 << 22;
const DENSE_PAIRS = 1 << 24;

/** One pass over a fact table. Groups are numbered by bucket and codes, so that no text is touched before the end. */
export function aggregate(cache: MetricsCache, measure: Measure, scope: Scope): Groups {
  const fact = cache.facts[measure.view];
  const dims = scope.by.map((dimension) => fact.texts(dimension));
  const sizes = dims.map((dim) => dim?.dictionary.size ?? 1);
  const bucketCount = scope.buckets.reduce((most, bucket) => Math.max(most, bucket + 1), 1);
  const space = sizes.reduce((product, size) => product * size, bucketCount);
  const totals = space <= DENSE_GROUPS ? new DenseTotals(space) : new SparseTotals();
  accumulate(fact, measure, rowTest(fact, measure, scope), keyOfRow(fact, measure, scope, dims, sizes), totals, space);
  const groups: Groups = new Map();
  totals.each((key, value) => {
    const labels: (string | null)[] = [];
    let rest = key;
    for (let i = dims.length - 1; i >= 0; i--) {
      const size = sizes[i] as number;
      labels[i] = dims[i]?.dictionary.text(rest % size) ?? null;
      rest = Math.floor(rest / size);
    }
    groups.set(groupKey(rest, labels), value);
  });
  return groups;
}

type Dimension = ReturnType<Fact['texts']>;

function keyOfRow(fact: Fact, measure: Measure, scope: Scope, dims: readonly Dimension[], sizes: readonly number[]): (row: number) => number {
  const days = fact.days[measure.date] as Int32Array;
  const { buckets, from } = scope;
  const bucketOf = (row: number) => buckets[(days[row] as number) - from] as number;
  if (dims.length === 0) return bucketOf;
  const codes = dims.map((dim) => dim?.codes);
  return (row) => {
    let key = bucketOf(row);
    for (let i = 0; i < codes.length; i++) key = key * (sizes[i] as number) + (codes[i]?.[row] ?? 0);
    return key;
  };
}

interface Totals {
  add(key: number, value: number): void;
  /** Every group that was added to, also with 0. */
  each(visit: (key: number, value: number) => void): void;
}

class DenseTotals implements Totals {
  readonly #values: Float64Array;
  readonly #seen: Uint8Array;

  constructor(space: number) {
    this.#values = new Float64Array(space);
    this.#seen = new Uint8Array(space);
  }

  add(key: number, value: number): void {
    this.#values[key] = (this.#values[key] as number) + value;
    this.#seen[key] = 1;
  }

  each(visit: (key: number, value: number) => void): void {
    for (let key = 0; key < this.#seen.length; key++) if (this.#seen[key] === 1) visit(key, this.#values[key] as number);
  }
}

class SparseTotals implements Totals {
  readonly #values = new Map<number, number>();

  add(key: number, value: number): void {
    this.#values.set(key, (this.#values.get(key) ?? 0) + value);
  }

  each(visit: (key: number, value: number) => void): void {
    for (const [key, value] of this.#values) visit(key, value);
  }
}

function accumulate(fact: Fact, measure: Measure, passes: (row: number) => boolean, keyOf: (row: number) => number, totals: Totals, space: number): void {
  const { rows } = fact;
  if (measure.aggregate === 'count') {
    for (let row = 0; row < rows; row++) if (passes(row)) totals.add(keyOf(row), 1);
    return;
  }
  if (measure.aggregate === 'sum') {
    const values = fact.number(measure.of as string);
    const factors = measure.times === undefined ? null : fact.number(measure.times);
    for (let row = 0; row < rows; row++) {
      if (!passes(row)) continue;
      const value = factors === null ? (values[row] as number) : (values[row] as number) * (factors[row] as number);
      totals.add(keyOf(row), Number.isNaN(value) ? 0 : value);
    }
    return;
  }
  const texts = fact.texts(measure.of as string);
  const times = timesSeen(space, texts?.dictionary.size ?? 1);
  // A value counts when it is seen the first time, or for repeats the second time.
  const counted = measure.aggregate === 'distinct' ? 1 : 2;
  for (let row = 0; row < rows; row++) {
    if (!passes(row)) continue;
    const code = texts?.codes[row] ?? 0;
    const key = keyOf(row);
    if (code !== 0) totals.add(key, times(key, code) === counted ? 1 : 0);
    else if (measure.orElse !== undefined) totals.add(key, 1);
  }
}

/** How often a value was seen in its group, this time included; stops counting at 3. */
function timesSeen(space: number, values: number): (key: number, code: number) => number {
  if (space * values <= DENSE_PAIRS) {
    const seen = new Uint8Array(space * values);
    return (key, code) => {
      const at = key * values + code;
      if ((seen[at] as number) < 3) seen[at] = (seen[at] as number) + 1;
      return seen[at] as number;
    };
  }
  const seen = new Map<number, Map<number, number>>();
  return (key, code) => {
    let counts = seen.get(key);
    if (counts === undefined) {
      counts = new Map();
      seen.set(key, counts);
    }
    const count = Math.min(3, (counts.get(code) ?? 0) + 1);
    counts.set(code, count);
    return count;
  };
}

/** Whether a row of the fact table counts for a measure within a scope. */
export function rowTest(fact: Fact, measure: Measure, scope: Pick<Scope, 'from' | 'to' | 'filters'>): (row: number) => boolean {
  const days = fact.days[measure.date] as Int32Array;
  const conditions = (measure.where ?? []).map((condition) => conditionTest(fact, condition));
  const filters = Object.entries(scope.filters).map(([dimension, values]) => filterTest(fact, dimension, values));
  const tests = [...conditions, ...filters];
  const { counts } = fact;
  const { from, to } = scope;
  // NO_DAY lies before every day that can be asked for.
  return (row) => {
    const day = days[row] as number;
    if (day < from || day > to || counts[row] !== 1) return false;
    for (const test of tests) if (!test(row)) return false;
    return true;
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
