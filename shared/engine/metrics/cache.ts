import { type Column, columnOf, type Table } from '../table/table.ts';
import { Dictionary } from '../table/dictionary.ts';
import { dayNumber, instantSeconds } from '../values/dates.ts';
import type { DateField, Need, View } from './define.ts';

/** Day of a row without a date. */
export const NO_DAY = -2_147_483_648;

/** One fact table as typed arrays, row by row. */
export interface Fact {
  readonly rows: number;
  /** Rows that count: test and fake orders are out, and what the view leaves out. */
  readonly counts: Uint8Array;
  readonly days: Readonly<Partial<Record<DateField, Int32Array>>>;
  number(column: string): Float64Array;
  /** Texts of a column or dimension, as codes; `null` when the view does not have it. */
  texts(column: string): { readonly codes: Uint32Array; readonly dictionary: Dictionary } | null;
  readonly table: Table;
}

export interface MetricsCache {
  readonly facts: Readonly<Record<View, Fact>>;
  readonly available: ReadonlySet<Need>;
  /** First and last business day with an order, as day numbers; null without orders. */
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  /** Last business day with an order or a refund: how old a day is counts from here. */
  readonly asOf: number | null;
  /** Whether every buyer, some or none can be told apart. */
  readonly customers: number;
  readonly products: number;
}

export interface CanonicalTables {
  get(name: 'orders' | 'order_lines' | 'customers' | 'products' | 'returns'): Table | undefined;
}

const EMPTY: Table = { rows: 0, columns: [], origin: { source: new Uint32Array(0), row: new Uint32Array(0) } };

/** Prepares canonical tables for metrics: days as numbers, lines and returns tied to their orders and products. */
export function prepareCache(tables: CanonicalTables): MetricsCache {
  const orders = tables.get('orders') ?? EMPTY;
  const lines = tables.get('order_lines') ?? EMPTY;
  const returns = tables.get('returns') ?? EMPTY;
  const products = tables.get('products') ?? EMPTY;
  const orderFact = ordersFact(orders, false);
  const paidFact = ordersFact(orders, true);
  const lineOrder = linkRows(columnOf(lines, 'order_key'), columnOf(orders, 'order_key'));
  const lineProduct = linkRows(columnOf(lines, 'sku'), columnOf(products, 'sku'));
  const returnOrder = linkRows(columnOf(returns, 'order_key'), columnOf(orders, 'order_key'));
  const facts = { orders: orderFact, paid: paidFact, lines: linesFact(lines, lineOrder, paidFact, lineProduct, products), refunds: refundsFact(returns, returnOrder, paidFact) };
  const range = dayRange([
    [orderFact, 'placed_date'],
    [paidFact, 'paid_date'],
  ]);
  const { lastDay: asOf } = dayRange([
    [orderFact, 'placed_date'],
    [paidFact, 'paid_date'],
    [facts.refunds, 'completed_date'],
  ]);
  return { facts, asOf, available: availability(orders, lines, returns, products), ...range, customers: tables.get('customers')?.rows ?? 0, products: products.rows };
}

function availability(orders: Table, lines: Table, returns: Table, products: Table): Set<Need> {
  const any = (table: Table, name: string) => {
    const column = columnOf(table, name);
    if (column === undefined) return false;
    return column.kind === 'text' ? column.codes.some((code) => code !== 0) : column.values.some((value) => !Number.isNaN(value));
  };
  const available = new Set<Need>();
  if (orders.rows > 0) available.add('orders');
  if (lines.rows > 0) available.add('lines');
  if (returns.rows > 0) available.add('returns');
  if (any(returns, 'kind')) available.add('returned_goods');
  if (any(returns, 'qty')) available.add('returned_pieces');
  if (any(lines, 'unit_cost') || any(products, 'cost_price')) available.add('costs');
  if (any(orders, 'customer_id')) available.add('identity');
  if (any(orders, 'seller_discount')) available.add('discounts');
  return available;
}

/** For each row of `from` the row of `to` with the same text, or -1. */
function linkRows(from: Column | undefined, to: Column | undefined): Int32Array {
  if (from === undefined || from.kind !== 'text') return new Int32Array(0);
  const links = new Int32Array(from.codes.length).fill(-1);
  if (to === undefined || to.kind !== 'text') return links;
  const rowOfCode = new Int32Array(to.dictionary.size).fill(-1);
  for (let row = 0; row < to.codes.length; row++) rowOfCode[to.codes[row] as number] = row;
  const map = new Int32Array(from.dictionary.size).fill(-1);
  const codeIn = to.dictionary.findFrom(from.dictionary);
  for (let code = 1; code < map.length; code++) {
    const other = codeIn(code);
    if (other > 0) map[code] = rowOfCode[other] as number;
  }
  for (let row = 0; row < links.length; row++) links[row] = map[from.codes[row] as number] as number;
  return links;
}

const nothing = (rows: number) => new Float64Array(rows).fill(Number.NaN);

function numberOf(table: Table, name: string): Float64Array {
  const column = columnOf(table, name);
  return column?.kind === 'number' ? column.values : nothing(table.rows);
}

function daysOf(table: Table, name: string): Int32Array {
  const column = columnOf(table, name);
  const days = new Int32Array(table.rows).fill(NO_DAY);
  if (column === undefined || column.kind !== 'text') return days;
  const byCode = new Int32Array(column.dictionary.size).fill(NO_DAY);
  for (let code = 1; code < byCode.length; code++) byCode[code] = dayNumber(column.dictionary.text(code) as string);
  for (let row = 0; row < days.length; row++) days[row] = byCode[column.codes[row] as number] as number;
  return days;
}

/** Dimension names that stand in a column of another name. */
const ALIASES: Readonly<Record<string, string>> = {
  shop: 'shop_id',
  country: 'ship_country',
  province: 'ship_province',
  city: 'ship_city',
  campaign: 'campaign_id',
  category: 'category_l1',
  spu: 'spu_id',
};

type Texts = ReturnType<Fact['texts']>;

/** Remembers what was computed for a name. */
function remembered<T>(compute: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    if (!known.has(name)) known.set(name, compute(name));
    return known.get(name) as T;
  };
}

function ownTexts(table: Table, name: string): Texts {
  const column = columnOf(table, ALIASES[name] ?? name);
  return column?.kind === 'text' ? column : null;
}

function ordersFact(table: Table, paidOnly: boolean): Fact {
  const counts = new Uint8Array(table.rows);
  const paid = numberOf(table, 'is_paid');
  const test = numberOf(table, 'is_test');
  const fake = numberOf(table, 'is_fake');
  for (let row = 0; row < counts.length; row++) counts[row] = test[row] !== 1 && fake[row] !== 1 && (!paidOnly || paid[row] === 1) ? 1 : 0;
  return {
    rows: table.rows,
    counts,
    days: { placed_date: daysOf(table, 'placed_date'), paid_date: daysOf(table, 'paid_date') },
    number: remembered((name) => numberOf(table, name)),
    texts: remembered((name) => (name === 'new_returning' ? newReturning(table) : ownTexts(table, name))),
    table,
  };
}

/** `new` for a buyer's first order, `returning` for later ones, missing without identity. */
function newReturning(table: Table): Texts {
  const dictionary = new Dictionary();
  const first = dictionary.add('new');
  const later = dictionary.add('returning');
  const seq = numberOf(table, 'buyer_seq');
  const codes = new Uint32Array(seq.length);
  for (let row = 0; row < codes.length; row++) codes[row] = Number.isNaN(seq[row]) ? 0 : seq[row] === 1 ? first : later;
  return { codes, dictionary };
}

/** A column of a linked table, row by row. */
function through(links: Int32Array, texts: Texts): Texts {
  if (texts === null) return null;
  const codes = new Uint32Array(links.length);
  for (let row = 0; row < codes.length; row++) codes[row] = (links[row] as number) < 0 ? 0 : (texts.codes[links[row] as number] as number);
  return { codes, dictionary: texts.dictionary };
}

function numbersThrough(links: Int32Array, values: Float64Array): Float64Array {
  const found = nothing(links.length);
  for (let row = 0; row < found.length; row++) if ((links[row] as number) >= 0) found[row] = values[links[row] as number] as number;
  return found;
}

function linesFact(table: Table, orderOf: Int32Array, paid: Fact, productOf: Int32Array, products: Table): Fact {
  const counts = new Uint8Array(orderOf.length);
  const paidDays = paid.days.paid_date as Int32Array;
  const days = new Int32Array(orderOf.length).fill(NO_DAY);
  for (let line = 0; line < orderOf.length; line++) {
    const order = orderOf[line] as number;
    if (order < 0) continue;
    counts[line] = paid.counts[order] as number;
    days[line] = paidDays[order] as number;
  }
  const cost = () => {
    const own = numberOf(table, 'unit_cost');
    const standard = numberOf(products, 'cost_price');
    return own.map((value, row) => (Number.isNaN(value) ? ((productOf[row] as number) < 0 ? Number.NaN : (standard[productOf[row] as number] ?? Number.NaN)) : value));
  };
  return {
    rows: table.rows,
    counts,
    days: { paid_date: days },
    number: remembered((name) => (name === 'cost' ? cost() : name === 'buyer_seq' ? numbersThrough(orderOf, paid.number(name)) : numberOf(table, name))),
    texts: remembered((name) => {
      if (name === 'sku' || name === 'order_key') return ownTexts(table, name);
      if (['category', 'brand', 'spu'].includes(name)) return through(productOf, ownTexts(products, name));
      return through(orderOf, paid.texts(name));
    }),
    table,
  };
}

function refundsFact(table: Table, orderOf: Int32Array, paid: Fact): Fact {
  const status = columnOf(table, 'status');
  const success = status?.kind === 'text' ? status.dictionary.find('success') : 0;
  const credit = numberOf(table, 'is_credit');
  const counts = new Uint8Array(table.rows);
  for (let row = 0; row < counts.length; row++) {
    const order = orderOf[row] as number;
    const counted = credit[row] === 1 || (order >= 0 && paid.counts[order] === 1);
    counts[row] = counted && success !== 0 && status?.kind === 'text' && status.codes[row] === success ? 1 : 0;
  }
  return {
    rows: table.rows,
    counts,
    days: { completed_date: daysOf(table, 'completed_date'), paid_date: daysOf(table, 'paid_date') },
    number: remembered((name) => (name === 'refund_hours' ? hoursBetween(table, 'requested_at', 'completed_at') : numberOf(table, name))),
    texts: remembered((name) => ownTexts(table, name)),
    table,
  };
}

/** Hours from one instant of a row to another; missing where one is. */
function hoursBetween(table: Table, from: string, to: string): Float64Array {
  const [start, end] = [columnOf(table, from), columnOf(table, to)];
  const hours = new Float64Array(table.rows).fill(Number.NaN);
  if (start?.kind !== 'text' || end?.kind !== 'text') return hours;
  for (let row = 0; row < hours.length; row++) {
    const a = start.dictionary.text(start.codes[row] as number);
    const b = end.dictionary.text(end.codes[row] as number);
    if (a !== null && b !== null) hours[row] = (instantSeconds(b) - instantSeconds(a)) / 3600;
  }
  return hours;
}

/** First and last day of rows that count: a test order does not stretch the data. */
function dayRange(columns: readonly (readonly [Fact, DateField])[]): { firstDay: number | null; lastDay: number | null } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const [fact, field] of columns) {
    const days = fact.days[field] as Int32Array;
    for (let row = 0; row < fact.rows; row++) {
      const day = days[row] as number;
      if (day === NO_DAY || fact.counts[row] !== 1) continue;
      if (day < first) first = day;
      if (day > last) last = day;
    }
  }
  return Number.isFinite(first) ? { firstDay: first, lastDay: last } : { firstDay: null, lastDay: null };
}
