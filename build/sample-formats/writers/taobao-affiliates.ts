import { yuan } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf, utf8Bom } from './bytes.ts';

/** Verified names; their true order is not known. */
const HEADER = ['淘宝子订单编号', '付款金额(元)', '付款佣金支出(元)', '结算佣金支出(元)', '来源或淘客昵称'];

/** A comma that nobody quoted: one field too many. */
export const BROKEN_LINE = '4300000000000099999,10.00,1.00,1.00,好物,推荐';

/** 淘宝联盟's commissions, one row a sub-order: UTF-8 with a mark, a tab after every id. */
export function taobaoAffiliates(): ReportFile {
  const rows = makePerformance(35);
  const cells = rows.map(({ value, cost }, i) => ({
    淘宝子订单编号: `43000000000000${String(i).padStart(5, '0')}\t`,
    '付款金额(元)': yuan(value),
    '付款佣金支出(元)': yuan(cost),
    '结算佣金支出(元)': yuan(cost),
    来源或淘客昵称: '好物推荐',
  }));
  return {
    file: { name: 'TaokeDetail-2025-06-15.csv', bytes: utf8Bom(`${csvOf(HEADER, cells)}${BROKEN_LINE}\r\n`) },
    template: 'taobao-affiliates',
    rows: rows.length,
    sums: { '付款金额(元)': sumOf(rows, 'value'), '结算佣金支出(元)': sumOf(rows, 'cost') },
  };
}
