import type { CheckResult, CheckRule } from '#contract/checks';
import { type CheckContext, runCheck } from '../clean/index.ts';
import { businessDay } from '../values/dates.ts';
import { offsetMinutes } from '../values/zones.ts';
import type { Workspace } from './workspace.ts';

/** A table of more rows is not built for its rules alone: opening a workspace must not take its time. */
const MOST_ROWS_UNASKED = 200_000;

/** Holds tables to their rules; what was found is kept as long as table, rules and day are the same. */
export class TableChecks {
  readonly #workspace: Workspace;
  readonly #known = new Map<string, { readonly key: string; readonly results: CheckResult[] }>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  rules(dataset: string): readonly CheckRule[] {
    const { checks } = this.#workspace.state;
    return Object.hasOwn(checks, dataset) ? (checks[dataset] ?? []) : [];
  }

  results(dataset: string): CheckResult[] {
    const { datasets } = this.#workspace;
    const rules = this.rules(dataset);
    if (rules.length === 0) return [];
    const context = this.context(dataset);
    // A reference looks into another table, which may have changed.
    const others = rules.flatMap(({ params }) => (typeof params['dataset'] === 'string' && Object.hasOwn(this.#workspace.state.datasets, params['dataset']) ? [params['dataset']] : []));
    const key = JSON.stringify([context.today, rules, [dataset, ...others].map((id) => datasets.hashOf(datasets.definition(id)))]);
    const known = this.#known.get(dataset);
    if (known?.key === key) return known.results;
    const table = datasets.table(dataset);
    const results = rules.map((rule) => runCheck(table, rule, context));
    this.#known.set(dataset, { key, results });
    return results;
  }

  /** How many rules are broken in all tables that are in memory or small; the others are looked at when they are opened. */
  failing(): number {
    const { state, datasets } = this.#workspace;
    const asked = Object.keys(state.datasets).filter((id) => this.rules(id).length > 0 && (datasets.inMemory(id) || (datasets.stored(id)?.rows ?? 0) <= MOST_ROWS_UNASKED));
    return asked.reduce((sum, id) => sum + this.results(id).filter((result) => result.state === 'fails' && result.rule.severity === 'error').length, 0);
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
