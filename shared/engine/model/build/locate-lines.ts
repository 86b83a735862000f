import type { Sliced } from '../../values/sliced.ts';
import { type BuildReport, type MappedTable, SLICE } from './context.ts';
import { Marks } from './marks.ts';
import type { OrderIndex } from './order-index.ts';
import { byScopeAndCode, scopeOf } from './scopes.ts';

/** Why a line is held back whose order nobody knows. */
const ORPHAN = { en: 'the order of the line was not imported', zh: '明细对应的订单未导入' };

/** A line of an order that lives on in those it was split into. */
const SPLIT = -3;

/**
 * The order of each line, -1 where a row is no line. A line whose order was not imported is held back and counted; a row that names no
 * product while others of its order do is the order's own (eBay's total row) and no line.
 */
export function* locateLines(mapped: MappedTable, orders: OrderIndex, isCredit: (row: number) => boolean, report: BuildReport): Sliced<Int32Array> {
  const { table } = mapped;
  const located = new Int32Array(table.rows).fill(-1);
  const ids = mapped.column('order_key');
  if (ids === undefined || ids.kind !== 'text') return located;
  // Where there are no orders at all, as before a layout is confirmed, no line has one.
  if (orders.isEmpty) {
    const isOrphan = (row: number) => !isCredit(row) && (ids.codes[row] !== 0 || !mapped.isBlank(row));
    report.holdBack(mapped.dataset.id, 'order_lines', countRows(table.rows, isOrphan), ORPHAN.en, ORPHAN.zh);
    return located;
  }
  const orderOf = byScopeAndCode(ids, scopeOf(mapped), ({ platform, shop }) => {
    const numbers = orders.numbers(platform, shop);
    const codeOf = numbers.ids.codesFrom(ids.dictionary);
    return (code) => {
      const number = codeOf(code);
      return numbers.split.has(number) ? SPLIT : numbers.order(number);
    };
  });
  const toldApart = orders.toldApart.get(mapped.dataset.id);
  let orphans = 0;
  let heldBack = 0;
  for (let row = 0; row < table.rows; row++) {
    if (row % SLICE === 0) yield;
    if (isCredit(row)) continue;
    const order = toldApart?.[row] ?? orderOf(row);
    // Told with its order.
    if (order === SPLIT) continue;
    if (order < 0) {
      if (ids.codes[row] !== 0 || !mapped.isBlank(row)) orphans++;
    } else if (orders.isHeldBack(order)) heldBack++;
    else located[row] = order;
  }
  report.holdBack(mapped.dataset.id, 'order_lines', heldBack, 'their order is held back', '对应订单被暂缓计入');
  report.holdBack(mapped.dataset.id, 'order_lines', orphans, ORPHAN.en, ORPHAN.zh);
  return withoutTotals(mapped, located);
}

function countRows(rows: number, counts: (row: number) => boolean): number {
  let count = 0;
  for (let row = 0; row < rows; row++) if (counts(row)) count++;
  return count;
}

function withoutTotals(mapped: MappedTable, located: Int32Array): Int32Array {
  const products = ['sku', 'title', 'platform_product_id'].flatMap((name) => mapped.column(name) ?? []);
  const names = (row: number) => products.some((column) => (column.kind === 'text' ? column.codes[row] !== 0 : !Number.isNaN(column.values[row])));
  const named = new Marks();
  let unnamed = 0;
  for (let row = 0; row < located.length; row++) {
    if (!names(row)) unnamed++;
    else if ((located[row] as number) >= 0) named.add(located[row] as number);
  }
  return unnamed === 0 ? located : located.map((order, row) => (names(row) || !named.has(order) ? order : -1));
}
