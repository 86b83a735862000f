import type { TableMoments } from '#contract/changes';

/** The key columns of an address, of those the table has; without a choice the table's own key, else the one that tells most rows apart. */
export function keyOf(chosen: string | undefined, { key, suggested, columns }: TableMoments): readonly string[] {
  const asked = chosen === undefined ? null : parsed(chosen);
  if (asked !== null) return asked.filter((name) => columns.includes(name));
  return key.length > 0 ? key : (suggested[0]?.columns ?? []);
}

function parsed(text: string): string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.map(String) : null;
  } catch {
    return null;
  }
}
