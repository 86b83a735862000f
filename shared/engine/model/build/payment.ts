import { parseCivil } from '../../values/dates.ts';
import { isUnpaidState, type OrderStatus, saysUnpaid } from '../status.ts';
import type { BuildReport, MappedTable } from './context.ts';
import type { FieldStore } from './field-store.ts';
import type { OrderIndex } from './order-index.ts';

/** Whether a sheet can make orders: those of payments or lists only add to what others told. */
/** Whether a sheet tells when its orders were placed: by a time, or by numbers that begin with their day. */
export const createsOrders = (sheet: MappedTable): boolean => sheet.has('placed_at') || sheet.has('paid_at') || sheet.constant('platform') === 'pdd';

/** An order without any payment column is paid when it was placed (decisions 1), unless its state says that it is not. */
export function settleDays(orders: OrderIndex, sheets: readonly MappedTable[], report: BuildReport): void {
  const field = (name: string) => orders.store.field(name);
  const [placed, paid] = [field('placed_at'), field('paid_at')];
  const [placedDay, paidDay] = [field('placed_date'), field('paid_date')];
  const [platforms, numbers] = [field('platform'), field('platform_order_id')];
  const placedFromPaid = placed.dictionary.codesFrom(paid.dictionary);
  const placedDayFromPaid = placedDay.dictionary.codesFrom(paidDay.dictionary);
  const paidFromPlaced = paid.dictionary.codesFrom(placed.dictionary);
  const paidDayFromPlaced = paidDay.dictionary.codesFrom(placedDay.dictionary);
  const isUnpaid = testOf(field('order_status'), (status) => isUnpaidState(status as OrderStatus | null));
  let assumed = 0;
  let dated = 0;
  for (let order = 0; order < orders.store.rows; order++) {
    if (!placed.isSet(order) && paid.isSet(order)) {
      placed.setCode(order, placedFromPaid(paid.code(order)));
      placedDay.setCode(order, placedDayFromPaid(paidDay.code(order)));
    }
    const day = placed.isSet(order) ? null : dayInNumber(platforms.text(order), numbers.text(order));
    if (day !== null) {
      placed.setText(order, `${day} 00:00:00`);
      placedDay.setText(order, day);
      dated++;
    }
    if (!orders.paymentKnown(order) && !paid.isSet(order) && !isUnpaid(order)) {
      paid.setCode(order, paidFromPlaced(placed.code(order)));
      paidDay.setCode(order, paidDayFromPlaced(placedDay.code(order)));
      assumed++;
    }
  }
  if (dated > 0) report.note(`${dated} orders have no time: their day is the one their number begins with`, `有 ${dated} 个订单没有时间，日期取自订单号开头`);
  if (assumed > 0 && sheets.some((sheet) => createsOrders(sheet) && !sheet.has('paid_at')))
    report.note('No payment date in the data: orders count as paid when placed', '数据中没有付款时间：下单即视为付款');
}

/** A test of a field's texts, each different one tested once. */
function testOf(field: FieldStore, test: (text: string | null) => boolean): (row: number) => boolean {
  const known: (boolean | undefined)[] = [];
  return (row) => {
    const code = field.code(row);
    const told = known[code] ?? test(field.text(row));
    known[code] = told;
    return told;
  };
}

/** Pinduoduo's order numbers begin with their day: `260517-…`. */
function dayInNumber(platform: string | null, number: string | null): string | null {
  const match = platform === 'pdd' ? /^(\d{2})(\d{2})(\d{2})-\d/.exec(number ?? '') : null;
  if (match === null) return null;
  const day = `20${match[1]}-${match[2]}-${match[3]}`;
  return parseCivil(day) === null ? null : day;
}

/**
 * An order is paid when it has a payment date and no word of its platform says otherwise. One with a time of cancelling was cancelled,
 * before it was paid or after, unless its state says that it was completed: some sheets tell the end of every order as its closing.
 */
export function settlePayment(orders: OrderIndex): void {
  const field = (name: string) => orders.store.field(name);
  const [payments, cancellings, statuses, isPaid] = [field('paid_at'), field('cancelled_at'), field('order_status'), field('is_paid')];
  const isUnpaid = testOf(field('payment_status'), saysUnpaid);
  const [paidCode, pendingCode, closedCode, cancelledCode] = ['paid', 'pending_payment', 'closed', 'cancelled'].map((status) => statuses.dictionary.add(status)) as [number, number, number, number];
  const completedCode = statuses.dictionary.add('completed');
  const flags = [field('is_test'), field('is_fake')];
  for (let order = 0; order < orders.store.rows; order++) {
    const paid = payments.isSet(order) && !isUnpaid(order);
    if (cancellings.isSet(order) && statuses.code(order) !== completedCode) statuses.setCode(order, paid ? closedCode : cancelledCode);
    else if (!statuses.isSet(order)) statuses.setCode(order, paid ? paidCode : pendingCode);
    isPaid.setNumber(order, paid ? 1 : 0);
    for (const flag of flags) if (!flag.isSet(order)) flag.setNumber(order, 0);
  }
}

/** Numbers each buyer's paid orders in time, by `paid_at` then order key, test and fake orders left out. */
export function numberBuyers(orders: OrderIndex): void {
  const { store } = orders;
  const field = (name: string) => store.field(name);
  const [customers, paid, test, fake, payments, keys, sequence] = [
    field('customer_id'),
    field('is_paid'),
    field('is_test'),
    field('is_fake'),
    field('paid_at'),
    field('order_key'),
    field('buyer_seq'),
  ];
  const buyers = new Map<number, number[]>();
  for (let order = 0; order < store.rows; order++) {
    const customer = customers.code(order);
    if (customer === 0 || paid.number(order) !== 1 || test.number(order) === 1 || fake.number(order) === 1) continue;
    const list = buyers.get(customer);
    if (list === undefined) buyers.set(customer, [order]);
    else list.push(order);
  }
  const sortKey = (order: number) => `${payments.text(order) ?? ''}\u001f${keys.text(order) ?? ''}`;
  for (const list of buyers.values()) {
    const sorted =
      list.length === 1
        ? list
        : list
            .map((order) => ({ order, key: sortKey(order) }))
            .sort((a, b) => (a.key < b.key ? -1 : 1))
            .map(({ order }) => order);
    for (const [i, order] of sorted.entries()) sequence.setNumber(order, i + 1);
  }
}
