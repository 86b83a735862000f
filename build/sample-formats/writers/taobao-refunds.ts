import { timeOf, yuan } from '../../sample-shop/text.ts';
import { gbk } from '../../sample-shop/writers/bytes.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import type { FormatOrder } from '../shop.ts';
import { csvOf } from './bytes.ts';

/** Names as the sheet of refunds has them; their true order is not known. */
const HEADER = ['订单编号', '退款编号', '商品编码', '退款完结时间', '买家会员名', '买家退款金额', '退款的申请时间', '退款状态', '货物状态', '是否需要退货', '买家退款原因', '退货数量', '责任方'];

/** Taobao's refunds: GBK, a row a case; one that the buyer took back counts for nothing. */
export function taobaoRefunds(name: string, orders: readonly FormatOrder[]): WrittenFile {
  const rows = orders.flatMap((order, n) =>
    order.lines.flatMap((line) => {
      const own = { 订单编号: `="${order.id}"`, 商品编码: line.product.sku, 退款的申请时间: timeOf(order.placed + 200_000), 退货数量: String(line.qty) };
      if (line.refund > 0)
        return [
          {
            ...own,
            退款编号: `="7${line.id}"`,
            退款完结时间: timeOf(order.placed + 300_000),
            买家退款金额: yuan(line.refund),
            退款状态: '退款成功',
            货物状态: '买家已退货',
            是否需要退货: '是',
            买家退款原因: '不喜欢',
          },
        ];
      return order.paid !== null && n % 9 === 0
        ? [{ ...own, 退款编号: `="8${line.id}"`, 买家退款金额: yuan(line.goods), 退款状态: '退款关闭', 货物状态: '买家已收到货', 是否需要退货: '否', 买家退款原因: '拍错' }]
        : [];
    }),
  );
  return { name, bytes: gbk(csvOf(HEADER, rows)) };
}
