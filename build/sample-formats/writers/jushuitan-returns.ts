import { timeOf, yuan } from '../../sample-shop/text.ts';
import { gbk } from '../../sample-shop/writers/bytes.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { csvOf } from './bytes.ts';

/** Names as 聚水潭's after-sales sheet has them; their true order is not known. */
const HEADER = [
  '售后单号',
  '内部订单号',
  '线上订单号',
  '原始线上订单号',
  '店铺名称',
  '售后登记日期',
  '售后确认日期',
  '售后类型',
  '问题类型',
  '货物状态',
  '商品编码',
  '商品名称',
  '颜色规格',
  '当期退货数量',
  '当期实退数量',
  '当期退货金额',
];

/**
 * 聚水潭's after-sales: GBK, ids as `="…"`, a row for each product of a case. Goods sent once more stand among the refunds, without an
 * amount.
 *
 * @param firstNumber the ERP's own number of the first order, as its sheet of orders has it
 */
export function jushuitanReturns(name: string, orders: readonly FormatOrder[], firstNumber: number): WrittenFile {
  const rows = orders.flatMap((order, n) =>
    order.lines
      .filter(({ refund }) => refund > 0 || (order.paid !== null && n % 9 === 0))
      .map((line, i) => {
        const isRefund = line.refund > 0;
        const asked = (order.paid as number) + 90_000;
        return {
          售后单号: `="${700_500 + n * 10 + i}"`,
          内部订单号: `="${firstNumber + n}"`,
          线上订单号: `="${order.id}"`,
          原始线上订单号: `="${order.id}"`,
          店铺名称: '鹿鸣家居',
          售后登记日期: timeOf(asked),
          售后确认日期: timeOf(asked + 7200),
          售后类型: isRefund ? '退货退款' : '补寄',
          问题类型: isRefund ? '七天无理由' : '漏发',
          货物状态: '买家已收到货',
          商品编码: `="${line.product.sku}"`,
          商品名称: line.product.title,
          颜色规格: '默认',
          当期退货数量: isRefund ? String(line.qty) : '0',
          当期实退数量: isRefund ? String(line.qty) : '0',
          当期退货金额: yuan(line.refund),
        };
      }),
  );
  return { name, bytes: gbk(csvOf(HEADER, rows)) };
}
