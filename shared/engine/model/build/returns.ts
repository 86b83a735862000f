import type { ColumnType } from '#contract/values';
import type { Column, TextColumn } from '../../table/table.ts';
import { knownReturnStatus, returnKind, statesNoCase } from '../status.ts';
import { answeredReturnStatus } from '../status-questions.ts';
import { type BuildReport, dayCodes, instantOf, type MappedTable, textAt } from './context.ts';
import { COMPLETES, EntityStore } from './field-store.ts';
import { destroyedRows } from '../../table/destroyed-ids.ts';
import type { OrderIndex } from './order-index.ts';
import { DESTROYED } from './locate-orders.ts';
import { scopeOf } from './scopes.ts';
import { converted } from './rates.ts';
import type { Shops } from './shops.ts';
import { TOLD, type ToldCases } from './told-cases.ts';

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

  /** The row of a case and product: the case's first row where the product is that one's or one of them is not named, else a row of its own. */
  caseOf(key: string, sku: string | null, order: number, source: number, fileRow: number): number {
    const first = this.row(key, order, source, fileRow);
    const skus = this.store.field('sku');
    if (sku === null || !skus.isSet(first) || skus.text(first) === sku) return first;
    return this.row(`${key}#${sku}`, order, source, fileRow);
  }
}

/**
 * Takes the cases of an after-sales sheet. A case of several products is a row for each. A case whose order was not imported is held
 * back and counted.
 *
 * @param told for a sheet that repeats them: the cases that platforms told, which it only completes
 */
export function takeReturns(mapped: MappedTable, orders: OrderIndex, returns: ReturnIndex, pass: number, shopsOf: Shops, report: BuildReport, told?: ToldCases): void {
  const { table, dataset } = mapped;
  const ids = mapped.column('order_key') as TextColumn | undefined;
  if (ids === undefined || ids.kind !== 'text') return;
  const scope = scopeOf(mapped);
  const columns = Object.fromEntries(['return_id', 'sku', 'reason', 'party', 'stage', 'kind', 'status', 'qty', 'completed_at', 'requested_at'].map((name) => [name, mapped.column(name)])) as Record<
    string,
    Column | undefined
  >;
  const amounts = mapped.money('refund_amount');
  let current = -1;
  const clockOf = shopsOf.byOrder(orders, (platform, shop) => shopsOf.clock(platform, shop, dataset.timeZone));
  const completedDays = returns.store.field('completed_date');
  const days = (column: Column | undefined) => (column === undefined ? () => 0 : dayCodes(column, dataset, () => clockOf(current), completedDays.dictionary));
  const dayOf = days(columns.completed_at);
  const requestedDayOf = days(columns.requested_at);
  const numbers = new Map<string, number>();
  const rates = orders.store.field('fx_rate');
  let orphans = 0;
  const unknownStates = new Map<string, number>();
  let destroyed = 0;
  let heldBack = 0;
  let repeated = 0;
  let taken = 0;
  const states = mapped.mapping.cases === 'stated';
  const idAt = (row: number) => ids.dictionary.text(ids.codes[row] as number);
  const orderAt = (row: number) => {
    const id = idAt(row);
    return id === null ? -1 : findOrder(orders, scope(row), id);
  };
  const stateAt = (row: number) => {
    const said = textAt(columns.status, row);
    return answeredReturnStatus(mapped.answers, dataset.platform, said) ?? knownReturnStatus(said);
  };
  const amountOf = (row: number, order: number) => converted(amounts?.[row] ?? Number.NaN, rates.number(order));
  if (states && told !== undefined) {
    for (let row = 0; row < table.rows; row++) {
      const order = orderAt(row);
      if (order >= 0 && (amounts?.[row] ?? 0) > 0 && stateAt(row) === 'success') told.state(order, amountOf(row, order));
    }
  }
  const destroyedAt = destroyedRows(table.rows, [ids]);
  for (let row = 0; row < table.rows; row++) {
    if (states && statesNoCase(amounts?.[row], textAt(columns.status, row))) continue;
    const id = idAt(row);
    if (destroyedAt?.[row] === 1) {
      destroyed++;
      continue;
    }
    const order = orderAt(row);
    if (order < 0) {
      orphans++;
      continue;
    }
    if (orders.isHeldBack(order)) {
      heldBack++;
      continue;
    }
    current = order;
    const { store } = returns;
    const { platform, shop } = scope(row);
    const n = (numbers.get(id as string) ?? 0) + 1;
    numbers.set(id as string, n);
    const returnId = textAt(columns.return_id, row) ?? `${id}#${n}`;
    const sku = textAt(columns.sku, row);
    const amount = amountOf(row, order);
    const known = told === undefined ? -1 : told.find(order, returnId, sku, amount);
    if (known === TOLD) {
      repeated++;
      continue;
    }
    taken++;
    const index = known >= 0 ? known : returns.caseOf(`${platform}:${returnId}`, sku, order, table.origin.source[row] as number, table.origin.row[row] as number);
    const ownPass = known >= 0 ? pass | COMPLETES : pass;
    const set = (name: string, value: string | null) => store.field(name).setText(index, value, ownPass);
    set('return_id', returnId);
    set('order_key', orders.store.field('order_key').text(order));
    set('platform', orders.store.field('platform').text(order) ?? platform);
    set('shop_id', orders.store.field('shop_id').text(order) ?? shop);
    for (const name of ['sku', 'reason', 'party', 'stage']) set(name, textAt(columns[name], row));
    const stated = stateAt(row);
    const said = textAt(columns.status, row) ?? '';
    if (stated === null) unknownStates.set(said, (unknownStates.get(said) ?? 0) + 1);
    const status = stated ?? 'open';
    // Who only states what was refunded does not say whether goods came back.
    if (!states || columns.kind !== undefined) set('kind', returnKind(textAt(columns.kind, row)));
    set('status', status);
    if (columns.requested_at !== undefined) set('requested_at', instantOf(columns.requested_at, row));
    if (columns.completed_at !== undefined) set('completed_at', instantOf(columns.completed_at, row));
    // A done case without a day of its own is booked on the day it was asked for.
    completedDays.setCode(index, dayOf(row) || (status === 'success' ? requestedDayOf(row) : 0), ownPass);
    if (columns.qty?.kind === 'number') store.field('qty').setNumber(index, columns.qty.values[row] as number, ownPass);
    store.field('refund_amount').setNumber(index, amount, ownPass);
    store.field('is_credit').setNumber(index, 0);
  }
  report.take(dataset.id, 'returns', taken);
  for (const [word, count] of unknownStates) report.note(`Unknown after-sales state “${word}” in ${count} rows: they count as not decided`, `有 ${count} 行的售后状态“${word}”未知，按处理中计`);
  report.holdBack(dataset.id, 'returns', orphans, 'the order of the return was not imported', '退货对应的订单未导入');
  report.holdBack(dataset.id, 'returns', destroyed, DESTROYED.en, DESTROYED.zh);
  report.holdBack(dataset.id, 'returns', repeated, 'the platform’s own after-sales sheet tells the refunds of their orders', '平台售后表已有这些订单的退款，以平台为准');
  report.holdBack(dataset.id, 'returns', heldBack, 'their order is held back', '对应订单被暂缓计入');
}

/** A returns sheet may come from another system than the orders: an order number that exists on one platform only is that order. */
function findOrder(orders: OrderIndex, scope: { platform: string; shop: string }, id: string): number {
  const own = orders.numbers(scope.platform, scope.shop).find(id);
  return own >= 0 ? own : orders.findAnywhere(id);
}
