import type { FieldSource } from '#contract/documents';
import { normaliseHeader } from '../define.ts';
import type { TemplateSource } from './define.ts';

/**
 * A template's fields over the columns a file really has: headers are compared as {@link normaliseHeader} does (`（元）` is `(元)`),
 * of alternatives the first complete one is taken, and a field without its columns is left out.
 */
export function resolveFields(fields: Readonly<Record<string, TemplateSource>>, columns: readonly string[]): Record<string, FieldSource> {
  const exact = new Set(columns);
  const similar = new Map([...columns].reverse().map((name) => [normaliseHeader(name), name]));
  const nameOf = (name: string) => (exact.has(name) ? name : similar.get(normaliseHeader(name)));
  const resolved: Record<string, FieldSource> = {};
  for (const [field, source] of Object.entries(fields)) {
    const found = (Array.isArray(source) ? (source as readonly FieldSource[]) : [source as FieldSource]).map((one) => resolve(one, nameOf)).find((one) => one !== null);
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
