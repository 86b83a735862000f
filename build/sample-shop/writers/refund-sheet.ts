import * as XLSX from '@e965/xlsx';
import { LAST_DAY, type Order } from '../shop.ts';
import { timeOf } from '../text.ts';
import { workbook } from './bytes.ts';
import type { WrittenFile } from './written-file.ts';

/** The after-sales sheet: xlsx with a title row, real dates and numbers, a total row. */
export function refundSheet(orders: readonly Order[]): WrittenFile {
  const header = ['退款编号', '订单编号', '买家退款金额', '退款状态', '退款的申请时间', '退款完结时间', '买家退款原因', '是否需要退货', '商品编码', '退货数量'];
  const rows: (string | number)[][] = [['退款售后明细', '', '', '', '', '', '', '', '', ''], header];
  let sum = 0;
  for (const order of orders) {
    const { refund, paidAfter } = order;
    if (refund === null || paidAfter === null) continue;
    const asked = order.placed + paidAfter + refund.askedAfter;
    const done = asked + refund.doneAfter;
    const finished = done < (LAST_DAY + 1) * 86_400;
    const line = order.lines[refund.line];
    sum += refund.amount;
    rows.push([
      `RF${order.id.replace('#', 'S')}`,
      order.id,
      refund.amount / 100,
      finished ? '退款成功' : '等待卖家处理',
      timeOf(asked),
      finished ? timeOf(done) : '',
      refund.reason,
      refund.returned ? '是' : '否',
      line?.product.sku ?? '',
      refund.returned ? (line?.qty ?? 1) : '',
    ]);
  }
  rows.push(['合计', '', Math.round(sum) / 100, '', '', '', '', '', '', '']);
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: header.length - 1 } }];
  return { name: '售后退款_2024-10_2025-06.xlsx', bytes: workbook(sheet, '退款', 'xlsx') };
}
