import type { EntityMapping } from '#contract/documents';
import type { FxRate, ShopInfo } from '#contract/model';
import { platformTitle } from '../../values/platforms.ts';
import type { Text } from '#contract/values';
import type { Table } from '../../table/table.ts';
import { BuildReport, type BuildSettings, type DatasetInput, type HeldBack, MappedTable } from './context.ts';
import { Identities } from './identity.ts';
import { locateErpOrders } from './erp.ts';
import { COMPLETES } from './field-store.ts';
import { completeLines, LineIndex, locateLines, settleAmounts, takeLines } from './lines.ts';
import { locateOrders, OrderIndex, takeOrders } from './orders.ts';
import { buildCustomers, buildProducts, takePersonLinks } from './people.ts';
import { type MissingRate, Rates, settleCurrency } from './rates.ts';
import { creditRows, ReturnIndex, takeCredits, takeReturns } from './returns.ts';
import { shopKey, Shops } from './shops.ts';
import { isUnpaidState, type OrderStatus, saysUnpaid } from '../status.ts';

/** The canonical tables, and all there is to say about how they came to be. */
export interface Canonical {
  readonly tables: ReadonlyMap<CanonicalName, Table>;
  readonly shops: readonly ShopInfo[];
  readonly rates: readonly FxRate[];
  readonly missingRates: readonly MissingRate[];
  readonly heldBack: readonly HeldBack[];
  readonly notes: readonly Text[];
}

export type CanonicalName = 'orders' | 'order_lines' | 'customers' | 'products' | 'returns';
export const CANONICAL_NAMES: readonly CanonicalName[] = ['orders', 'order_lines', 'customers', 'products', 'returns'];

/**
 * Builds the canonical tables:
 * 1. orders of every mapped dataset, upserted on the order key; those of an ERP complete them
 * 2. lines, then returns and the credits of sales sheets
 * 3. amounts: lines and orders made to agree
 * 4. people joined over orders, products gathered
 * 5. payment: which orders are paid, and each buyer's first
 */
export function buildCanonical(datasets: readonly DatasetInput[], mappings: readonly EntityMapping[], settings: BuildSettings): Canonical {
  const report = new BuildReport();
  const byId = new Map(datasets.map((dataset) => [dataset.id, dataset]));
  const mapped = (entity: string) =>
    mappings.filter((mapping) => mapping.entity === entity && byId.has(mapping.from)).map((mapping) => new MappedTable(mapping, byId.get(mapping.from) as DatasetInput, settings));
  const orderSheets = mapped('orders').sort((a, b) => Number(createsOrders(b)) - Number(createsOrders(a)));
  const lineSheets = mapped('order_lines');
  const credits = new Map(lineSheets.map((sheet) => [sheet.dataset.id, creditRows(sheet)]));
  const noCredit = () => false;

  const orders = new OrderIndex();
  const shops = new Shops(settings.shops ?? {});
  const rates = new Rates(settings.currency, settings.rates ?? []);
  const identities = new Identities(settings.hmac);
  const isErp = (sheet: MappedTable) => sheet.mapping.role === 'erp';
  for (const [i, sheet] of orderSheets.filter((sheet) => !isErp(sheet)).entries())
    takeOrders(sheet, orders, identities, i + 1, locateOrders(sheet, orders, credits.get(sheet.dataset.id) ?? noCredit, report), shops, report);
  const erpOrders = new Map<string, Int32Array>();
  for (const [i, sheet] of orderSheets.filter(isErp).entries()) {
    const located = locateErpOrders(sheet, orders, report);
    erpOrders.set(sheet.dataset.id, located);
    takeOrders(sheet, orders, identities, COMPLETES + i, located, shops, report);
  }
  settleDays(orders, orderSheets, report);
  const missingRates = settleCurrency(orders, shops, rates, report);

  const lines = new LineIndex();
  for (const [i, sheet] of lineSheets.filter((sheet) => !isErp(sheet)).entries()) {
    const isCredit = credits.get(sheet.dataset.id) ?? noCredit;
    takeLines(sheet, orders, lines, i + 1, locateLines(sheet, orders, isCredit, report));
  }
  const told = new Set(lines.orders);
  for (const [i, sheet] of lineSheets.filter(isErp).entries()) {
    const located = erpOrders.get(sheet.dataset.id);
    if (located === undefined) continue;
    completeLines(sheet, lines, located);
    takeLines(
      sheet,
      orders,
      lines,
      i + 1,
      located.map((order) => (told.has(order) || orders.isHeldBack(order) ? -1 : order)),
    );
  }

  const returns = new ReturnIndex();
  for (const [i, sheet] of mapped('returns').entries()) takeReturns(sheet, orders, returns, i + 1, shops, report);
  for (const sheet of lineSheets) {
    const isCredit = credits.get(sheet.dataset.id);
    if (isCredit !== undefined && isCredit !== null)
      takeCredits(
        sheet,
        orderSheets.find((candidate) => candidate.dataset.id === sheet.dataset.id),
        returns,
        identities,
        isCredit,
        { shops, rates, report },
      );
  }

  settleAmounts(orders, lines, shops);
  settlePayment(orders);
  const customerSheets = mapped('customers');
  for (const sheet of customerSheets) takePersonLinks(sheet, identities, sheet.constant('platform') ?? sheet.dataset.platform ?? 'other');
  const customers = buildCustomers(customerSheets, orders, returns, identities);
  numberBuyers(orders);
  completeReturns(orders, returns);
  const products = buildProducts([...mapped('products')], lines);
  for (const [word, count] of report.unknownStatuses) report.note(`Unknown order state “${word}” in ${count} rows: they go by their payment`, `有 ${count} 行的订单状态“${word}”未知，按付款情况处理`);
  return {
    tables: new Map<CanonicalName, Table>([
      ['orders', orders.table()],
      ['order_lines', lines.store.table()],
      ['customers', customers.table()],
      ['products', products.table()],
      ['returns', returns.store.table()],
    ]),
    shops: shopInfos(orders, orderSheets, shops),
    rates: settings.rates ?? [],
    missingRates,
    heldBack: report.heldBack,
    notes: report.notes,
  };
}

const createsOrders = (sheet: MappedTable) => sheet.has('placed_at') || sheet.has('paid_at');

/** An order without any payment column is paid when it was placed (decisions 1), unless its state says that it is not. */
function settleDays(orders: OrderIndex, sheets: readonly MappedTable[], report: BuildReport): void {
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
function settlePayment(orders: OrderIndex): void {
  const field = (name: string) => orders.store.field(name);
  for (let order = 0; order < orders.store.rows; order++) {
    const paid = field('paid_at').isSet(order) && !saysUnpaid(field('payment_status').text(order));
    if (!field('order_status').isSet(order)) field('order_status').setText(order, paid ? 'paid' : 'pending_payment');
    field('is_paid').setNumber(order, paid ? 1 : 0);
    for (const flag of ['is_test', 'is_fake']) if (!field(flag).isSet(order)) field(flag).setNumber(order, 0);
  }
}

/** The shops that orders are of, in the order they were first told of. */
function shopInfos(orders: OrderIndex, sheets: readonly MappedTable[], shops: Shops): ShopInfo[] {
  const zones = new Map(sheets.map((sheet) => [sheet.dataset.id, sheet.dataset.timeZone]));
  const found = new Map<string, { platform: string; shop: string; zone: string; currencies: Map<string, number>; orders: number }>();
  for (let order = 0; order < orders.store.rows; order++) {
    const platform = orders.store.field('platform').text(order) ?? '';
    const shop = orders.store.field('shop_id').text(order) ?? '';
    const key = shopKey(platform, shop);
    let info = found.get(key);
    if (info === undefined) {
      info = { platform, shop, zone: zones.get(orders.datasetOf(order)) ?? 'UTC', currencies: new Map(), orders: 0 };
      found.set(key, info);
    }
    info.orders++;
    const currency = orders.store.field('currency').text(order);
    if (currency !== null) info.currencies.set(currency, (info.currencies.get(currency) ?? 0) + 1);
  }
  return [...found.values()].map(({ platform, shop, zone, currencies, orders: count }) => {
    const set = shops.set(platform, shop);
    const clock = shops.clock(platform, shop, zone);
    const commonest = [...currencies].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
    return {
      platform,
      platformTitle: platformTitle(platform),
      shop,
      name: set.name ?? null,
      currency: shops.currency(platform, shop) ?? commonest,
      timeZone: clock.timeZone,
      dayCutoffMinutes: clock.cutoffMinutes,
      revenueBasis: shops.basis(platform, shop),
      orders: count,
      set,
    };
  });
}

/** Numbers each buyer's paid orders in time, by `paid_at` then order key, test and fake orders left out. */
function numberBuyers(orders: OrderIndex): void {
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

/**
 * Gives each return what its order knows: the paid day for cohort metrics, the buyer and the place. An order that only states a
 * refunded sum gets a refund of that sum on its paid day.
 */
function completeReturns(orders: OrderIndex, returns: ReturnIndex): void {
  const told = new Set(returns.orders);
  const stated = orders.store.field('refund_amount');
  for (let order = 0; order < orders.store.rows; order++) {
    if (told.has(order) || orders.isHeldBack(order) || !(stated.number(order) > 0) || orders.store.field('is_paid').number(order) !== 1) continue;
    const key = orders.store.field('order_key').text(order) as string;
    const index = returns.row(`${key}#stated`, order, 0, 0);
    const set = (name: string, value: string | null) => returns.store.field(name).setText(index, value);
    set('return_id', `${key}#stated`);
    set('order_key', key);
    set('platform', orders.store.field('platform').text(order));
    set('shop_id', orders.store.field('shop_id').text(order));
    set('kind', 'refund_only');
    set('status', 'success');
    set('completed_date', orders.store.field('paid_date').text(order));
    returns.store.field('refund_amount').setNumber(index, stated.number(order));
    returns.store.field('is_credit').setNumber(index, 0);
  }
  const days = returns.store.field('completed_date');
  for (const [index, order] of returns.orders.entries()) {
    if (order < 0) continue;
    // A done case of which no day at all is known is booked on the paid day of its order.
    if (!days.isSet(index) && returns.store.field('status').text(index) === 'success') days.setText(index, orders.store.field('paid_date').text(order));
    for (const name of ['paid_date', 'customer_id', 'ship_country', 'ship_province']) returns.store.field(name).setText(index, orders.store.field(name).text(order));
  }
}
