import fs from 'node:fs';
import path from 'node:path';
import { Random } from './random.ts';
import { FIRST_DAY, LAST_DAY, makeShop, type Order } from './shop.ts';
import { dayOf } from './text.ts';
import { type Truth, truthOf } from './truth.ts';
import { adReport } from './writers/ad-report.ts';
import { jdOrders } from './writers/jd-orders.ts';
import { refundSheet } from './writers/refund-sheet.ts';
import { shopifyOrders } from './writers/shopify-orders.ts';
import { tmallItems } from './writers/tmall-items.ts';
import { tmallOrders } from './writers/tmall-orders.ts';
import { trafficReport } from './writers/traffic-report.ts';
import type { Dirt, WrittenFile } from './writers/written-file.ts';

const OVERLAP_DAYS = 3;
const EXPORT_DELAY = 9 * 3600;
const DAYS = Array.from({ length: LAST_DAY - FIRST_DAY + 1 }, (_, i) => FIRST_DAY + i);

/** Every export file of the sample shop, and the truth about it. */
export function makeSampleShop(): { files: WrittenFile[]; truth: Truth } {
  const orders = makeShop();
  const random = new Random(77);
  const dirt: Dirt = { setAside: 0, refused: 0, repeatedRows: 0 };
  const lost = new Set<Order>();
  const files: WrittenFile[] = [];
  const months = [...new Set(DAYS.map((day) => dayOf(day * 86_400).slice(0, 7)))];
  for (const month of months) {
    const days = DAYS.filter((day) => dayOf(day * 86_400).startsWith(month));
    const first = days[0] as number;
    const exportedAt = ((days[days.length - 1] as number) + 1) * 86_400 + EXPORT_DELAY;
    const own = (channel: Order['channel']) => orders.filter((order) => order.channel === channel && dayOf(order.placed).startsWith(month));
    const overlap = orders.filter((order) => order.channel === 'tmall' && order.placed >= (first - OVERLAP_DAYS) * 86_400 && order.placed < first * 86_400 && !lost.has(order));
    files.push(tmallOrders(month, own('tmall'), overlap, exportedAt, random, dirt, lost));
    files.push(tmallItems(month, own('tmall'), exportedAt));
    files.push(jdOrders(month, own('jd'), exportedAt));
    files.push(shopifyOrders(month, own('shopify')));
    const paidOn = (day: number) => orders.filter((order) => order.channel === 'tmall' && Math.floor(order.placed / 86_400) === day).length;
    files.push(trafficReport(month, days, paidOn, random));
  }
  const quarter = Math.floor(DAYS.length / 3);
  for (let i = 0; i < 3; i++)
    files.push(adReport(`万相台_计划报表_${i + 1}.csv`, DAYS[i * quarter] as number, i === 2 ? (DAYS[DAYS.length - 1] as number) : (DAYS[(i + 1) * quarter - 1] as number), random));
  files.push(refundSheet(orders));
  return { files, truth: truthOf(orders, lost, dirt) };
}

/** Writes the sample shop into a folder; what is there already and equal is left alone. */
export function writeSampleShop(folder: string): Truth {
  fs.mkdirSync(folder, { recursive: true });
  const { files, truth } = makeSampleShop();
  for (const { name, bytes } of files) fs.writeFileSync(path.join(folder, name), bytes);
  // In a folder of its own: importing the sample's folder is not to import its answers.
  fs.mkdirSync(path.join(folder, 'truth'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'truth', 'truth.json'), JSON.stringify(truth, null, 1));
  return truth;
}
