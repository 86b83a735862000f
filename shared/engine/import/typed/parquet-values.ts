import type { SchemaElement } from 'hyparquet';
import { bytesText, clockText, floatText, halfText, intervalText, scaledText, valueText, wholeOf } from './value-text.ts';

/** A column, or what stands within one. */
export interface SchemaField {
  readonly element: SchemaElement;
  readonly children: readonly SchemaField[];
}

/** The columns of a schema, which is a tree in depth-first order below one root. */
export function schemaFields(schema: readonly SchemaElement[]): SchemaField[] {
  let at = 1;
  const next = (): SchemaField => {
    const element = schema[at++] as SchemaElement;
    const children: SchemaField[] = [];
    while (children.length < (element.num_children ?? 0) && at < schema.length) children.push(next());
    return { element, children };
  };
  const fields: SchemaField[] = [];
  while (at < schema.length) fields.push(next());
  return fields;
}

const isDecimal = ({ converted_type, logical_type }: SchemaElement): boolean => converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL';

/** Whether a column is of decimals or holds some. */
export const holdsDecimals = ({ element, children }: SchemaField): boolean => isDecimal(element) || children.some(holdsDecimals);

/** What the library refuses. */
const REFUSED: ReadonlySet<string | undefined> = new Set(['INTERVAL', 'BSON']);

/**
 * An element with its meaning taken off where the library refuses it, or rounds to the digits of a number: it comes as the bytes or the
 * whole numbers that are stored.
 */
export function asStored(element: SchemaElement): SchemaElement {
  const { converted_type: _, logical_type: __, ...stored } = element;
  return REFUSED.has(element.converted_type) || isDecimal(element) ? stored : element;
}

/** How a column's values are told: plain ones as they read, lists and records as JSON. */
export function readerOf(field: SchemaField): (value: unknown) => string {
  const inside = insideOf(field);
  return inside === null ? plainReader(field.element) : (value) => valueText(value === null || value === undefined ? value : inside(value));
}

/** What stands in lists and records, each value as its column would tell it; `null` for plain fields. */
function insideOf(field: SchemaField): ((value: unknown) => unknown) | null {
  const { element, children } = field;
  const [only] = children;
  // The library puts the values of a variant together by itself.
  if (element.logical_type?.type === 'VARIANT') return (value) => value;
  if (element.repetition_type === 'REPEATED') return listOf(elementOf({ ...field, element: { ...element, repetition_type: 'REQUIRED' } }));
  if (only === undefined) return null;
  const [first, second] = only.children;
  if (children.length === 1 && only.element.repetition_type === 'REPEATED') {
    // Two levels of names around the values of a list or a map, which the library takes off.
    if (element.converted_type === 'LIST' && only.children.length <= 1) return listOf(elementOf(first ?? { element: { ...only.element, repetition_type: 'REQUIRED' }, children: [] }));
    if (element.converted_type === 'MAP' && first !== undefined && second !== undefined) return recordOf(() => elementOf(second));
  }
  const readers = new Map(children.map((child) => [child.element.name, elementOf(child)]));
  return recordOf((name) => readers.get(name));
}

const listOf =
  (read: (value: unknown) => unknown) =>
  (value: unknown): unknown =>
    Array.isArray(value) ? value.map(read) : value;

const recordOf =
  (readerFor: (name: string) => ((value: unknown) => unknown) | undefined) =>
  (value: unknown): unknown =>
    typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, readerFor(name)?.(one) ?? null])) : value;

function elementOf(field: SchemaField): (value: unknown) => unknown {
  const inside = insideOf(field);
  const { type, logical_type: logical } = field.element;
  const plain = plainReader(field.element);
  const isNumber = type === 'FLOAT' || logical?.type === 'FLOAT16';
  return (value) => {
    if (value === null || value === undefined) return null;
    if (inside !== null) return inside(value);
    // What JSON has words for stays as it is; whole numbers beyond its digits are told as texts.
    if (typeof value === 'boolean' || (typeof value === 'number' && plain === valueText)) return value;
    return isNumber ? Number(plain(value)) : plain(value);
  };
}

/** Milliseconds in a unit of time. */
const MILLIS = { MILLIS: 1, MICROS: 1e-3, NANOS: 1e-6 } as const;

function plainReader(element: SchemaElement): (value: unknown) => string {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (isDecimal(element)) return decimalReader(element);
  if (logical?.type === 'TIMESTAMP' && logical.isAdjustedToUTC) return (value) => (typeof value === 'string' ? `${value}Z` : valueText(value));
  if (logical?.type === 'TIME') return clockReader(MILLIS[logical.unit]);
  if (converted === 'TIME_MILLIS' || converted === 'TIME_MICROS') return clockReader(converted === 'TIME_MILLIS' ? MILLIS.MILLIS : MILLIS.MICROS);
  if (converted === 'INTERVAL') return (value) => (value instanceof Uint8Array ? intervalOf(value) : valueText(value));
  if (type === 'FLOAT') return (value) => (typeof value === 'number' ? floatText(value) : valueText(value));
  if (logical?.type === 'FLOAT16') return (value) => (typeof value === 'number' ? halfText(value) : valueText(value));
  // Beside decimals the library leaves bytes as they are.
  return type === 'BYTE_ARRAY' ? (value) => (value instanceof Uint8Array ? bytesText(value) : valueText(value)) : valueText;
}

const clockReader = (factor: number) => (value: unknown) => (typeof value === 'number' || typeof value === 'bigint' ? clockText(Number(value) * factor) : valueText(value));

function decimalReader({ scale, logical_type }: SchemaElement): (value: unknown) => string {
  const places = logical_type?.type === 'DECIMAL' ? logical_type.scale : (scale ?? 0);
  return (value) =>
    value instanceof Uint8Array ? scaledText(String(wholeOf(value)), places) : typeof value === 'number' || typeof value === 'bigint' ? scaledText(String(value), places) : valueText(value);
}

/** Months, days and milliseconds, four bytes each. */
function intervalOf(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return intervalText(view.getUint32(0, true), view.getUint32(4, true), view.getUint32(8, true));
}
