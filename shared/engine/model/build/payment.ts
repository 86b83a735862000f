import { isUnpaidState, type OrderStatus, saysUnpaid } from '../status.ts';
import type { BuildReport, MappedTable } from './context.ts';
import type { OrderIndex } from './order-index.ts';

/** Whether a sheet can make orders: those of payments or lists only add to what others told. */
export const createsOrders = (sheet: MappedTable): boolean => sheet.has('placed_at') || sheet.has('paid_at');

/** An order without any payment column is paid when it was placed (decisions 1), unless its state says that it is not. */
export function settleDays(orders: OrderIndex, sheets: readonly MappedTable[], report: BuildReport): void {
  const field = (name: string) => orders.store.field(name);
  let assumed = 0;
  for (let order = 0; order < orders.store.rows; order++) {
    if (!field('placed_at').isSet(order) && field('paid_at').isSet(order)) {
      field('placed_at').setText(order, field('paid_at').text(order));
      field('placed_date').setText(order, field('paid_date').text(order));
    }
    if (!orders.paymentKnown(order) && !field('paid_at').isSet(order) && !isUnpaidState(field('order_status').text(order) as OrderStatus | null)) {
      field('paid_at').setText(order, field('placed_at').text(order));
      field('paid_date').setText(order, field('placed_date').text(order));
      assumed++;
    }
  }
  if (assumed > 0 && sheets.some((sheet) => createsOrders(sheet) && !sheet.has('paid_at')))
    report.note('No payment date in the data: orders count as paid when placed', '数据中没有付款时间：下单即视为付款');
}

/** An order is paid when it has a payment date and no word of its platform says otherwise. */
export function settlePayment(orders: OrderIndex): void {
  const field = (name: string) => orders.store.field(name);
  for (let order = 0; order < orders.store.rows; order++) {
    const paid = field('paid_at').isSet(order) && !saysUnpaid(field('payment_status').text(order));
    if (!field('order_status').isSet(order)) field('order_status').setText(order, paid ? 'paid' : 'pending_payment');
    field('is_paid').setNumber(order, paid ? 1 : 0);
    for (const flag of ['is_test', 'is_fake']) if (!field(flag).isSet(order)) field(flag).setNumber(order, 0);
  }
}

/** Numbers each buyer's paid orders in time, by `paid_at` then order key, test and fake orders left out. */
export function numberBuyers(orders: OrderIndex): void {
  const { store } = orders;
  const buyers = new Map<string, number[]>();
  for (let order = 0; order < store.rows; order++) {
    const customer = store.field('customer_id').text(order);
    if (customer === null || store.field('is_paid').number(order) !== 1 || store.field('is_test').number(order) === 1 || store.field('is_fake').number(order) === 1) continue;
    const list = buyers.get(customer);
    if (list === undefined) buyers.set(customer, [order]);
    else list.push(order);
  }
  const sortKey = (order: number) => `${store.field('paid_at').text(order) ?? ''}\u001f${store.field('order_key').text(order) ?? ''}`;
  for (const list of buyers.values()) {
    if (list.length > 1) {
      const keys = new Map(list.map((order) => [order, sortKey(order)]));
      list.sort((a, b) => ((keys.get(a) as string) < (keys.get(b) as string) ? -1 : 1));
    }
    for (const [i, order] of list.entries()) store.field('buyer_seq').setNumber(order, i + 1);
  }
}
