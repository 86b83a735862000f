import type { BuildReport, MappedTable } from './context.ts';

/**
 * Says which orders stand in one file more than once with different amounts, although amounts of this sheet are those of whole orders: the
 * first counts, and nobody knows whether it is the right one.
 *
 * @param orderOfRow the order of each row, -1 where a row belongs to none
 */
export function listRepeatedOrders(mapped: MappedTable, orders: number, orderOfRow: Int32Array, report: BuildReport): void {
  const amounts = mapped.money('paid_amount') ?? mapped.money('goods_amount');
  if (amounts === undefined) return;
  const { source } = mapped.table.origin;
  const firstRow = new Int32Array(orders).fill(-1);
  const repeated = new Map<number, number>();
  for (let row = 0; row < orderOfRow.length; row++) {
    const order = orderOfRow[row] as number;
    if (order < 0 || Number.isNaN(amounts[row])) continue;
    const first = firstRow[order] as number;
    if (first < 0) firstRow[order] = row;
    else if (source[row] === source[first] && amounts[row] !== amounts[first] && !repeated.has(order)) repeated.set(order, row);
  }
  const [example] = repeated;
  if (example === undefined) return;
  const [order, row] = example;
  const numbers = mapped.column('platform_order_id');
  const number = numbers?.kind === 'text' ? numbers.dictionary.text(numbers.codes[row] as number) : null;
  const [first, other] = [firstRow[order] as number, row].map((at) => ((amounts[at] as number) / 10_000).toFixed(2));
  report.note(
    `Orders that one file tells more than once with different amounts: ${repeated.size}, such as ${number} (${first} and ${other}); the first row of each counts`,
    `同一文件中有 ${repeated.size} 个订单重复且金额不同（如 ${number}：${first} 与 ${other}）：各以首行为准`,
  );
}
