import type { CheckResult, CheckRule } from '#contract/checks';
import { type CheckContext, runCheck } from '../clean/index.ts';
import { businessDay } from '../values/dates.ts';
import { offsetMinutes } from '../values/zones.ts';
import type { Workspace } from './workspace.ts';

/** A table of more rows is not built for its rules alone: opening a workspace must not take its time. */
const MOST_ROWS_UNASKED = 200_000;

interface Found {
  readonly key: string;
  /** The day the rules were looked at. */
  readonly day: string;
  readonly results: CheckResult[];
}

/** Holds tables to their rules; what was found is kept, in the file too, as long as table and rules (and for some the day) are the same. */
export class TableChecks {
  readonly #workspace: Workspace;
  readonly #known = new Map<string, Found>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  rules(dataset: string): readonly CheckRule[] {
    const { checks } = this.#workspace.state;
    return Object.hasOwn(checks, dataset) ? (checks[dataset] ?? []) : [];
  }

  results(dataset: string): CheckResult[] {
    const rules = this.rules(dataset);
    if (rules.length === 0) return [];
    const context = this.context(dataset);
    const key = this.#key(dataset, rules);
    const found = this.#found(dataset, key);
    if (found !== null && (found.day === context.today || !hangsOnDay(rules))) return found.results;
    const table = this.#workspace.datasets.table(dataset);
    const results = rules.map((rule) => runCheck(table, rule, context));
    this.#known.set(dataset, { key, day: context.today, results });
    return results;
  }

  /** How many rules are broken in all tables. A large table that is not in memory counts as it was when it was last looked at. */
  failing(): number {
    const asked = Object.keys(this.#workspace.state.datasets).filter((id) => this.rules(id).length > 0);
    return asked.reduce((sum, id) => sum + (this.#isCheap(id) ? this.results(id) : (this.#found(id, this.#key(id, this.rules(id)))?.results ?? [])).filter(isBroken).length, 0);
  }

  /** Looks at every table that was just built and writes down what was found; inside the caller's transaction. */
  writeDown(): void {
    const { database, state, datasets } = this.#workspace;
    for (const id of Object.keys(state.datasets)) {
      if (this.rules(id).length === 0 || !datasets.inMemory(id)) continue;
      const results = this.results(id);
      const found: Found = { key: this.#key(id, this.rules(id)), day: this.context(id).today, results };
      database.run('INSERT INTO sp_meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', [metaKey(id), JSON.stringify(found)]);
    }
  }

  #isCheap(id: string): boolean {
    const { datasets } = this.#workspace;
    return datasets.inMemory(id) || (datasets.stored(id)?.rows ?? 0) <= MOST_ROWS_UNASKED;
  }

  #found(dataset: string, key: string): Found | null {
    const known = this.#known.get(dataset);
    if (known?.key === key) return known;
    const stored = this.#workspace.database.one<{ value: string }>('SELECT value FROM sp_meta WHERE key = ?', [metaKey(dataset)]);
    const found = stored === null ? null : (JSON.parse(stored.value) as Found);
    if (found?.key !== key) return null;
    this.#known.set(dataset, found);
    return found;
  }

  /** Names the rules and the tables they look into: a reference looks into another one, which may have changed. */
  #key(dataset: string, rules: readonly CheckRule[]): string {
    const { state, datasets } = this.#workspace;
    const others = rules.flatMap(({ params }) => (typeof params['dataset'] === 'string' && Object.hasOwn(state.datasets, params['dataset']) ? [params['dataset']] : []));
    return JSON.stringify([rules, [dataset, ...others].map((id) => datasets.hashOf(datasets.definition(id)))]);
  }

  context(dataset: string): CheckContext {
    const { ports, state, datasets } = this.#workspace;
    const now = ports.now();
    return {
      table: (id) => (Object.hasOwn(state.datasets, id) ? datasets.table(id) : undefined),
      offsetOf: datasets.typingOptions(datasets.definition(dataset)).offsetOf,
      today: businessDay(now, offsetMinutes(state.timeZone ?? 'UTC', now)),
    };
  }
}

const metaKey = (dataset: string) => `checks:${dataset}`;
const hangsOnDay = (rules: readonly CheckRule[]) => rules.some(({ check }) => check === 'fresh');
const isBroken = (result: CheckResult) => result.state === 'fails' && result.rule.severity === 'error';
