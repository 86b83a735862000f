import { type Cell, type ColumnType, MONEY_SCALE } from '#contract/values';

/** A column in an expression. */
export const columnRef = (name: string): string => `[${name.replaceAll(']', ']]')}]`;

/** A value in an expression: money in currency units. */
export function literal(value: Cell, type: ColumnType): string {
  if (typeof value === 'number') return String(type === 'money' ? value / MONEY_SCALE : value);
  return `'${String(value ?? '').replaceAll("'", "''")}'`;
}

/** The rows that hold one of the values; `null` among them stands for missing cells. */
export function isOneOf(column: string, type: ColumnType, values: readonly Cell[]): string {
  const ref = columnRef(column);
  const filled = values.filter((value) => value !== null).map((value) => literal(value, type));
  const parts = [filled.length === 0 ? null : filled.length === 1 ? `${ref} = ${filled[0]}` : `in(${ref}, ${filled.join(', ')})`, filled.length < values.length ? `isblank(${ref})` : null];
  return parts.filter((part) => part !== null).join(' or ');
}

/** The rows whose text has one of the shapes. */
export const hasShape = (column: string, shapes: readonly string[]): string => `in(shape(${columnRef(column)}), ${shapes.map((shape) => literal(shape, 'text')).join(', ')})`;

/** The rows whose number lies outside of the fences. */
export function liesOutside(column: string, type: ColumnType, low: number, high: number): string {
  return `${columnRef(column)} < ${literal(low, type)} or ${columnRef(column)} > ${literal(high, type)}`;
}
