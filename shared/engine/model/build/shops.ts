import type { ShopSettings } from '#contract/model';
import { currencyOfPlatform } from '../platforms.ts';
import type { OrderIndex } from './order-index.ts';

/** When a business day begins, and where. */
export interface Clock {
  readonly timeZone: string;
  readonly cutoffMinutes: number;
}

/** `platform:shop`, as settings are kept under. */
export const shopKey = (platform: string, shop: string): string => `${platform}:${shop}`;

/** What holds for each shop: the user's settings over what follows from platform and workspace. */
export class Shops {
  readonly #settings: ReadonlyMap<string, ShopSettings>;
  readonly #clocks = new Map<string, Clock>();

  constructor(settings: Readonly<Record<string, ShopSettings>>) {
    this.#settings = new Map(Object.entries(settings));
  }

  set(platform: string, shop: string): ShopSettings {
    return this.#settings.get(shopKey(platform, shop)) ?? {};
  }

  /** The shop's clock; one object for each shop and zone. */
  clock(platform: string, shop: string, timeZone: string): Clock {
    const key = `${shopKey(platform, shop)}\u001f${timeZone}`;
    const known = this.#clocks.get(key);
    if (known !== undefined) return known;
    const own = this.set(platform, shop);
    const clock = { timeZone: own.timeZone ?? timeZone, cutoffMinutes: own.dayCutoffMinutes ?? 0 };
    this.#clocks.set(key, clock);
    return clock;
  }

  /** The shop's currency, or `null` when nobody has said. */
  currency(platform: string, shop: string): string | null {
    return this.set(platform, shop).currency ?? currencyOfPlatform(platform);
  }

  /** What `tell` says of an order's shop, asked with the first order of each: shops are told apart by their codes, so that no text is made for an order. */
  byOrder<T>({ store }: OrderIndex, tell: (platform: string, shop: string, order: number) => T): (order: number) => T {
    const [platforms, names] = [store.field('platform'), store.field('shop_id')];
    const known = new Map<number, T>();
    let last = -1;
    let told: T | undefined;
    return (order) => {
      const key = platforms.code(order) * 0x100000 + names.code(order);
      if (key !== last) {
        const own = known.get(key) ?? tell(platforms.text(order) ?? '', names.text(order) ?? '', order);
        known.set(key, own);
        told = own;
        last = key;
      }
      return told as T;
    };
  }

  basis(platform: string, shop: string): 'goods' | 'paid' {
    return this.set(platform, shop).revenueBasis ?? 'goods';
  }
}
