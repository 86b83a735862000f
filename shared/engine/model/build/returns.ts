import type { ColumnType } from '#contract/values';
import type { Column, TextColumn } from '../../table/table.ts';
import { returnKind, returnStatus } from '../status.ts';
import { type BuildReport, dayCodes, instantOf, type MappedTable } from './context.ts';
import { EntityStore } from './field-store.ts';
import type { Identities } from './identity.ts';
import { OrderIndex, scopeOf } from './orders.ts';

export const RETURN_COLUMNS: readonly (readonly [string, ColumnType])[] = [
  ['return_key', 'id'],
  ['return_id', 'id'],
  ['order_key', 'id'],
  ['platform', 'enum'],
  ['shop_id', 'id'],
  ['sku', 'id'],
  ['requested_at', 'instant'],
  ['completed_at', 'instant'],
  ['completed_date', 'date'],
  ['kind', 'enum'],
  ['stage', 'text'],
  ['status', 'enum'],
  ['qty', 'number'],
  ['refund_amount', 'money'],
  ['reason', 'text'],
  ['party', 'text'],
  ['is_credit', 'bool'],
  ['paid_date', 'date'],
  ['customer_id', 'id'],
  ['ship_country', 'text'],
  ['ship_province', 'text'],
];

/** Returns under construction. `orders` is the order of each, -1 for a credit that names none. */
export class ReturnIndex {
  readonly store = new EntityStore(RETURN_COLUMNS);
  readonly orders: number[] = [];
  readonly nodes: number[] = [];
  readonly #byKey = new Map<string, number>();

  row(key: string, order: number, source: number, fileRow: number): number {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const index = this.store.addRow(source, fileRow);
    this.#byKey.set(key, index);
    this.orders.push(order);
    this.nodes.push(-1);
    this.store.field('return_key').setText(index, key);
    return index;
  }
}

/** Takes the cases of an after-sales sheet. A case whose order was not imported is held back and counted. */
export function takeReturns(mapped: MappedTable, orders: OrderIndex, returns: ReturnIndex, pass: number, report: BuildReport): void {
  const { table, dataset } = mapped;
  const ids = mapped.column('order_key') as TextColumn | undefined;
  if (ids === undefined || ids.kind !== 'text') return;
  const scope = scopeOf(mapped);
  const columns = Object.fromEntries(['return_id', 'sku', 'reason', 'party', 'stage', 'kind', 'status', 'qty', 'completed_at', 'requested_at'].map((name) => [name, mapped.column(name)])) as Record<
    string,
    Column | undefined
  >;
  const amounts = mapped.money('refund_amount');
  const dayOf = columns.completed_at === undefined ? () => null : dayCodes(columns.completed_at, dataset.timeZone);
  const numbers = new Map<string, number>();
  let orphans = 0;
  for (let row = 0; row < table.rows; row++) {
    const id = ids.dictionary.text(ids.codes[row] as number);
    const order = id === null ? -1 : findOrder(orders, scope(row), id);
    if (order < 0) {
      orphans++;
      continue;
    }
    const { store } = returns;
    const { platform, shop } = scope(row);
    const n = (numbers.get(id as string) ?? 0) + 1;
    numbers.set(id as string, n);
    const returnId = textAt(columns.return_id, row) ?? `${id}#${n}`;
    const index = returns.row(`${platform}:${returnId}`, order, table.origin.source[row] as number, table.origin.row[row] as number);
    const set = (name: string, value: string | null) => store.field(name).setText(index, value, pass);
    set('return_id', returnId);
    set('order_key', orders.store.field('order_key').text(order));
    set('platform', orders.store.field('platform').text(order) ?? platform);
    set('shop_id', orders.store.field('shop_id').text(order) ?? shop);
    for (const name of ['sku', 'reason', 'party', 'stage']) set(name, textAt(columns[name], row));
    set('kind', returnKind(textAt(columns.kind, row)));
    set('status', returnStatus(textAt(columns.status, row)));
    if (columns.requested_at !== undefined) set('requested_at', instantOf(columns.requested_at, row));
    if (columns.completed_at !== undefined) set('completed_at', instantOf(columns.completed_at, row));
    set('completed_date', dayOf(row));
    if (columns.qty?.kind === 'number') store.field('qty').setNumber(index, columns.qty.values[row] as number, pass);
    store.field('refund_amount').setNumber(index, amounts?.[row] ?? Number.NaN, pass);
    store.field('is_credit').setNumber(index, 0);
  }
  report.holdBack(dataset.id, 'returns', orphans, 'the order of the return was not imported', '退货对应的订单未导入');
}

/** A returns sheet may come from another system than the orders: an order number that exists on one platform only is that order. */
function findOrder(orders: OrderIndex, scope: { platform: string; shop: string }, id: string): number {
  const own = orders.find(OrderIndex.key(scope.platform, scope.shop, id));
  if (own >= 0) return own;
  for (const platform of ['tmall', 'taobao', 'jd', 'pdd', 'douyin', 'shopify', 'other']) {
    const other = orders.find(OrderIndex.key(platform, 'main', id));
    if (other >= 0) return other;
  }
  return -1;
}

const textAt = (column: Column | undefined, row: number): string | null => {
  if (column === undefined) return null;
  if (column.kind === 'text') return column.dictionary.text(column.codes[row] as number);
  const value = column.values[row] as number;
  return Number.isNaN(value) ? null : String(value);
};

/**
 * Which rows of a sales sheet are credits: negative pieces or a negative amount (decisions 2).
 *
 * @returns `null` when the mapping has none
 */
export function creditRows(lines: MappedTable): ((row: number) => boolean) | null {
  if (lines.mapping.credits !== 'returns') return null;
  const qty = lines.column('qty');
  const amounts = lines.money('line_amount');
  return (row) => (qty?.kind === 'number' && (qty.values[row] as number) < 0) || (amounts?.[row] ?? 0) < 0;
}

/** Credits of a sales sheet become returns on their own day, so that sales − refunds is the sum of the file. */
export function takeCredits(lines: MappedTable, ordersOfSheet: MappedTable | undefined, returns: ReturnIndex, identities: Identities, isCredit: (row: number) => boolean): void {
  const { table, dataset } = lines;
  const ids = lines.column('order_key');
  const skus = lines.column('sku');
  const qty = lines.column('qty');
  const amounts = lines.money('line_amount');
  const times = ordersOfSheet?.column('placed_at') ?? ordersOfSheet?.column('paid_at');
  const buyers = ordersOfSheet?.column('buyer_ref');
  const country = ordersOfSheet?.column('ship_country');
  const province = ordersOfSheet?.column('ship_province');
  const dayOf = times === undefined ? () => null : dayCodes(times, dataset.timeZone);
  const scope = scopeOf(lines);
  const numbers = new Map<string, number>();
  for (let row = 0; row < table.rows; row++) {
    if (!isCredit(row)) continue;
    const id = textAt(ids, row) ?? '?';
    const n = (numbers.get(id) ?? 0) + 1;
    numbers.set(id, n);
    const { platform, shop } = scope(row);
    const index = returns.row(`${platform}:${id}#${n}`, -1, table.origin.source[row] as number, table.origin.row[row] as number);
    const { store } = returns;
    const set = (name: string, value: string | null) => store.field(name).setText(index, value);
    set('return_id', `${id}#${n}`);
    set('order_key', OrderIndex.key(platform, shop, id));
    set('platform', platform);
    set('shop_id', shop);
    set('sku', textAt(skus, row));
    set('kind', 'return_refund');
    set('status', 'success');
    if (times !== undefined) {
      set('requested_at', instantOf(times, row));
      set('completed_at', instantOf(times, row));
    }
    set('completed_date', dayOf(row));
    set('paid_date', dayOf(row));
    set('ship_country', textAt(country, row));
    set('ship_province', textAt(province, row));
    const pieces = qty?.kind === 'number' ? (qty.values[row] as number) : Number.NaN;
    store.field('qty').setNumber(index, Math.abs(pieces));
    // A negative price with positive pieces is a credit too; adding zero turns -0 into 0.
    store.field('refund_amount').setNumber(index, -(amounts?.[row] ?? Number.NaN) + 0);
    store.field('is_credit').setNumber(index, 1);
    returns.nodes[index] = identities.node('buyer', platform, textAt(buyers, row));
  }
}
