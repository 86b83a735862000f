import type { MembersReply, MembersRequest } from '#contract/segments';
import type { Cell } from '#contract/values';
import type { Table } from '../table/table.ts';
import { dayText } from '../values/dates.ts';
import { regionOf } from './regions.ts';
import { scoreBuyers } from './rfm.ts';

const COLUMNS: MembersReply['columns'] = [
  { name: 'customer_id', title: { en: 'Customer', zh: '客户' }, type: 'id' },
  { name: 'region', title: { en: 'Segment', zh: '分群' }, type: 'enum' },
  { name: 'last_order', title: { en: 'Last order', zh: '最近下单' }, type: 'date' },
  { name: 'days', title: { en: 'Days since', zh: '距今天数' }, type: 'int' },
  { name: 'orders', title: { en: 'Orders', zh: '订单数' }, type: 'int' },
  { name: 'sales', title: { en: 'Sales', zh: '销售额' }, type: 'money' },
  { name: 'net_sales', title: { en: 'Net sales', zh: '净销售额' }, type: 'money' },
  { name: 'r', title: { en: 'R', zh: 'R' }, type: 'int' },
  { name: 'f', title: { en: 'F', zh: 'F' }, type: 'int' },
  { name: 'm', title: { en: 'M', zh: 'M' }, type: 'int' },
];

/**
 * The people of regions and cells, those who spent most first. Regions and cells add up: a person is in when any of them holds them.
 *
 * @param table the canonical table `orders`
 * Where nobody is placed in a class (too few people), region and classes are missing.
 *
 * @param request `offset` and `limit` cut a page (default the first 200); no region and no cell means everybody
 * @throws SuanpanError `no-data`, `invalid-params`
 */
export function rfmMembers(table: Table, request: MembersRequest, returns?: Table): MembersReply {
  const { buyers, orders, r, f, m, to, tooFew } = scoreBuyers(table, request, returns);
  const regions = new Set(request.regions ?? []);
  const cells = new Set((request.cells ?? []).map((cell) => cell.r * 10 + cell.f));
  const everybody = regions.size === 0 && cells.size === 0;
  const wanted: number[] = [];
  for (let i = 0; i < buyers.count; i++) {
    if (everybody || (!tooFew && (regions.has(regionOf(r[i] as number, f[i] as number)) || cells.has((r[i] as number) * 10 + (f[i] as number))))) wanted.push(i);
  }
  const code = (i: number) => orders.codeText(buyers.codes[i] as number) ?? '';
  wanted.sort((a, b) => (buyers.sales[b] as number) - (buyers.sales[a] as number) || (code(a) < code(b) ? -1 : 1));
  const offset = request.offset ?? 0;
  const rows = wanted.slice(offset, offset + (request.limit ?? 200)).map((i): Cell[] => {
    const last = buyers.lastDay[i] as number;
    const placed = tooFew ? [null, null, null] : [r[i] as number, f[i] as number, m[i] as number];
    const region = tooFew ? null : regionOf(r[i] as number, f[i] as number);
    return [code(i), region, dayText(last), to - last, buyers.orders[i] as number, buyers.sales[i] as number, buyers.netSales[i] as number, ...placed];
  });
  return { columns: COLUMNS, rows, total: wanted.length };
}
