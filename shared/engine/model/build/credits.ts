import { placeOf } from '../../values/provinces.ts';
import { type BuildReport, dayCodes, instantOf, type MappedTable, textAt } from './context.ts';
import type { Identities } from './identity.ts';
import { orderKey } from './order-index.ts';
import { converted, type Rates } from './rates.ts';
import type { ReturnIndex } from './returns.ts';
import { scopeOf } from './scopes.ts';
import type { Shops } from './shops.ts';

/**
 * Which rows of a sales sheet are credits: negative pieces or a negative amount (decisions 2).
 *
 * @returns `null` when the mapping has none
 */
export function creditRows(lines: MappedTable): ((row: number) => boolean) | null {
  if (lines.mapping.credits !== 'returns') return null;
  const qty = lines.column('qty');
  const amounts = lines.money('line_amount');
  return (row) => (qty?.kind === 'number' && (qty.values[row] as number) < 0) || (amounts?.[row] ?? 0) < 0;
}

/** Credits of a sales sheet become returns on their own day, so that sales − refunds is the sum of the file. */
export function takeCredits(
  lines: MappedTable,
  ordersOfSheet: MappedTable | undefined,
  returns: ReturnIndex,
  identities: Identities,
  isCredit: (row: number) => boolean,
  money: { readonly shops: Shops; readonly rates: Rates; readonly report: BuildReport },
): void {
  const { table, dataset } = lines;
  const ids = lines.column('order_key');
  const skus = lines.column('sku');
  const qty = lines.column('qty');
  const amounts = lines.money('line_amount');
  const times = ordersOfSheet?.column('placed_at') ?? ordersOfSheet?.column('paid_at');
  const buyers = ordersOfSheet?.column('buyer_ref');
  const country = ordersOfSheet?.column('ship_country');
  const province = ordersOfSheet?.column('ship_province');
  const scope = scopeOf(lines);
  const days = returns.store.field('completed_date');
  const dayCodeOf = times === undefined ? () => 0 : dayCodes(times, dataset, (row) => money.shops.clock(scope(row).platform, scope(row).shop, dataset.timeZone), days.dictionary);
  const currencies = ordersOfSheet?.column('currency');
  let heldBack = 0;
  let taken = 0;
  const numbers = new Map<string, number>();
  for (let row = 0; row < table.rows; row++) {
    if (!isCredit(row)) continue;
    const id = textAt(ids, row) ?? '?';
    const n = (numbers.get(id) ?? 0) + 1;
    numbers.set(id, n);
    const { platform, shop } = scope(row);
    const day = days.dictionary.text(dayCodeOf(row));
    const rate = money.rates.on(textAt(currencies, row) ?? money.shops.currency(platform, shop) ?? dataset.currency ?? null, day);
    if (rate === null) {
      heldBack++;
      continue;
    }
    taken++;
    const index = returns.row(`${platform}:${id}#${n}`, -1, table.origin.source[row] as number, table.origin.row[row] as number);
    const { store } = returns;
    const set = (name: string, value: string | null) => store.field(name).setText(index, value);
    set('return_id', `${id}#${n}`);
    set('order_key', orderKey(platform, shop, id));
    set('platform', platform);
    set('shop_id', shop);
    set('sku', textAt(skus, row));
    set('kind', 'return_refund');
    set('status', 'success');
    if (times !== undefined) {
      set('requested_at', instantOf(times, row));
      set('completed_at', instantOf(times, row));
    }
    set('completed_date', day);
    set('paid_date', day);
    set('ship_country', textAt(country, row));
    const place = textAt(province, row);
    set('ship_province', place === null ? null : placeOf(place, textAt(country, row)));
    const pieces = qty?.kind === 'number' ? (qty.values[row] as number) : Number.NaN;
    store.field('qty').setNumber(index, Math.abs(pieces));
    // A negative price with positive pieces is a credit too; adding zero turns -0 into 0.
    store.field('refund_amount').setNumber(index, converted(-(amounts?.[row] ?? Number.NaN) + 0, rate));
    store.field('is_credit').setNumber(index, 1);
    returns.nodes[index] = identities.node('buyer', platform, textAt(buyers, row));
  }
  // The credit is what the row of a line became.
  money.report.take(dataset.id, 'order_lines', taken);
  money.report.holdBack(dataset.id, 'returns', heldBack, 'no exchange rate on their day', '缺少当日的汇率');
}
