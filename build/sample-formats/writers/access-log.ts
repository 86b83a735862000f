import { PRODUCTS } from '../../sample-shop/catalogue.ts';
import { Random } from '../../sample-shop/random.ts';
import { timeOf } from '../../sample-shop/text.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import { FIRST_DAY } from '../shop.ts';
import { utf8 } from './bytes.ts';

/** A web server's log in the combined format: quotes escaped, the local offset in the time. */
export function accessLog(requests: number): WrittenFile {
  const random = new Random(61);
  const lines = Array.from({ length: requests }, (_, i) => {
    const [, clock] = timeOf(FIRST_DAY * 86_400 + i * 37).split(' ');
    const agent = random.chance(0.1) ? 'Googlebot/2.1 (+http://www.google.com/bot.html)' : 'Mozilla/5.0 (Windows NT 10.0) \\"shop\\" Chrome/125.0';
    const { sku } = random.pick(PRODUCTS);
    return `203.0.113.${random.whole(1, 40)} - - [01/Jun/2025:${clock} +0800] "GET /products/${sku} HTTP/1.1" 200 ${random.whole(900, 9000)} "https://example.com/" "${agent}"`;
  });
  return { name: 'access.log', bytes: utf8(`${lines.join('\n')}\n`) };
}
