import { AGGREGATES, type Aggregate, type ParamSpec } from '#contract/definitions';

export type ParamValues = Readonly<Record<string, unknown>>;

/** What a form starts with: the defaults of the definition, overlaid with what is there. */
export function initialParams(specs: readonly ParamSpec[], given: ParamValues = {}): ParamValues {
  const values: Record<string, unknown> = {};
  for (const spec of specs) {
    const value = given[spec.name] ?? spec.default;
    if (value !== undefined) values[spec.name] = value;
    else if (spec.kind === 'boolean') values[spec.name] = false;
    else if (spec.kind === 'choice' && spec.optional !== true && spec.options?.[0] !== undefined) values[spec.name] = spec.options[0].value;
  }
  return values;
}

const isBlank = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether a parameter says anything with the values so far. */
export function applies(spec: ParamSpec, values: ParamValues): boolean {
  if (spec.when === undefined) return true;
  const [name, ...wanted] = spec.when;
  return wanted.includes(String(values[name] ?? ''));
}

/** What is sent to the engine: unfinished pairs and blank fields are left out, and so is what does not apply. */
export function finishedParams(specs: readonly ParamSpec[], values: ParamValues): ParamValues {
  const finished: Record<string, unknown> = {};
  for (const spec of specs) {
    if (!applies(spec, values)) continue;
    let value = values[spec.name];
    if (spec.kind === 'pairs') value = pairsOf(value).filter(([old]) => old !== '');
    if (spec.kind === 'values') value = textsOf(value).filter((text) => text !== '');
    if (spec.kind === 'aggregates') value = aggregatesOf(value).filter(([how, column, name]) => name !== '' && (column !== '' || how === 'count'));
    if (!isBlank(value)) finished[spec.name] = value;
  }
  return finished;
}

/** The parameters that still have to be filled in. */
export function missingParams(specs: readonly ParamSpec[], values: ParamValues): readonly ParamSpec[] {
  const finished = finishedParams(specs, values);
  return specs.filter(
    (spec) =>
      applies(spec, values) && (spec.optional !== true || spec.when !== undefined) && spec.kind !== 'boolean' && isBlank(finished[spec.name]) && (spec.kind !== 'text' || spec.default === undefined),
  );
}

/** A value as a list of texts. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** A value as a list of pairs. */
export function pairsOf(value: unknown): readonly (readonly [string, string])[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((pair): [string, string][] => (Array.isArray(pair) ? [[String(pair[0] ?? ''), String(pair[1] ?? '')]] : []));
}

/** A function, its column (none counts rows) and the name of the result. */
export type AggregateValue = readonly [Aggregate, string, string];

/** A value as a list of aggregates. */
export function aggregatesOf(value: unknown): readonly AggregateValue[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one): AggregateValue[] => (Array.isArray(one) ? [[AGGREGATES.find((how) => how === one[0]) ?? 'count', String(one[1] ?? ''), String(one[2] ?? '')]] : []));
}

/** Moves an item of a list; a place outside leaves the list as it is. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length || from === to) return list;
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
