import type { Sliced } from '../../values/sliced.ts';
import type { Aliases } from './aliases.ts';
import type { BuildReport, MappedTable } from './context.ts';
import { type ErpRows, rowsTold } from './erp.ts';
import { COMPLETES } from './field-store.ts';
import { type LineIndex, takeLines } from './lines.ts';
import type { OrderIndex } from './order-index.ts';
import { converted } from './rates.ts';

/**
 * Takes the lines of ERP sheets: they complete those that a platform's sheet told, and are the lines of orders of which none was told. A line
 * that may be of several orders is held back unless all of these are told, or its amount tells.
 *
 * @param located where the rows of each dataset belong
 */
export function* takeErpLines(sheets: readonly MappedTable[], orders: OrderIndex, lines: LineIndex, located: ReadonlyMap<string, ErpRows>, aliases: Aliases, report: BuildReport): Sliced<void> {
  const told = new Set(sheets.length === 0 ? [] : lines.orders);
  for (const [i, sheet] of sheets.entries()) {
    const rows = located.get(sheet.dataset.id);
    if (rows === undefined) continue;
    completeLines(sheet, lines, rows);
    const byAmount = ordersByAmount(sheet, rows, orders);
    yield;
    yield* takeLines(
      sheet,
      orders,
      lines,
      i + 1,
      rows.orders.map((order, row) => {
        const own = byAmount.get(row) ?? order;
        return told.has(own) || orders.isHeldBack(own) ? -1 : own;
      }),
      aliases,
    );
    // What it knows of lines that were told before is taken too.
    const withLines = new Set(lines.orders);
    report.take(
      sheet.dataset.id,
      'order_lines',
      rowsTold(rows, (order) => withLines.has(order) && !orders.isHeldBack(order)),
    );
    const untold = [...rows.merged].filter(([row, of]) => !byAmount.has(row) && !of.every((order) => told.has(order)));
    report.holdBack(sheet.dataset.id, 'order_lines', untold.length, 'their merged ERP order does not say which of its orders they are of', 'ERP 合并订单未说明明细属于其中哪个订单');
  }
}

/** The order of rows of a merged order of which one is known and costs just what all of the rows do: the others have no goods in it. */
function ordersByAmount(mapped: MappedTable, { merged }: ErpRows, { store }: OrderIndex): ReadonlyMap<number, number> {
  const amounts = mapped.money('line_amount');
  const found = new Map<number, number>();
  if (amounts === undefined || merged.size === 0) return found;
  const [goods, rates] = [store.field('goods_amount'), store.field('fx_rate')];
  const sums = new Map<readonly number[], number>();
  for (const [row, of] of merged) sums.set(of, (sums.get(of) ?? 0) + (amounts[row] as number));
  for (const [row, of] of merged) {
    const [order, second] = of.filter((one) => one >= 0);
    if (order !== undefined && second === undefined && converted(sums.get(of) as number, rates.number(order)) === goods.number(order)) found.set(row, order);
  }
  return found;
}

/** What an ERP knows of the lines that a platform's sheet told: their cost. */
function completeLines(mapped: MappedTable, lines: LineIndex, { orders, merged }: ErpRows): void {
  const costs = mapped.money('unit_cost');
  const skus = mapped.column('sku');
  if (costs === undefined || skus?.kind !== 'text') return;
  const [skuField, costField] = [lines.store.field('sku'), lines.store.field('unit_cost')];
  const byOrderAndSku = new Map<string, number[]>();
  for (const [line, order] of lines.orders.entries()) {
    const key = `${order}:${skuField.text(line) ?? ''}`;
    const list = byOrderAndSku.get(key);
    if (list === undefined) byOrderAndSku.set(key, [line]);
    else list.push(line);
  }
  for (let row = 0; row < orders.length; row++) {
    const sku = skus.dictionary.text(skus.codes[row] as number) ?? '';
    for (const order of merged.get(row) ?? [orders[row] as number]) for (const line of byOrderAndSku.get(`${order}:${sku}`) ?? []) costField.setNumber(line, costs[row] as number, COMPLETES);
  }
}
