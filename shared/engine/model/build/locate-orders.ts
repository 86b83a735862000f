import { destroyedRows } from '../../table/destroyed-ids.ts';
import type { TextColumn } from '../../table/table.ts';
import type { Sliced } from '../../values/sliced.ts';
import { isDeleted, splitFrom } from '../status.ts';
import { type BuildReport, type MappedTable, SLICE } from './context.ts';
import type { OrderIndex } from './order-index.ts';
import { createsOrders } from './payment.ts';
import { byScopeAndCode, scopeOf } from './scopes.ts';

/** Why a row with such a number is held back. */
export const DESTROYED = {
  en: 'Excel destroyed the order number (1.93E+18, or zeros at its end): export again and import without saving it in Excel',
  zh: '订单号已被 Excel 损坏（如 1.93E+18 或末尾变为 0），请重新导出，勿用 Excel 另存后再导入',
};

/**
 * The order of each row of a platform's sheet, new ones added to the index. Rows without a number or with one that Excel destroyed, and
 * those of a sheet without dates whose order nobody knows, are held back and counted.
 *
 * @param isCredit rows that are credits and make no order
 */
export function* locateOrders(mapped: MappedTable, index: OrderIndex, isCredit: (row: number) => boolean, report: BuildReport): Sliced<Int32Array> {
  const { table } = mapped;
  const ids = mapped.column('platform_order_id');
  if (ids === undefined || ids.kind !== 'text') return new Int32Array(table.rows).fill(-1);
  const creates = createsOrders(mapped);
  const orders = new Int32Array(table.rows).fill(-1);
  const scope = scopeOf(mapped);
  let missing = 0;
  let destroyed = 0;
  let unknown = 0;
  let split = 0;
  let at = 0;
  const isSplit = splitOrders(mapped, ids);
  const destroyedAt = destroyedRows(table.rows, [ids]);
  if (creates) index.expect(ids.dictionary);
  // Where there are no orders at all, as before a layout is confirmed, no number is one of theirs.
  const orderOf =
    !creates && index.isEmpty
      ? () => -1
      : byScopeAndCode(ids, scope, ({ platform, shop }) => {
          const numbers = index.numbers(platform, shop);
          const codeOf = numbers.ids.codesFrom(ids.dictionary);
          return (code) => {
            const number = codeOf(code);
            const found = numbers.order(number);
            return found >= 0 || !creates ? found : index.add(numbers, number, shop, table.origin.source[at] as number, table.origin.row[at] as number, mapped.dataset);
          };
        });
  const internal = creates ? mapped.column('internal_id') : undefined;
  const shared = new Set<string>();
  const apart =
    internal?.kind !== 'text'
      ? null
      : index.sameNumbers.within(internal, (id) => {
          const { platform, shop } = scope(at);
          const numbers = index.numbers(platform, shop);
          const code = numbers.ids.add(`${ids.dictionary.text(ids.codes[at] as number)}/${id}`);
          return index.add(numbers, code, shop, table.origin.source[at] as number, table.origin.row[at] as number, mapped.dataset);
        });
  for (; at < table.rows; at++) {
    if (at % SLICE === 0) yield;
    if (isCredit(at)) continue;
    if (ids.codes[at] === 0) {
      if (!mapped.isBlank(at)) missing++;
      continue;
    }
    if (destroyedAt?.[at] === 1) {
      destroyed++;
      continue;
    }
    if (isSplit(at)) {
      const { platform, shop } = scope(at);
      const numbers = index.numbers(platform, shop);
      numbers.split.add(numbers.ids.add(ids.dictionary.text(ids.codes[at] as number) as string));
      split++;
      continue;
    }
    const first = orderOf(at);
    const order = first < 0 || apart === null ? first : apart(at, first);
    if (order !== first) shared.add(ids.dictionary.text(ids.codes[at] as number) as string);
    if (order < 0) unknown++;
    orders[at] = order;
  }
  if (shared.size > 0) {
    index.toldApart.set(mapped.dataset.id, orders);
    report.note(
      `${shared.size === 1 ? '1 order number stands' : `${shared.size} order numbers stand`} for orders of several shops, such as ${[...shared][0]}: they are counted apart; name the shop of each file`,
      `有 ${shared.size} 个订单号对应多个店铺的订单（如 ${[...shared][0]}）：已分别计入，请为各文件指定店铺`,
    );
  }
  report.holdBack(mapped.dataset.id, 'orders', missing, 'no order number', '没有订单号');
  report.holdBack(mapped.dataset.id, 'orders', destroyed, DESTROYED.en, DESTROYED.zh);
  report.holdBack(mapped.dataset.id, 'orders', unknown, 'the order is not among the imported orders', '对应订单未导入');
  report.holdBack(mapped.dataset.id, 'orders', split, 'the platform split them into other orders; those orders are counted', '平台已将其拆分，以拆分后的订单计');
  return orders;
}

/** Which rows are of a deleted order that lives on in the orders it was split into, as their notes say. */
function splitOrders(mapped: MappedTable, ids: TextColumn): (row: number) => boolean {
  const notes = mapped.column('parent_order_id');
  const states = mapped.column('order_status');
  if (notes?.kind !== 'text' || states?.kind !== 'text') return () => false;
  const named = new Set<string>();
  for (let code = 1; code < notes.dictionary.size; code++) for (const number of splitFrom(notes.dictionary.text(code) ?? '')?.split(/[,，;；\s]+/) ?? []) named.add(number);
  if (named.size === 0) return () => false;
  return (row) => named.has(ids.dictionary.text(ids.codes[row] as number) ?? '') && isDeleted(states.dictionary.text(states.codes[row] as number));
}
