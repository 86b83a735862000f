import type { ParamSpec } from '#contract/definitions';
import type { RecipeStep } from '#contract/documents';
import { columnUse, stepById } from './apply.ts';
import type { ColumnUse } from './define.ts';
import { type Node, parseExpression } from './expression/parse.ts';

/**
 * A step as it is where a column is called otherwise: its parameters name the column by its new name. Columns of other tables, texts and
 * names of new columns stay.
 */
export function renameColumns(step: RecipeStep, from: string, to: string): RecipeStep {
  const definition = stepById(step.step);
  if (definition === undefined) return step;
  const renamed = withParams(step, (spec, value) => renameIn(spec, value, from, to), definition.params);
  if (!reads(renamed, from)) return renamed;
  // What still reads the column has conditions among its texts, as tags do, or lines with its name, as edits of single cells.
  return withParams(renamed, (spec, value) => renameInTexts(spec, value, from, to), definition.params);
}

type Names = ReadonlyMap<string, string>;
type Params = Readonly<Record<string, unknown>>;

const NO_NAMES: Names = new Map();

/**
 * The steps of a recipe for a table whose columns are called otherwise. A name holds as far as the column does: a step that makes or
 * takes away a column of the old name ends it.
 *
 * @param names old name → new name
 */
export function followColumns(steps: readonly RecipeStep[], names: Readonly<Record<string, string>>): RecipeStep[] {
  return followedColumns(steps, new Map(Object.entries(names))).steps;
}

/**
 * As {@link followColumns}, where columns of other tables may be called otherwise, too.
 *
 * @param foreign old name → new name of the columns of another table
 * @returns the steps, and the names that still hold after the last of them
 */
export function followedColumns(steps: readonly RecipeStep[], names: Names, foreign: (dataset: string) => Names = () => NO_NAMES): { readonly steps: RecipeStep[]; readonly names: Names } {
  const current = new Map(names);
  const followed = steps.map((step) => {
    const next = { ...step, params: foreignRenamed(stepById(step.step)?.params ?? [], allRenamed(step, current).params, foreign) };
    if (step.on === false) return next;
    const [use, nextUse] = [columnUse(step), columnUse(next)];
    if (use !== 'unknown') for (const name of [...use.adds, ...use.removes]) current.delete(name);
    // A column that is called after another one, or as it is in another table, has a new name with it.
    for (const [from, to] of [...addedBy(use, nextUse), ...broughtBy(step, use, foreign)]) current.set(from, to);
    return next;
  });
  return { steps: followed, names: current };
}

/** Parameters, of a check for instance, for a table whose columns are called otherwise. */
export function followParams(specs: readonly ParamSpec[], params: Params, names: Names, foreign: (dataset: string) => Names): Params {
  const own = inTwoGos(names, params, (given, from, to) => changedParams(specs, given, (spec, value) => renameIn(spec, value, from, to)));
  return foreignRenamed(specs, own, foreign);
}

const allRenamed = (step: RecipeStep, names: Names): RecipeStep => inTwoGos(names, step, renameColumns);

/** By way of names that nobody has, so that two columns can change places. */
function inTwoGos<T>(names: Names, given: T, rename: (given: T, from: string, to: string) => T): T {
  const renames = [...names].map(([from, to], i) => ({ from, mark: `\u0000${i}`, to }));
  const marked = renames.reduce((result, { from, mark }) => rename(result, from, mark), given);
  return renames.reduce((result, { mark, to }) => rename(result, mark, to), marked);
}

/** Parameters that name columns of another table, by the names these have now. */
function foreignRenamed(specs: readonly ParamSpec[], params: Params, foreign: (dataset: string) => Names): Params {
  return changedParams(specs, params, (spec, value) => {
    const names = spec.from === undefined ? NO_NAMES : foreign(String(params[spec.from] ?? ''));
    if (names.size === 0) return value;
    const renamed = (name: unknown) => names.get(String(name)) ?? name;
    if (spec.kind === 'column') return renamed(value);
    if (!Array.isArray(value)) return value;
    const list = value as unknown[];
    if (spec.kind === 'columns') return list.map(renamed);
    return spec.kind === 'pairs' ? list.map((pair) => (Array.isArray(pair) ? [pair[0], renamed(pair[1]), ...pair.slice(2)] : pair)) : value;
  });
}

function addedBy(use: ColumnUse, next: ColumnUse): [string, string][] {
  if (use === 'unknown' || next === 'unknown' || use.adds.length !== next.adds.length) return [];
  return use.adds.flatMap((name, i) => (name === next.adds[i] ? [] : [[name, next.adds[i] as string] as [string, string]]));
}

/** Columns of other tables that are called otherwise there, of a step that brings all there are. */
function broughtBy({ params }: RecipeStep, use: ColumnUse, foreign: (dataset: string) => Names): [string, string][] {
  if (use !== 'unknown' && use.adds.length > 0) return [];
  const tables = [params.dataset, ...(Array.isArray(params.datasets) ? (params.datasets as unknown[]) : [])];
  return tables.flatMap((one) => (typeof one === 'string' ? [...foreign(one)] : []));
}

const withParams = (step: RecipeStep, change: (spec: ParamSpec, value: unknown) => unknown, specs: readonly ParamSpec[]): RecipeStep => ({
  ...step,
  params: changedParams(specs, step.params, change),
});

function changedParams(specs: readonly ParamSpec[], params: Params, change: (spec: ParamSpec, value: unknown) => unknown): Params {
  const changed = Object.entries(params).map(([name, value]) => {
    const spec = specs.find((one) => one.name === name);
    return [name, spec === undefined ? value : change(spec, value)] as const;
  });
  return Object.fromEntries(changed);
}

function renameIn(spec: ParamSpec, value: unknown, from: string, to: string): unknown {
  const renamed = (name: unknown) => (name === from ? to : name);
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  switch (spec.kind) {
    case 'column':
      return spec.from === undefined ? renamed(value) : value;
    case 'columns':
      return spec.from === undefined && Array.isArray(value) ? list.map(renamed) : value;
    case 'pairs':
      return spec.pair?.left === 'column' && Array.isArray(value) ? list.map((pair) => (Array.isArray(pair) ? [renamed(pair[0]), ...pair.slice(1)] : pair)) : value;
    case 'aggregates':
      return Array.isArray(value) ? list.map((one) => (Array.isArray(one) ? [one[0], renamed(one[1]), ...one.slice(2)] : one)) : value;
    case 'expression':
      return typeof value === 'string' ? renameInExpression(value, from, to) : value;
    default:
      return value;
  }
}

function renameInTexts(spec: ParamSpec, value: unknown, from: string, to: string): unknown {
  if (!Array.isArray(value)) return value;
  if (spec.kind === 'pairs' && spec.pair?.left === 'text')
    return (value as unknown[]).map((pair) => (Array.isArray(pair) && typeof pair[0] === 'string' ? [renameInExpression(pair[0], from, to), ...pair.slice(1)] : pair));
  if (spec.kind === 'values')
    return (value as unknown[]).map((line) =>
      typeof line === 'string'
        ? line
            .split('\t')
            .map((part, at) => (at === 2 && part === from ? to : part))
            .join('\t')
        : line,
    );
  return value;
}

/** The expression with a column called otherwise. One that cannot be read stays as it is. */
export function renameInExpression(text: string, from: string, to: string): string {
  let places: number[];
  try {
    places = placesOf(parseExpression(text), from);
  } catch {
    return text;
  }
  // From the end, so that places further in front stay right.
  return places.sort((a, b) => b - a).reduce((result, at) => `${result.slice(0, at)}[${to.replaceAll(']', ']]')}]${result.slice(at + lengthOf(text.slice(at)))}`, text);
}

const lengthOf = (rest: string): number => (/^\[(?:[^\]]|\]\])*\]/.exec(rest) ?? /^[\p{L}_][\p{L}\p{N}_]*/u.exec(rest))?.[0].length ?? 0;

function placesOf(node: Node, name: string): number[] {
  switch (node.kind) {
    case 'column':
      return node.name === name ? [node.at] : [];
    case 'unary':
      return placesOf(node.operand, name);
    case 'binary':
      return [...placesOf(node.left, name), ...placesOf(node.right, name)];
    case 'call':
      return node.args.flatMap((arg) => placesOf(arg, name));
    default:
      return [];
  }
}

function reads(step: RecipeStep, column: string): boolean {
  const use = columnUse(step);
  return use !== 'unknown' && use.reads.includes(column);
}
