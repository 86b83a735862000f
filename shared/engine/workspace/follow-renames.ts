import type { CheckRule } from '#contract/checks';
import type { EntityMapping, FieldSource, KeyDecisions } from '#contract/documents';
import { CHECKS, followedColumns, followParams, renameInExpression } from '../clean/index.ts';
import { type DatasetState, dependenciesOf, dependencyOrder, type JoinOrigin, type StatePatch, type WorkspaceState } from '../history/state.ts';
import { joinedNames } from '../table/join.ts';
import { decisionsOf } from './key-decisions.ts';

/** Old name → new name. */
type Names = ReadonlyMap<string, string>;

const NONE: Names = new Map();

/**
 * All that names columns of a table, or of tables that follow from it, once its files call them otherwise: steps, versions with a name, keys
 * of joins, what goes on from it, rules and the mapping.
 *
 * @param dataset the table as it is from now on, with its steps as they were
 * @param columnsOf the columns of a finished table as they were
 */
export function followRenames(state: WorkspaceState, dataset: DatasetState, names: Names, columnsOf: (id: string) => readonly string[]): StatePatch {
  const all = { ...state.datasets, [dataset.id]: dataset };
  const finished = new Map<string, Names>();
  const foreign = (id: string) => finished.get(id) ?? NONE;
  const baseOf = ({ id, origin }: DatasetState): Names =>
    id === dataset.id ? names : origin.kind === 'branch' ? foreign(origin.of) : origin.kind === 'join' ? namesInJoin(origin, foreign, columnsOf) : NONE;
  const datasets: Record<string, DatasetState> = {};
  for (const one of dependencyOrder(all).order) {
    if (one.id !== dataset.id && !dependenciesOf(one).some((id) => finished.has(id))) continue;
    const { origin } = one;
    const followed = followedColumns(one.recipe, baseOf(one), foreign);
    if (followed.names.size > 0) finished.set(one.id, followed.names);
    datasets[one.id] = { ...one, origin: origin.kind === 'join' ? followJoin(origin, foreign) : origin, recipe: followed.steps };
  }
  // A version may look things up in a table that the recipe of now has nothing to do with.
  const versions = Object.entries(state.versions).flatMap(([id, saved]) => {
    const one = all[id];
    return one === undefined ? [] : [[id, saved.map((version) => ({ ...version, steps: followedColumns(version.steps, baseOf(one), foreign).steps }))] as const];
  });
  return {
    datasets,
    mapping: state.mapping.map((mapping) => followMapping(mapping, foreign(mapping.from))),
    checks: Object.fromEntries(Object.entries(state.checks).map(([id, rules]) => [id, rules.map((rule) => followRule(rule, foreign(id), foreign))])),
    ...(versions.length > 0 && { versions: Object.fromEntries(versions) }),
  };
}

/** The columns of a joined table that are called otherwise, because its sides are. */
function namesInJoin({ left, right, on, how }: JoinOrigin, foreign: (id: string) => Names, columnsOf: (id: string) => readonly string[]): Names {
  const renamed = (id: string) => (name: string) => foreign(id).get(name) ?? name;
  const [lefts, rights] = [columnsOf(left), columnsOf(right)];
  const keys = Object.entries(on);
  const before = joinedNames(lefts, rights, keys, how);
  const now = joinedNames(
    lefts.map(renamed(left)),
    rights.map(renamed(right)),
    keys.map(([l, r]) => [renamed(left)(l), renamed(right)(r)]),
    how,
  );
  const ofRight = [...before].map(([name, called]) => [called, now.get(renamed(right)(name)) ?? called] as const);
  return new Map([...lefts.map((name) => [name, renamed(left)(name)] as const), ...ofRight].filter(([from, to]) => from !== to));
}

function followJoin(origin: JoinOrigin, foreign: (id: string) => Names): JoinOrigin {
  const [left, right] = [foreign(origin.left), foreign(origin.right)];
  const on = Object.fromEntries(Object.entries(origin.on).map(([l, r]) => [left.get(l) ?? l, right.get(r) ?? r]));
  // What was decided about a key stands under its left column.
  const decided: KeyDecisions = Object.fromEntries(
    Object.entries(decisionsOf(origin)).map(([what, record]) => [what, Object.fromEntries(Object.entries(record).map(([column, list]) => [left.get(column) ?? column, list]))]),
  );
  return { ...origin, on, ...decided };
}

function followMapping(mapping: EntityMapping, names: Names): EntityMapping {
  if (names.size === 0) return mapping;
  return { ...mapping, fields: Object.fromEntries(Object.entries(mapping.fields).map(([field, source]) => [field, followField(source, names)])) };
}

function followField(source: FieldSource, names: Names): FieldSource {
  if (typeof source === 'string') return names.get(source) ?? source;
  if (!('expr' in source)) return source;
  // By way of names that nobody has, so that two columns can change places.
  const marked = [...names.keys()].reduce((text, from, i) => renameInExpression(text, from, `\u0000${i}`), source.expr);
  return { expr: [...names.values()].reduce((text, to, i) => renameInExpression(text, `\u0000${i}`, to), marked) };
}

function followRule(rule: CheckRule, names: Names, foreign: (id: string) => Names): CheckRule {
  const specs = CHECKS.find(({ id }) => id === rule.check)?.params;
  return specs === undefined ? rule : { ...rule, params: followParams(specs, rule.params, names, foreign) };
}
