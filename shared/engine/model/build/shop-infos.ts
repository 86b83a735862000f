import { platformTitle } from '../../values/platforms.ts';
import type { ShopInfo } from '#contract/model';
import type { MappedTable } from './context.ts';
import type { OrderIndex } from './order-index.ts';
import { shopKey, type Shops } from './shops.ts';

/** The shops that orders are of, in the order they were first told of. */
export function shopInfos(orders: OrderIndex, sheets: readonly MappedTable[], shops: Shops): ShopInfo[] {
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
