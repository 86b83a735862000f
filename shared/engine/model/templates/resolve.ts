import type { FieldSource } from '#contract/documents';
import { normaliseHeader } from '../define.ts';
import type { Template, TemplateSource } from './define.ts';

/**
 * A template's fields over the columns a file really has: headers are compared as {@link normaliseHeader} does (`（元）` is `(元)`),
 * of alternatives the first complete one is taken, and a field without its columns is left out.
 */
export function resolveFields(fields: Readonly<Record<string, TemplateSource>>, columns: readonly string[]): Record<string, FieldSource> {
  const nameOf = namesIn(columns);
  const resolved: Record<string, FieldSource> = {};
  for (const [field, source] of Object.entries(fields)) {
    const found = alternatives(source)
      .map((one) => resolve(one, nameOf))
      .find((one) => one !== null);
    if (found !== undefined && found !== null) resolved[field] = found;
  }
  return resolved;
}

function resolve(source: FieldSource, nameOf: (name: string) => string | undefined): FieldSource | null {
  if (typeof source === 'string') return nameOf(source) ?? null;
  if (!('expr' in source)) return source;
  let complete = true;
  const expr = source.expr.replace(/\[([^\]]+)\]/g, (whole, name: string) => {
    const column = nameOf(name);
    if (column === undefined) complete = false;
    return column === undefined ? whole : `[${column.replaceAll(']', ']]')}]`;
  });
  return complete ? { expr } : null;
}

/** The columns that a field is made of. */
export function columnsRead(source: FieldSource): string[] {
  if (typeof source === 'string') return [source];
  return 'expr' in source ? [...source.expr.matchAll(/\[((?:[^\]]|\]\])+)\]/g)].map(([, name]) => (name as string).replaceAll(']]', ']')) : [];
}

/** What the columns of a file call a template's column; `undefined` where they have none of it. */
function namesIn(columns: readonly string[]): (name: string) => string | undefined {
  const exact = new Set(columns);
  const similar = new Map([...columns].reverse().map((name) => [normaliseHeader(name), name]));
  return (name) => (exact.has(name) ? name : similar.get(normaliseHeader(name)));
}

/** A template's types under the names that a file's columns really have; the name itself counts before a similar one. */
export function resolveTypes<T>(types: Readonly<Record<string, T>>, columns: readonly string[]): Record<string, T> {
  const nameOf = namesIn(columns);
  const resolved: Record<string, T> = {};
  for (const [name, type] of Object.entries(types)) {
    const column = nameOf(name);
    if (column !== undefined && (column === name || !Object.hasOwn(resolved, column))) resolved[column] = type;
  }
  return resolved;
}

/** A template's key as a file's columns are called; with a column that the file lacks it is no key of that file. */
export function resolveKey(key: readonly string[], columns: readonly string[]): string[] {
  const nameOf = namesIn(columns);
  return key.map((name) => nameOf(name) ?? name);
}

/** Those of a template's columns that a file has, as it calls them. */
export function presentOf(names: readonly string[], columns: readonly string[]): string[] {
  const nameOf = namesIn(columns);
  return [...new Set(names.flatMap((name) => nameOf(name) ?? []))];
}

const alternatives = (source: TemplateSource | undefined): readonly FieldSource[] => (source === undefined ? [] : Array.isArray(source) ? (source as readonly FieldSource[]) : [source as FieldSource]);

/** The columns of a template's key that tell the lines of one order apart; none where no column of it names the order. */
export function lineKeysOf({ naturalKey, fills }: Template): string[] {
  const orders = fills.flatMap(({ entity, fields }) => alternatives(entity === 'orders' ? fields.platform_order_id : entity === 'order_lines' ? fields.order_key : undefined));
  const named = new Set(orders.flatMap(columnsRead));
  return naturalKey.some((name) => named.has(name)) ? naturalKey.filter((name) => !named.has(name)) : [];
}

/** The columns that only say something of the whole order. */
export function orderColumnsOf({ naturalKey, fills }: Template): string[] {
  const readBy = (entity: string) => fills.filter((one) => one.entity === entity).flatMap(({ fields }) => Object.values(fields).flatMap(alternatives).flatMap(columnsRead));
  const others = new Set([...naturalKey, ...readBy('order_lines')]);
  return [...new Set(readBy('orders'))].filter((name) => !others.has(name));
}

/** The column of what the platform itself calls an order, whatever number its shop gave it. */
export function orderIdOf({ fills }: Template): string | null {
  const source = fills.find(({ entity }) => entity === 'orders')?.fields.internal_id;
  return typeof source === 'string' ? source : null;
}
