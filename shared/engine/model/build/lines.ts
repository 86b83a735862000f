import type { ColumnType } from '#contract/values';
import type { Dictionary } from '../../table/dictionary.ts';
import { roundHalfEven } from '../../values/numbers.ts';
import type { Column } from '../../table/table.ts';
import type { MappedTable } from './context.ts';
import { EntityStore, type FieldStore } from './field-store.ts';
import type { OrderIndex } from './order-index.ts';
import { converted } from './rates.ts';
import type { Shops } from './shops.ts';

export const LINE_COLUMNS: readonly (readonly [string, ColumnType])[] = [
  ['line_key', 'id'],
  ['order_key', 'id'],
  ['platform_line_id', 'id'],
  ['sku', 'id'],
  ['title', 'text'],
  ['variant', 'text'],
  ['qty', 'int'],
  ['list_price', 'money'],
  ['unit_price', 'money'],
  ['line_sales', 'money'],
  ['unit_cost', 'money'],
  ['is_gift', 'bool'],
];

/** The lines of all orders, and for each line its order and its weight when a discount is spread. */
export class LineIndex {
  readonly store = new EntityStore(LINE_COLUMNS);
  readonly orders: number[] = [];
  readonly weights: number[] = [];
  /** Line of each code in the dictionary of `line_key`; codes are given in order, so that a new key has the next one. */
  readonly #lineOfCode: number[] = [-1];
  #scratch = new Uint8Array(256);

  /** The line whose key is these texts joined by `#`, added when it is new. The key is put together as bytes: there are as many as lines. */
  line(order: number, parts: readonly KeyPart[], source: number, row: number): number {
    const code = this.#keyCode(parts);
    const known = this.#lineOfCode[code];
    if (known !== undefined) return known;
    const line = this.store.addRow(source, row);
    this.#lineOfCode[code] = line;
    this.orders.push(order);
    this.weights.push(Number.NaN);
    this.store.field('line_key').setCode(line, code);
    return line;
  }

  #keyCode(parts: readonly KeyPart[]): number {
    let length = 0;
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i] as KeyPart;
      const size = typeof part === 'number' ? 10 : part.dictionary.end(part.code) - part.dictionary.start(part.code);
      if (length + size + 1 > this.#scratch.length) this.#scratch = larger(this.#scratch, length + size + 1);
      if (i > 0) this.#scratch[length++] = HASH;
      if (typeof part === 'number') length = writeDigits(this.#scratch, length, part);
      else {
        this.#scratch.set(part.dictionary.arena.subarray(part.dictionary.start(part.code), part.dictionary.end(part.code)), length);
        length += size;
      }
    }
    return this.store.field('line_key').dictionary.addBytes(this.#scratch, 0, length);
  }
}

/** A text by its code, or a number. */
type KeyPart = number | { readonly dictionary: Dictionary; readonly code: number };

const HASH = 35;
const ZERO = 48;

/** Writes a whole number above zero in decimal at `at`; gives the place after it. */
function writeDigits(bytes: Uint8Array, at: number, value: number): number {
  let end = at;
  for (let rest = value; rest > 0; rest = Math.floor(rest / 10)) end++;
  let rest = value;
  for (let place = end - 1; place >= at; place--) {
    bytes[place] = ZERO + (rest % 10);
    rest = Math.floor(rest / 10);
  }
  return end;
}

function larger(bytes: Uint8Array, needed: number): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(needed * 2);
  result.set(bytes);
  return result;
}

/**
 * Takes the lines of one dataset.
 *
 * @param located the order of each row, -1 where a row is no line
 */
export function takeLines(mapped: MappedTable, orders: OrderIndex, lines: LineIndex, pass: number, located: Int32Array): void {
  const { table } = mapped;
  const { store } = lines;
  const orderKeys = orders.store.field('order_key');
  const [keyField, skuField, lineIdField] = [store.field('order_key'), store.field('sku'), store.field('platform_line_id')];
  const titles = mapped.column('title');
  const titleOf = copier(titles, store.field('title'));
  const variantOf = copier(mapped.column('variant'), store.field('variant'));
  const skuOf = copier(mapped.column('sku'), skuField);
  const lineIdOf = copier(mapped.column('platform_line_id'), lineIdField);
  const [titleField, variantField] = [store.field('title'), store.field('variant')];
  const numbers = numberTaker(mapped, store, pass);
  const rates = orders.store.field('fx_rate');
  const gifts = mapped.column('is_gift');
  const giftField = store.field('is_gift');
  const occurrences = new Map<number, number>();
  const keyCodes = new Uint32Array(orders.store.rows);
  for (let row = 0; row < table.rows; row++) {
    const order = located[row] as number;
    if (order < 0) continue;
    if (keyCodes[order] === 0) keyCodes[order] = keyField.dictionary.add(orderKeys.text(order) as string);
    const sku = skuOf(row) || skuField.dictionary.add(`?${textAt(titles, row) ?? ''}`);
    const orderPart = { dictionary: keyField.dictionary, code: keyCodes[order] as number };
    const lineId = lineIdOf(row);
    const [source, fileRow] = [table.origin.source[row] as number, table.origin.row[row] as number];
    let line: number;
    if (lineId !== 0) line = lines.line(order, [orderPart, { dictionary: lineIdField.dictionary, code: lineId }], source, fileRow);
    else {
      const pair = order * 0x100000000 + sku;
      const n = (occurrences.get(pair) ?? 0) + 1;
      occurrences.set(pair, n);
      line = lines.line(order, [orderPart, { dictionary: skuField.dictionary, code: sku }, n], source, fileRow);
    }
    keyField.setCode(line, keyCodes[order] as number);
    lineIdField.setCode(line, lineId, pass);
    skuField.setCode(line, sku, pass);
    titleField.setCode(line, titleOf(row), pass);
    variantField.setCode(line, variantOf(row), pass);
    const gift = gifts?.kind === 'number' && gifts.values[row] === 1;
    giftField.setNumber(line, gift ? 1 : 0);
    const weight = numbers(row, line, rates.number(order));
    lines.weights[line] = gift ? Number.NaN : weight;
  }
}

/**
 * Copies the numbers of a row to its line, in the reporting currency, and gives the line's weight: its amount, else its price times
 * pieces. Costs in an ERP's sheet are in the reporting currency whatever the order's is.
 */
function numberTaker(mapped: MappedTable, store: EntityStore, pass: number): (row: number, line: number, rate: number) => number {
  const qty = mapped.column('qty');
  const amounts = mapped.money('line_amount');
  const prices = mapped.money('unit_price');
  const listPrices = mapped.money('list_price');
  const costs = mapped.money('unit_cost');
  const [qtyField, priceField, listField, costField] = [store.field('qty'), store.field('unit_price'), store.field('list_price'), store.field('unit_cost')];
  const costsConvert = mapped.mapping.role !== 'erp';
  return (row, line, rate) => {
    const pieces = qty?.kind === 'number' ? (qty.values[row] as number) : 1;
    const price = converted(prices?.[row] ?? Number.NaN, rate);
    const list = converted(listPrices?.[row] ?? Number.NaN, rate);
    qtyField.setNumber(line, pieces, pass);
    priceField.setNumber(line, price, pass);
    listField.setNumber(line, list, pass);
    costField.setNumber(line, converted(costs?.[row] ?? Number.NaN, costsConvert ? rate : 1), pass);
    return firstNumber((amounts?.[row] ?? Number.NaN) * rate, price * pieces, list * pieces);
  };
}

/** The code in the field's dictionary of a column's cell, each different text added once; 0 where there is none. */
function copier(column: Column | undefined, field: FieldStore): (row: number) => number {
  if (column === undefined) return () => 0;
  if (column.kind === 'number') {
    return (row) => {
      const value = column.values[row] as number;
      return Number.isNaN(value) ? 0 : field.dictionary.add(String(value));
    };
  }
  const codes = new Uint32Array(column.dictionary.size);
  return (row) => {
    const code = column.codes[row] as number;
    if (code === 0) return 0;
    if (codes[code] === 0) codes[code] = field.dictionary.add(column.dictionary.text(code) as string);
    return codes[code] as number;
  };
}

const textAt = (column: Column | undefined, row: number): string | null => {
  if (column === undefined) return null;
  if (column.kind === 'text') return column.dictionary.text(column.codes[row] as number);
  const value = column.values[row] as number;
  return Number.isNaN(value) ? null : String(value);
};

const firstNumber = (...values: number[]): number => values.find((value) => !Number.isNaN(value)) ?? Number.NaN;

/**
 * Makes lines and orders agree: an order without an amount is the sum of its lines; an order with one has it spread over its lines
 * by their weights, the remainder on the largest, so that lines always add up to the order's goods. Sales are the goods with the
 * platform's subsidy, or all that was paid where the shop counts so.
 */
export function settleAmounts(orders: OrderIndex, lines: LineIndex, shops: Shops): void {
  const byOrder = new Map<number, number[]>();
  for (const [line, order] of lines.orders.entries()) {
    if (Number.isNaN(lines.weights[line])) continue;
    const list = byOrder.get(order);
    if (list === undefined) byOrder.set(order, [line]);
    else list.push(line);
  }
  const field = (name: string) => orders.store.field(name);
  const goods = field('goods_amount');
  for (let order = 0; order < orders.store.rows; order++) {
    const own = byOrder.get(order) ?? [];
    const sum = own.reduce((total, line) => total + (lines.weights[line] as number), 0);
    if (!goods.isSet(order)) {
      if (own.length > 0) goods.setNumber(order, roundHalfEven(sum));
      else if (field('paid_amount').isSet(order)) goods.setNumber(order, field('paid_amount').number(order) - zero(field('shipping_fee').number(order)) - zero(field('tax_amount').number(order)));
    }
    if (!field('paid_amount').isSet(order) && goods.isSet(order))
      field('paid_amount').setNumber(order, goods.number(order) + zero(field('shipping_fee').number(order)) + zero(field('tax_amount').number(order)));
    if (!goods.isSet(order)) continue;
    const sales = goods.number(order) + zero(field('platform_subsidy').number(order));
    const basis = shops.basis(field('platform').text(order) ?? '', field('shop_id').text(order) ?? '');
    field('sales_amount').setNumber(order, basis === 'paid' && field('paid_amount').isSet(order) ? field('paid_amount').number(order) : sales);
    spread(sales, own, sum, lines);
  }
}

const zero = (value: number) => (Number.isNaN(value) ? 0 : value);

function spread(total: number, own: readonly number[], sum: number, lines: LineIndex): void {
  if (own.length === 0) return;
  const sales = lines.store.field('line_sales');
  if (Math.abs(sum - total) < 1) {
    // The lines already add up: nothing is spread, a fraction of the last unit goes to the largest.
    distribute(own.map((line) => lines.weights[line] as number));
    return;
  }
  distribute(own.map((line) => (sum === 0 ? total / own.length : (total * (lines.weights[line] as number)) / sum)));

  function distribute(shares: readonly number[]): void {
    const rounded = shares.map(roundHalfEven);
    const rest = total - rounded.reduce((a, b) => a + b, 0);
    const largest = rounded.reduce((best, share, i) => (share > (rounded[best] as number) ? i : best), 0);
    rounded[largest] = (rounded[largest] as number) + rest;
    for (const [i, line] of own.entries()) sales.setNumber(line, rounded[i] as number);
  }
}
