import { platformTitle } from '../../values/platforms.ts';
import type { ShopInfo } from '#contract/model';
import type { MappedTable } from './context.ts';
import type { OrderIndex } from './order-index.ts';
import type { Shops } from './shops.ts';

/** The shops that orders are of, in the order they were first told of. */
export function shopInfos(orders: OrderIndex, sheets: readonly MappedTable[], shops: Shops): ShopInfo[] {
  const zones = new Map(sheets.map((sheet) => [sheet.dataset.id, sheet.dataset.timeZone]));
  const found: { platform: string; shop: string; zone: string; currencies: Map<number, number>; orders: number }[] = [];
  const infoOf = shops.byOrder(orders, (platform, shop, order) => {
    const info = { platform, shop, zone: zones.get(orders.datasetOf(order)) ?? 'UTC', currencies: new Map<number, number>(), orders: 0 };
    found.push(info);
    return info;
  });
  const currencyField = orders.store.field('currency');
  for (let order = 0; order < orders.store.rows; order++) {
    const info = infoOf(order);
    // Those that wait for a rate are told with the rate that is missing.
    if (!orders.isHeldBack(order)) info.orders++;
    const currency = currencyField.code(order);
    if (currency !== 0) info.currencies.set(currency, (info.currencies.get(currency) ?? 0) + 1);
  }
  return found.map(({ platform, shop, zone, currencies, orders: count }) => {
    const set = shops.set(platform, shop);
    const clock = shops.clock(platform, shop, zone);
    const commonest = currencyField.dictionary.text([...currencies].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0);
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
