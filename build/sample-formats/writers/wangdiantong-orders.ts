import * as XLSX from '@e965/xlsx';
import { timeOf, yuan } from '../../sample-shop/text.ts';
import { workbook } from '../../sample-shop/writers/bytes.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { table } from './bytes.ts';

/** Names as 旺店通's sheet has them (one source only); their true order is not known. */
const HEADER = [
  '订单编号',
  '店铺',
  '原始单号',
  '订单状态',
  '客户网名',
  '交易时间',
  '付款时间',
  '发货时间',
  '仓库',
  '物流公司',
  '物流单号',
  '省市县',
  '商家编码',
  '货品名称',
  '规格名称',
  '货品数量',
  '成交价',
  '货品成交总价',
  '货品成本',
];

/** 旺店通's order lines of orders that a platform's sheet holds too: a workbook. */
export function wangdiantongOrders(name: string, orders: readonly FormatOrder[]): WrittenFile {
  const rows = orders.flatMap((order, n) =>
    order.lines.map((line) => ({
      订单编号: `JY2025060${String(n).padStart(5, '0')}`,
      店铺: '鹿鸣家居',
      原始单号: order.id,
      订单状态: order.paid === null ? '已取消' : '已发货',
      客户网名: `pd${order.buyer}`,
      交易时间: timeOf(order.placed),
      付款时间: order.paid === null ? '' : timeOf(order.paid),
      发货时间: order.paid === null ? '' : timeOf(order.paid + 40_000),
      仓库: '杭州仓',
      物流公司: '中通',
      物流单号: `78${order.id.slice(-10).replace('-', '')}`,
      省市县: `${order.place.name} ${order.place.city}`,
      商家编码: line.product.sku,
      货品名称: line.product.title,
      规格名称: '默认',
      货品数量: String(line.qty),
      成交价: yuan(line.unit),
      货品成交总价: yuan(line.goods),
      货品成本: yuan(Math.round(line.product.price * 0.4)),
    })),
  );
  return { name, bytes: workbook(XLSX.utils.aoa_to_sheet(table(HEADER, rows)), '订单明细', 'xlsx') };
}
