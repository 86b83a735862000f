import { PRODUCTS, type Product } from '../sample-shop/catalogue.ts';
import { Random } from '../sample-shop/random.ts';
import type { WrittenFile } from '../sample-shop/writers/written-file.ts';
import { DAYS, FIRST_DAY, MISSING_DAY } from './shop.ts';

/** A file of a kind that makes no orders, and what its table has to hold: sums of columns, money in ten-thousandths. */
export interface ReportFile {
  readonly file: WrittenFile;
  readonly template: string;
  readonly rows: number;
  readonly sums: Readonly<Record<string, number>>;
}

/** One product on one day, as a platform adds it up; money in fen. */
export interface Performance {
  /** Seconds since 1970 at its midnight. */
  readonly day: number;
  readonly product: Product;
  readonly shows: number;
  readonly clicks: number;
  readonly buyers: number;
  readonly value: number;
  readonly cost: number;
}

/** Some products over the two weeks, the missing day left out; the same on every run. */
export function makePerformance(seed: number, products = 4): Performance[] {
  const random = new Random(seed);
  const rows: Performance[] = [];
  for (let day = FIRST_DAY; day < FIRST_DAY + DAYS; day++) {
    if (day === MISSING_DAY) continue;
    for (const product of PRODUCTS.slice(seed % 20, (seed % 20) + products)) {
      const clicks = random.whole(40, 400);
      const buyers = random.whole(1, 12);
      rows.push({ day: day * 86_400, product, clicks, shows: clicks * random.whole(12, 40), buyers, value: buyers * product.price, cost: clicks * random.whole(60, 140) });
    }
  }
  return rows;
}

/** The sum of a count, or of fen as stored money. */
export function sumOf(rows: readonly Performance[], of: 'shows' | 'clicks' | 'buyers' | 'value' | 'cost'): number {
  const total = rows.reduce((sum, row) => sum + row[of], 0);
  return of === 'value' || of === 'cost' ? total * 100 : total;
}
