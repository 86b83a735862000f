import { type Place, PLACES, PRODUCTS, type Product } from './catalogue.ts';
import { Random } from './random.ts';

export type Channel = 'tmall' | 'jd' | 'shopify';

/** One order as it really happened. Money in fen, times in seconds since 1970 of the shop's own clock (UTC+8). */
export interface Order {
  readonly channel: Channel;
  readonly id: string;
  readonly buyer: number;
  readonly placed: number;
  /** Seconds after placing; null: never paid. */
  readonly paidAfter: number | null;
  readonly lines: readonly { readonly product: Product; readonly qty: number; readonly goods: number }[];
  readonly goods: number;
  readonly subsidy: number;
  readonly shipping: number;
  readonly place: Place;
  readonly refund: { readonly amount: number; readonly returned: boolean; readonly line: number; readonly askedAfter: number; readonly doneAfter: number; readonly reason: string } | null;
}

export const FIRST_DAY = Date.UTC(2024, 9, 1) / 86_400_000;
export const LAST_DAY = Date.UTC(2025, 5, 30) / 86_400_000;

const BUYERS: Readonly<Record<Channel, number>> = { tmall: 3600, jd: 1700, shopify: 640 };
const REASONS = ['七天无理由', '质量问题', '尺寸不合', '与描述不符', '物流破损', '不想要了'];

/** Seasons of a Chinese home-goods shop: 双11, 双12, the Spring Festival lull, 618. */
function dayFactor(day: number): number {
  const date = new Date(day * 86_400_000);
  const [month, dayOfMonth] = [date.getUTCMonth() + 1, date.getUTCDate()];
  let factor = [1.08, 0.95, 0.93, 0.95, 1, 1.02, 1.1][(date.getUTCDay() + 6) % 7] as number;
  factor *= 1 + (day - FIRST_DAY) / 1100;
  if (month === 11 && dayOfMonth >= 8 && dayOfMonth <= 11) factor *= dayOfMonth === 11 ? 4.2 : 1.8;
  if (month === 12 && dayOfMonth >= 11 && dayOfMonth <= 12) factor *= 1.7;
  if ((month === 1 && dayOfMonth >= 26) || (month === 2 && dayOfMonth <= 4)) factor *= 0.35;
  if (month === 6 && dayOfMonth >= 13 && dayOfMonth <= 20) factor *= dayOfMonth === 18 ? 3.4 : 1.7;
  return factor;
}

const BASE_ORDERS: Readonly<Record<Channel, number>> = { tmall: 22, jd: 11, shopify: 4.5 };

/** The whole made-up shop over nine months, the same on every run. */
export function makeShop(): Order[] {
  const random = new Random(20_250_618);
  const orders: Order[] = [];
  const counters: Record<Channel, number> = { tmall: 0, jd: 0, shopify: 1000 };
  const loyal = Object.fromEntries(Object.entries(BUYERS).map(([channel, count]) => [channel, makeLoyalty(random, count)])) as Record<Channel, number[]>;
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
    for (const channel of ['tmall', 'jd', 'shopify'] as const) {
      const expected = BASE_ORDERS[channel] * dayFactor(day) * (0.85 + random.next() * 0.3);
      const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);
      const times = Array.from({ length: count }, () => secondOfDay(random)).sort((a, b) => a - b);
      for (const time of times) orders.push(makeOrder(random, channel, day * 86_400 + time, counters, loyal[channel]));
    }
  }
  return orders;
}

/** A few buyers come often, most come once: weights as a cumulative list for drawing. */
function makeLoyalty(random: Random, count: number): number[] {
  let total = 0;
  return Array.from({ length: count }, () => {
    total += 0.15 + (1 / (random.next() + 0.02)) ** 0.8;
    return total;
  });
}

function drawBuyer(random: Random, cumulative: readonly number[]): number {
  const wanted = random.next() * (cumulative[cumulative.length - 1] as number);
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function secondOfDay(random: Random): number {
  const hour = random.weighted([1, 0.5, 0.3, 0.2, 0.2, 0.4, 1, 2, 3, 5, 6, 5, 5, 5, 5, 5, 4.5, 4, 4.5, 6, 8, 8, 6, 3]);
  return hour * 3600 + random.whole(0, 3599);
}

function makeOrder(random: Random, channel: Channel, placed: number, counters: Record<Channel, number>, buyers: readonly number[]): Order {
  counters[channel] += random.whole(1, 3);
  const lines = Array.from({ length: 1 + random.weighted([70, 22, 8]) }, () => random.weighted(PRODUCTS.map((product) => product.weight)))
    .filter((index, i, all) => all.indexOf(index) === i)
    .map((index) => {
      const product = PRODUCTS[index] as Product;
      const qty = 1 + random.weighted([84, 12, 4]);
      const discount = random.chance(0.35) ? random.whole(5, 20) / 100 : 0;
      return { product, qty, goods: Math.round(product.price * qty * (1 - discount)) };
    });
  const goods = lines.reduce((sum, line) => sum + line.goods, 0);
  const subsidy = channel === 'tmall' && random.chance(0.12) ? Math.min(random.pick([500, 1000, 2000]), Math.floor(goods / 4)) : 0;
  const paidAfter = random.chance(0.93) ? random.whole(5, random.chance(0.9) ? 600 : 40_000) : null;
  const refunded = paidAfter !== null && random.chance(channel === 'tmall' ? 0.075 : 0.05);
  const line = random.whole(0, lines.length - 1);
  return {
    channel,
    id: orderId(channel, placed, counters[channel]),
    buyer: drawBuyer(random, buyers),
    placed,
    paidAfter,
    lines,
    goods,
    subsidy,
    shipping: goods < 9900 ? random.pick([600, 800, 1000]) : 0,
    place: PLACES[random.weighted(PLACES.map(({ weight }) => weight))] as Place,
    refund: refunded
      ? {
          amount: (lines[line] as { goods: number }).goods,
          returned: random.chance(0.7),
          line,
          askedAfter: random.whole(20_000, 600_000),
          doneAfter: random.whole(30_000, 400_000),
          reason: random.pick(REASONS),
        }
      : null,
  };
}

/** Ids as the platforms make them: 19 digits on Tmall, 12 on JD, #1001 on Shopify. */
function orderId(channel: Channel, placed: number, counter: number): string {
  if (channel === 'shopify') return `#${counter}`;
  if (channel === 'jd') return String(300_000_000_000 + counter * 7 + (placed % 7));
  return `43${String(placed - 1_700_000_000).padStart(9, '0')}${String((counter * 7919) % 100_000_000).padStart(8, '0')}`;
}
