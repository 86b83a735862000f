import type { Metric } from './define.ts';
import { METRICS } from './catalogue/registry.ts';
import { type Formula, inputsOf, parseFormula } from './formula.ts';

export interface CompiledMetric {
  readonly metric: Metric;
  readonly formula: Formula | null;
  /** Base measures it stands on, itself included when it is one. */
  readonly bases: readonly string[];
}

/** Compiles the catalogue once; doubles, unknown names and circles are found here and not on a screen. */
export function compileCatalogue(metrics: readonly Metric[]): ReadonlyMap<string, CompiledMetric> {
  const byId = new Map<string, Metric>();
  for (const metric of metrics) {
    if (byId.has(metric.id)) throw new Error(`duplicate metric: ${metric.id}`);
    byId.set(metric.id, metric);
  }
  const compiled = new Map<string, CompiledMetric>();
  const visiting = new Set<string>();
  const compile = (id: string, from: string): CompiledMetric => {
    const known = compiled.get(id);
    if (known !== undefined) return known;
    const metric = byId.get(id);
    if (metric === undefined) throw new Error(`unknown metric: ${id} in ${from}`);
    if (visiting.has(id)) throw new Error(`circular metric: ${id}`);
    visiting.add(id);
    const formula = metric.formula === undefined ? null : parseFormula(metric.formula);
    const bases = formula === null ? [id] : [...new Set(inputsOf(formula).flatMap((input) => compile(input.id, id).bases))];
    visiting.delete(id);
    const result = { metric, formula, bases };
    compiled.set(id, result);
    return result;
  };
  for (const metric of metrics) compile(metric.id, metric.id);
  return compiled;
}

export const CATALOGUE = compileCatalogue(METRICS);
