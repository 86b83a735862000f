import { normaliseHeader } from './define.ts';

/** What reports call one thing: of days and ads the tables of the shop model hold nothing yet, and a platform renames them as it likes. */
const SAME: readonly (readonly string[])[] = [
  ['日期', '统计日期', 'Date', 'Day'],
  ['计划名称', '计划名字', '计划', '推广计划', 'Campaign', 'Campaign name'],
  ['花费', '消耗', '费用', '总费用', 'Cost', 'Spend', 'Total cost'],
  ['展现量', '曝光量', '展现数', '展示次数', 'Impressions', 'Impr.'],
  ['点击量', '点击数', '点击次数', 'Clicks'],
  ['总成交金额', '成交金额', '成交订单金额', '总订单金额'],
  ['总成交笔数', '成交笔数', '成交订单量'],
  ['浏览量', 'PV'],
  ['访客数', '访客', 'UV'],
];

const GROUP_OF = new Map(SAME.flatMap((names, group) => names.map((name) => [normaliseHeader(name), group] as const)));

/** Whether reports call the same thing by these two names. */
export function isSameInReports(a: string, b: string): boolean {
  const group = GROUP_OF.get(normaliseHeader(a));
  return group !== undefined && group === GROUP_OF.get(normaliseHeader(b));
}
