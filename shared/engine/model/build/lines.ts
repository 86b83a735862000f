import type { ColumnType } from '#contract/values';
import { roundHalfEven } from '../../values/numbers.ts';
import type { Column, TextColumn } from '../../table/table.ts';
import type { BuildReport, MappedTable } from './context.ts';
import { EntityStore } from './field-store.ts';
import { OrderIndex, scopeOf } from './orders.ts';

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
  readonly #byKey = new Map<string, number>();

  find(key: string): number {
    return this.#byKey.get(key) ?? -1;
  }

  add(key: string, order: number, source: number, row: number): number {
    const line = this.store.addRow(source, row);
    this.#byKey.set(key, line);
    this.orders.push(order);
    this.weights.push(Number.NaN);
    this.store.field('line_key').setText(line, key);
    return line;
  }
}

/** Takes the lines of one dataset. A line whose order was not imported is held back and counted. */
export function takeLines(mapped: MappedTable, orders: OrderIndex, lines: LineIndex, pass: number, isCredit: (row: number) => boolean, report: BuildReport): void {
  const { table } = mapped;
  const ids = mapped.column('order_key') as TextColumn | undefined;
  const skus = mapped.column('sku');
  if (ids === undefined || ids.kind !== 'text') return;
  const scope = scopeOf(mapped);
  const lineIds = mapped.column('platform_line_id');
  const titles = mapped.column('title');
  const variants = mapped.column('variant');
  const gifts = mapped.column('is_gift');
  const qty = mapped.column('qty');
  const amounts = mapped.money('line_amount');
  const prices = mapped.money('unit_price');
  const listPrices = mapped.money('list_price');
  const costs = mapped.money('unit_cost');
  const numbers = new Map<string, number>();
  let orphans = 0;
  for (let row = 0; row < table.rows; row++) {
    if (isCredit(row)) continue;
    const id = ids.dictionary.text(ids.codes[row] as number);
    const { platform, shop } = scope(row);
    const order = id === null ? -1 : orders.find(OrderIndex.key(platform, shop, id));
    if (order < 0) {
      orphans++;
      continue;
    }
    const orderKey = orders.store.field('order_key').text(order) as string;
    const sku = textAt(skus, row) ?? `?${textAt(titles, row) ?? ''}`;
    const lineId = textAt(lineIds, row) ?? numbered(numbers, orderKey, sku);
    const key = `${orderKey}#${lineId}`;
    const known = lines.find(key);
    const line = known >= 0 ? known : lines.add(key, order, table.origin.source[row] as number, table.origin.row[row] as number);
    const { store } = lines;
    store.field('order_key').setText(line, orderKey);
    store.field('platform_line_id').setText(line, lineId, pass);
    store.field('sku').setText(line, sku, pass);
    store.field('title').setText(line, textAt(titles, row), pass);
    store.field('variant').setText(line, textAt(variants, row), pass);
    const pieces = qty?.kind === 'number' ? (qty.values[row] as number) : 1;
    store.field('qty').setNumber(line, pieces, pass);
    const price = prices?.[row] ?? Number.NaN;
    const list = listPrices?.[row] ?? Number.NaN;
    store.field('unit_price').setNumber(line, price, pass);
    store.field('list_price').setNumber(line, list, pass);
    store.field('unit_cost').setNumber(line, costs?.[row] ?? Number.NaN, pass);
    const gift = gifts?.kind === 'number' && gifts.values[row] === 1;
    store.field('is_gift').setNumber(line, gift ? 1 : 0);
    const amount = amounts?.[row] ?? Number.NaN;
    lines.weights[line] = gift ? Number.NaN : firstNumber(amount, price * pieces, list * pieces);
  }
  report.holdBack(mapped.dataset.id, 'order_lines', orphans, 'the order of the line was not imported', '明细对应的订单未导入');
}

function numbered(numbers: Map<string, number>, order: string, sku: string): string {
  const n = (numbers.get(`${order}\u001f${sku}`) ?? 0) + 1;
  numbers.set(`${order}\u001f${sku}`, n);
  return `${sku}#${n}`;
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
 * by their weights, the remainder on the largest, so that lines always add up to the order.
 */
export function settleAmounts(orders: OrderIndex, lines: LineIndex): void {
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
    field('sales_amount').setNumber(order, sales);
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
