import type { EntityMapping } from '#contract/documents';
import type { FxRate, ShopInfo } from '#contract/model';
import type { Text } from '#contract/values';
import type { Table } from '../../table/table.ts';
import type { Sliced } from '../../values/sliced.ts';
import { Aliases } from './aliases.ts';
import { BuildReport, type BuildSettings, type DatasetInput, type HeldBack, type MappedTable } from './context.ts';
import { Identities } from './identity.ts';
import { type ErpRows, locateErpOrders, rowsTold } from './erp.ts';
import { takeErpLines } from './erp-lines.ts';
import { COMPLETES } from './field-store.ts';
import { LineIndex, takeLines } from './lines.ts';
import { locateLines } from './locate-lines.ts';
import { OrderIndex } from './order-index.ts';
import { locateOrders } from './locate-orders.ts';
import { mapSheets } from './mapped-sheets.ts';
import { takeOrders } from './orders.ts';
import { createsOrders, numberBuyers, settleDays, settlePayment } from './payment.ts';
import { buildCustomers, buildProducts, takePersonLinks } from './people.ts';
import { type MissingRate, Rates, settleCurrency } from './rates.ts';
import { creditRows, takeCredits } from './credits.ts';
import { ReturnIndex } from './returns.ts';
import { isLive } from '../status.ts';
import { settleAmounts } from './settle-amounts.ts';
import { takeReturnSheets } from './return-sheets.ts';
import { shopInfos } from './shop-infos.ts';
import { Shops } from './shops.ts';

/** The canonical tables, and all there is to say about how they came to be. */
export interface Canonical {
  /** Whoever has written one that is large may take it out. */
  readonly tables: Map<CanonicalName, Table>;
  readonly shops: readonly ShopInfo[];
  readonly rates: readonly FxRate[];
  readonly missingRates: readonly MissingRate[];
  readonly heldBack: readonly HeldBack[];
  /** By {@link takenKey} how many rows of each mapped table became something. */
  readonly taken: Readonly<Record<string, number>>;
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
 *
 * @param datasets left empty: their tables are let go of as soon as all is taken from them
 */
export function* buildCanonical(datasets: DatasetInput[], mappings: readonly EntityMapping[], settings: BuildSettings): Sliced<Canonical> {
  const report = new BuildReport();
  const mapped = mapSheets(datasets, mappings, settings);
  const orderSheets = [...mapped('orders')].sort((a, b) => Number(createsOrders(b)) - Number(createsOrders(a)));
  const lineSheets = mapped('order_lines');
  const credits = new Map(lineSheets.map((sheet) => [sheet.dataset.id, creditRows(sheet)]));
  const noCredit = () => false;

  const orders = new OrderIndex();
  const shops = new Shops(settings.shops ?? {});
  const rates = new Rates(settings.currency, settings.rates ?? []);
  const identities = new Identities(settings.hmac);
  const isErp = (sheet: MappedTable) => sheet.mapping.role === 'erp';
  /** Of each order sheet which order its rows tell of, until it is known which orders are held back. */
  const told: { readonly dataset: string; readonly rows: ErpRows }[] = [];
  for (const [i, sheet] of orderSheets.filter((sheet) => !isErp(sheet)).entries()) {
    const located = yield* locateOrders(sheet, orders, credits.get(sheet.dataset.id) ?? noCredit, report);
    told.push({ dataset: sheet.dataset.id, rows: { orders: located, merged: new Map() } });
    yield;
    yield* takeOrders(sheet, orders, identities, i + 1, located, shops, report);
  }
  const erpRows = new Map<string, ErpRows>();
  for (const [i, sheet] of orderSheets.filter(isErp).entries()) {
    const located = locateErpOrders(sheet, orders, report);
    erpRows.set(sheet.dataset.id, located);
    told.push({ dataset: sheet.dataset.id, rows: located });
    yield;
    yield* takeOrders(sheet, orders, identities, COMPLETES + i, located.orders, shops, report);
  }
  yield;
  // What these sheets held, and which of them said what, is a good part of the memory that the rest needs.
  const hasCredits = ({ dataset }: MappedTable) => (credits.get(dataset.id) ?? null) !== null;
  letGo(orderSheets.filter((sheet) => !hasCredits(sheet)));
  orders.store.settle();
  settleDays(orders, orderSheets, report);
  yield;
  const missingRates = settleCurrency(orders, shops, rates, report);
  for (const { dataset, rows } of told.splice(0))
    report.take(
      dataset,
      'orders',
      rowsTold(rows, (order) => !orders.isHeldBack(order)),
    );
  yield;

  const lines = new LineIndex();
  const aliases = new Aliases(lineSheets);
  for (const [i, sheet] of lineSheets.filter((sheet) => !isErp(sheet)).entries()) {
    const isCredit = credits.get(sheet.dataset.id) ?? noCredit;
    const located = yield* locateLines(sheet, orders, isCredit, report);
    report.take(sheet.dataset.id, 'order_lines', rowsTold({ orders: located, merged: new Map() }));
    yield;
    yield* takeLines(sheet, orders, lines, i + 1, located, aliases);
  }
  yield* takeErpLines(lineSheets.filter(isErp), orders, lines, erpRows, aliases, report);
  letGo(lineSheets.filter((sheet) => !hasCredits(sheet)));
  lines.store.settle();

  const returns = new ReturnIndex();
  const returnSheets = mapped('returns');
  yield* takeReturnSheets(returnSheets, orders, returns, shops, report);
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
  letGo([...orderSheets, ...lineSheets, ...returnSheets]);

  yield;
  settleAmounts(orders, lines, shops);
  yield;
  settlePayment(orders);
  yield;
  const customerSheets = mapped('customers');
  for (const sheet of customerSheets) takePersonLinks(sheet, identities, sheet.constant('platform') ?? sheet.dataset.platform ?? 'other');
  yield;
  const customers = buildCustomers(customerSheets, orders, returns, identities, report);
  yield;
  numberBuyers(orders);
  yield;
  completeReturns(orders, returns);
  yield;
  const products = buildProducts([...mapped('products')], lines, report);
  yield;
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
    taken: report.taken,
    notes: report.notes,
  };
}

function letGo(sheets: readonly MappedTable[]): void {
  for (const sheet of sheets) sheet.letGo();
}

/**
 * Gives each return what its order knows: the paid day for cohort metrics, the buyer and the place. An order that only states a
 * refunded sum gets a refund of that sum on its paid day; whether goods came back it does not say.
 */
function completeReturns(orders: OrderIndex, returns: ReturnIndex): void {
  const [amounts, states] = [returns.store.field('refund_amount'), returns.store.field('status')];
  const told = new Set(returns.orders.filter((_, index) => amounts.isSet(index) && isLive(states.text(index))));
  const [stated, paid] = [orders.store.field('refund_amount'), orders.store.field('is_paid')];
  for (let order = 0; order < orders.store.rows; order++) {
    if (!(stated.number(order) > 0) || told.has(order) || orders.isHeldBack(order) || paid.number(order) !== 1) continue;
    const key = orders.store.field('order_key').text(order) as string;
    const index = returns.row(`${key}#stated`, order, 0, 0);
    const set = (name: string, value: string | null) => returns.store.field(name).setText(index, value);
    set('return_id', `${key}#stated`);
    set('order_key', key);
    set('platform', orders.store.field('platform').text(order));
    set('shop_id', orders.store.field('shop_id').text(order));
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
