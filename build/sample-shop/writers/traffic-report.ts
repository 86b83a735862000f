import * as XLSX from '@e965/xlsx';
import type { Random } from '../random.ts';
import { dayOf } from '../text.ts';
import { workbook } from './bytes.ts';
import type { WrittenFile } from './written-file.ts';

/** Sycm's daily traffic: a real .xls with four title rows, thousands commas, percent texts. */
export function trafficReport(month: string, days: readonly number[], ordersOf: (day: number) => number, random: Random): WrittenFile {
  const rows: string[][] = [
    ['生意参谋平台'],
    ['【流量看板】店铺来源'],
    [`统计时间：${month}`],
    ['统计口径：所有终端'],
    ['统计日期', '访客数', '浏览量', '支付买家数', '支付转化率', '跳失率', '商品收藏人数', '商品加购人数'],
  ];
  for (const day of days) {
    const buyers = ordersOf(day);
    const visitors = Math.round(buyers * (30 + random.next() * 12)) + random.whole(80, 240);
    rows.push([
      dayOf(day * 86_400),
      visitors.toLocaleString('en-US'),
      Math.round(visitors * (2.4 + random.next())).toLocaleString('en-US'),
      String(buyers),
      `${((buyers / visitors) * 100).toFixed(2)}%`,
      `${(38 + random.next() * 14).toFixed(2)}%`,
      String(Math.round(visitors * 0.06)),
      String(Math.round(visitors * 0.11)),
    ]);
  }
  return { name: `【生意参谋平台】流量_${month}.xls`, bytes: workbook(XLSX.utils.aoa_to_sheet(rows), '流量', 'biff8') };
}
