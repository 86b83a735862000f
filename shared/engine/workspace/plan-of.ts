import type { PlanDocument } from '#contract/documents';
import type { ImportOptions } from '#contract/documents';
import { mergedOptions } from '#contract/import-options';
import { followSources } from '../clean/index.ts';
import type { DatasetState, ImportOrigin } from '../history/state.ts';
import { dependencyOrder } from '../history/state.ts';
import { decisionsOf } from './key-decisions.ts';
import type { Workspace } from './workspace.ts';

interface SourceFile {
  readonly [key: string]: string | number | null;
  readonly id: number;
  readonly name: string;
  readonly path: string | null;
  readonly sha256: string;
  readonly sheet: string;
  readonly options: string;
}

/**
 * The workspace as a plan: run over the same files it gives the same tables. Files are named by their path, or by their name alone
 * where they came by a browser and no path is known.
 *
 * @param relative a path as the plan is to name it
 */
export function planOf(workspace: Workspace, relative: (path: string) => string): PlanDocument {
  const { state } = workspace;
  const { order } = dependencyOrder(state.datasets);
  const joins = order.flatMap(({ id, origin }) => (origin.kind === 'join' ? [{ left: origin.left, right: origin.right, on: origin.on, how: origin.how, ...decisionsOf(origin), into: id }] : []));
  const branches = order.flatMap(({ id, origin }) => (origin.kind === 'branch' ? [{ from: origin.of, into: id }] : []));
  const keys = Object.fromEntries(order.flatMap(({ id, origin }) => (origin.kind === 'import' && isKeyOfPlan(origin) ? [[id, origin.naturalKey] as const] : [])));
  const numberOf = numbersInPlan(order);
  const recipes = order.filter(({ recipe }) => recipe.length > 0).map(({ id, recipe }) => [id, { steps: followSources(recipe, numberOf) }] as const);
  const checks = Object.entries(state.checks).filter(([id, rules]) => rules.length > 0 && Object.hasOwn(state.datasets, id));
  return {
    version: 1,
    import: imports(workspace, order, relative),
    ...(Object.keys(state.templates).length > 0 && { templates: Object.values(state.templates) }),
    ...(Object.keys(keys).length > 0 && { keys }),
    ...(joins.length > 0 && { joins }),
    ...(branches.length > 0 && { branches }),
    ...(recipes.length > 0 && { recipes: Object.fromEntries(recipes) }),
    ...(checks.length > 0 && { checks: Object.fromEntries(checks) }),
    ...(Object.keys(state.answers).length > 0 && { answers: state.answers }),
    ...(state.mapping.length > 0 && { mapping: { entities: state.mapping } }),
    ...settings(workspace),
  };
}

/** Whether a plan says how rows are told apart: what the files say may differ where they come in other portions. */
const isKeyOfPlan = ({ template, keyBy, sources }: ImportOrigin): boolean => keyBy !== undefined || (template === null && sources.length > 1);

/** Numbers that sources get in a new workspace, where nothing was undone or read again in between. */
function numbersInPlan(order: readonly DatasetState[]): (source: number) => number {
  const sources = order.flatMap(({ origin }) => (origin.kind === 'import' ? origin.sources : [])).sort((a, b) => a - b);
  const numbers = new Map(sources.map((source, i) => [source, i + 1]));
  return (source) => numbers.get(source) ?? source;
}

/** Files in the order in which they came in: later rows replace earlier ones. */
function imports({ database }: Workspace, order: readonly DatasetState[], relative: (path: string) => string): NonNullable<PlanDocument['import']> {
  const files = new Map(database.all<SourceFile>('SELECT id, name, path, sha256, sheet, options FROM sp_sources').map((file) => [file.id, file]));
  const entries: { files: string[]; into?: string; intoTables?: Readonly<Record<string, string>>; options?: ImportOptions }[] = [];
  const sources = order.flatMap(({ id, origin }) => (origin.kind === 'import' ? origin.sources.map((source) => ({ source, id })) : [])).sort((a, b) => a.source - b.source);
  const seen = new Set<string>();
  for (const { source, id } of sources) {
    const file = files.get(source);
    if (file === undefined) continue;
    const name = file.path === null ? file.name : relative(file.path);
    // The other tables of a workbook come with its first one.
    if (seen.has(file.sha256)) continue;
    seen.add(file.sha256);
    const parts = sources.flatMap((other) => {
      const part = files.get(other.source);
      return part?.sha256 === file.sha256 ? [{ ...part, into: other.id }] : [];
    });
    const several = parts.length > 1;
    // A table that was read again says more of itself than the others do.
    const chosen = parts.map((part) => JSON.parse(part.options) as ImportOptions).reduce(mergedOptions, {});
    const last = entries.at(-1);
    const options = Object.keys(chosen).length === 0 ? {} : { options: chosen };
    if (!several && last?.into === id && JSON.stringify(last.options ?? {}) === JSON.stringify(chosen)) last.files.push(name);
    else entries.push({ files: [name], ...(several ? { intoTables: Object.fromEntries(parts.map(({ sheet, into }) => [sheet, into])) } : { into: id }), ...options });
  }
  return entries;
}

function settings({ state }: Workspace): Pick<PlanDocument, 'settings'> {
  const shops = Object.entries(state.shops).map(([key, shop]) => ({ platform: key.slice(0, key.indexOf(':')), shop: key.slice(key.indexOf(':') + 1), ...shop }));
  const change = {
    ...(state.currency !== null && { currency: state.currency }),
    ...(state.timeZone !== null && { timeZone: state.timeZone }),
    ...(shops.length > 0 && { shops }),
    ...(state.rates.length > 0 && { rates: state.rates }),
  };
  return Object.keys(change).length === 0 ? {} : { settings: change };
}
