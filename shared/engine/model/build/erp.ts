import type { Column } from '../../table/table.ts';
import { platformOf } from '../platforms.ts';
import { isReplaced, isReshipment } from '../status.ts';
import { type BuildReport, type MappedTable, textAt } from './context.ts';
import type { OrderIndex } from './order-index.ts';

/** Where the rows of an ERP's sheet belong. */
export interface ErpRows {
  /** The order of each row, -1 where it has none. */
  readonly orders: Int32Array;
  /** Rows of merged orders that do not say which of these orders they belong to; an order that is not known is -1. */
  readonly merged: ReadonlyMap<number, readonly number[]>;
}

/**
 * The order of each row of an ERP's sheet. An ERP describes orders that the platform's sheet also holds: a row belongs to the platform's
 * order of its number, else of its number before the split; only when neither is known it makes an order of its own. A row that names
 * several orders and not which of them it is of belongs to none that is known; where none is, all of them are one order, which is said.
 *
 * A list without dates (of brushing orders) makes no orders: what nobody knows is held back.
 *
 * Rows that the ERP merged into or split into others are left out, counted and said: the rows they became are counted. So are goods sent
 * once more: their rows repeat the prices of the order they belong to.
 */
export function locateErpOrders(mapped: MappedTable, index: OrderIndex, report: BuildReport): ErpRows {
  const { table } = mapped;
  const orders = new Int32Array(table.rows).fill(-1);
  const columns = Object.fromEntries(['platform_order_id', 'parent_order_id', 'order_status', 'order_type', 'platform', 'shop_id'].map((name) => [name, mapped.column(name)])) as Record<
    string,
    Column | undefined
  >;
  const known = new Map<string, number | readonly number[]>();
  const merged = new Map<number, readonly number[]>();
  const mergedWhole = new Set<string>();
  const creates = mapped.has('placed_at') || mapped.has('paid_at');
  let missing = 0;
  let unknown = 0;
  let replaced = 0;
  let reshipped = 0;
  for (let row = 0; row < table.rows; row++) {
    if (isReplaced(textAt(columns.order_status, row))) {
      replaced++;
      continue;
    }
    if (isReshipment(textAt(columns.order_type, row))) {
      reshipped++;
      continue;
    }
    const own = numbersIn(textAt(columns.platform_order_id, row));
    const parents = numbersIn(textAt(columns.parent_order_id, row));
    const numbers = [...own, ...parents];
    if (numbers.length === 0) {
      missing++;
      continue;
    }
    const key = numbers.join('\u001f');
    let order = known.get(key);
    if (order === undefined) {
      const named = ordersNamed(own, parents, (number) => index.findAnywhere(number) >= 0);
      const found = named.map((number) => index.findAnywhere(number));
      const isKnown = found.some((one) => one >= 0);
      if (isKnown) order = named.length === 1 ? (found[0] as number) : found;
      else order = creates ? addOrder(mapped, index, row, named[0] as string, textAt(columns.platform, row), textAt(columns.shop_id, row)) : -1;
      if (!isKnown && creates && named.length > 1) mergedWhole.add(named.join(', '));
      known.set(key, order);
    }
    if (typeof order === 'number') {
      if (order < 0) unknown++;
      orders[row] = order;
    } else merged.set(row, order);
  }
  if (mergedWhole.size > 0)
    report.note(
      `Merged ERP orders that do not say which line is of which order: ${mergedWhole.size}, such as ${[...mergedWhole][0]}; each counts as one order`,
      `有 ${mergedWhole.size} 个 ERP 合并订单未说明各明细属于哪个订单（${[...mergedWhole][0]}）：各按一个订单计`,
    );
  report.holdBack(mapped.dataset.id, 'orders', missing, 'no order number', '没有订单号');
  report.holdBack(mapped.dataset.id, 'orders', unknown, 'the order is not among the imported orders', '对应订单未导入');
  report.holdBack(mapped.dataset.id, 'orders', replaced, 'the ERP merged them into other orders or split them; those orders are counted', 'ERP 已将其合并或拆分，以合并、拆分后的订单计');
  report.holdBack(mapped.dataset.id, 'orders', reshipped, 'goods sent once more are no further sale', '补发、换货的订单不是新的销售');
  return { orders, merged };
}

/** How many rows tell of an order that is known, and of one that counts. */
export function rowsTold({ orders, merged }: ErpRows, counts: (order: number) => boolean = () => true): number {
  const isTold = (order: number) => order >= 0 && counts(order);
  let told = 0;
  for (const order of orders) if (isTold(order)) told++;
  for (const of of merged.values()) if (of.some(isTold)) told++;
  return told;
}

/**
 * The numbers of the order a row is of: one, or all that it may be.
 *
 * @param own its number now; after a split one that the platform does not know
 * @param before its numbers before the ERP split or merged
 */
function ordersNamed(own: readonly string[], before: readonly string[], isKnown: (number: string) => boolean): readonly string[] {
  const [number] = own;
  if (own.length === 1 && number !== undefined && (before.length === 0 || before.includes(number) || isKnown(number))) return own;
  return before.length > 0 ? [...new Set(before)] : [...new Set(own)];
}

function addOrder(mapped: MappedTable, index: OrderIndex, row: number, number: string, site: string | null, shopName: string | null): number {
  const platform = platformOf(site);
  const shop = shopName ?? mapped.dataset.shop ?? 'main';
  const numbers = index.numbers(platform, shop);
  const code = numbers.ids.add(number);
  const found = numbers.order(code);
  return found >= 0 ? found : index.add(numbers, code, shop, mapped.table.origin.source[row] as number, mapped.table.origin.row[row] as number, mapped.dataset);
}

/** A merged order names several numbers, joined by commas. */
function numbersIn(text: string | null): string[] {
  return text === null
    ? []
    : text
        .split(/[,，;；\s]+/)
        .map((part) => part.trim())
        .filter((part) => part !== '');
}
