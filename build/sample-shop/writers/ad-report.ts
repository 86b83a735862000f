import type { Random } from '../random.ts';
import { csv, dayOf, yuan } from '../text.ts';
import { gbk } from './bytes.ts';
import type { WrittenFile } from './written-file.ts';

/** Wanxiangtai's plan report: GBK, a total row at the end that adds up. */
export function adReport(name: string, from: number, to: number, random: Random): WrittenFile {
  const header = ['日期', '计划ID', '计划名称', '场景名字', '花费', '展现量', '点击量', '总成交金额', '总成交笔数', '总购物车数'];
  const plans = ['关键词推广 四件套', '人群推广 新客', '货品运营 餐厨'];
  const sums = [0, 0, 0, 0, 0, 0];
  const rows: string[][] = [];
  for (let day = from; day <= to; day++) {
    for (const [i, plan] of plans.entries()) {
      const cost = Math.round((8000 + random.next() * 9000) * (1 + i * 0.4));
      const clicks = Math.round(cost / random.whole(60, 110));
      const values = [cost, clicks * random.whole(18, 40), clicks, Math.round(cost * (2.2 + random.next() * 2.4)), Math.round(clicks * 0.05), Math.round(clicks * 0.12)];
      for (const [k, value] of values.entries()) sums[k] = (sums[k] as number) + value;
      rows.push([
        dayOf(day * 86_400),
        `3001${i + 1}`,
        plan,
        '关键词推广',
        yuan(values[0] as number),
        String(values[1]),
        String(values[2]),
        yuan(values[3] as number),
        String(values[4]),
        String(values[5]),
      ]);
    }
  }
  rows.push(['合计', '', '', '', yuan(sums[0] as number), String(sums[1]), String(sums[2]), yuan(sums[3] as number), String(sums[4]), String(sums[5])]);
  return { name, bytes: gbk(csv([header, ...rows])) };
}
