import type { ParamSpec } from '#contract/definitions';
import type { RecipeStep } from '#contract/documents';
import { columnUse, stepById } from './apply.ts';
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

/**
 * The steps of a recipe for a table whose columns are called otherwise. A name holds as far as the column does: a step that makes or
 * takes away a column of the old name ends it.
 *
 * @param names old name → new name
 */
export function followColumns(steps: readonly RecipeStep[], names: Readonly<Record<string, string>>): RecipeStep[] {
  const current = new Map(Object.entries(names));
  return steps.map((step) => {
    let next = step;
    // By way of names that nobody has, so that two columns can change places.
    const renames = [...current].map(([from, to], i) => ({ from, mark: `\u0000${i}`, to }));
    for (const { from, mark } of renames) next = renameColumns(next, from, mark);
    for (const { mark, to } of renames) next = renameColumns(next, mark, to);
    const use = step.on === false ? 'unknown' : columnUse(step);
    if (use !== 'unknown') for (const name of [...use.adds, ...use.removes]) current.delete(name);
    return next;
  });
}

function withParams(step: RecipeStep, change: (spec: ParamSpec, value: unknown) => unknown, specs: readonly ParamSpec[]): RecipeStep {
  const changed = Object.entries(step.params).map(([name, value]) => {
    const spec = specs.find((one) => one.name === name);
    return [name, spec === undefined ? value : change(spec, value)] as const;
  });
  return { ...step, params: Object.fromEntries(changed) };
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
