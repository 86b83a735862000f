import type { Column } from '../../table/table.ts';
import { platformOf } from '../platforms.ts';
import { isReplaced, isReshipment } from '../status.ts';
import type { BuildReport, MappedTable } from './context.ts';
import type { OrderIndex } from './order-index.ts';

/**
 * The order of each row of an ERP's sheet. An ERP describes orders that the platform's sheet also holds: a row belongs to the platform's
 * order of its number, else of its number before the split or merge; only when neither is known it makes an order of its own.
 *
 * A list without dates (of brushing orders) makes no orders: what nobody knows is held back.
 *
 * Rows that the ERP merged into or split into others are left out, counted and said: the rows they became are counted. So are goods sent
 * once more: their rows repeat the prices of the order they belong to.
 */
export function locateErpOrders(mapped: MappedTable, index: OrderIndex, report: BuildReport): Int32Array {
  const { table } = mapped;
  const orders = new Int32Array(table.rows).fill(-1);
  const columns = Object.fromEntries(['platform_order_id', 'parent_order_id', 'order_status', 'order_type', 'platform', 'shop_id'].map((name) => [name, mapped.column(name)])) as Record<
    string,
    Column | undefined
  >;
  const known = new Map<string, number>();
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
    let order = known.get(key) ?? -1;
    if (order < 0) {
      order = numbers.map((number) => index.findAnywhere(number)).find((found) => found >= 0) ?? -1;
      if (order < 0 && creates) order = addOrder(mapped, index, row, parents[0] ?? (own[0] as string), textAt(columns.platform, row), textAt(columns.shop_id, row));
      known.set(key, order);
    }
    if (order < 0) unknown++;
    orders[row] = order;
  }
  report.holdBack(mapped.dataset.id, 'orders', missing, 'no order number', '没有订单号');
  report.holdBack(mapped.dataset.id, 'orders', unknown, 'the order is not among the imported orders', '对应订单未导入');
  report.holdBack(mapped.dataset.id, 'orders', replaced, 'the ERP merged them into other orders or split them; those orders are counted', 'ERP 已将其合并或拆分，以合并、拆分后的订单计');
  report.holdBack(mapped.dataset.id, 'orders', reshipped, 'goods sent once more are no further sale', '补发、换货的订单不是新的销售');
  return orders;
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

const textAt = (column: Column | undefined, row: number): string | null => (column?.kind === 'text' ? column.dictionary.text(column.codes[row] as number) : null);
