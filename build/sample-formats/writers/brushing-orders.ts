import * as XLSX from '@e965/xlsx';
import { dayOf, yuan } from '../../sample-shop/text.ts';
import { workbook } from '../../sample-shop/writers/bytes.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { table } from './bytes.ts';

/** Names as a public test has them: no total, which some add by hand. */
const HEADER = ['下单日期', '付款日期', '店铺', '订单号', '本金', '佣金', '平台费', '本金核对', '备注'];

/** 刷单: the operator's own list of orders that he placed himself. */
export function brushingOrders(name: string, orders: readonly FormatOrder[]): WrittenFile {
  const rows = orders.map((order) => ({
    下单日期: dayOf(order.placed),
    付款日期: dayOf(order.paid ?? order.placed),
    店铺: '鹿鸣家居旗舰店',
    订单号: order.id,
    本金: yuan(order.goods + order.shipping),
    佣金: '8.00',
    平台费: '2.00',
    本金核对: '是',
  }));
  return { name, bytes: workbook(XLSX.utils.aoa_to_sheet(table(HEADER, rows)), '刷单', 'xlsx') };
}
