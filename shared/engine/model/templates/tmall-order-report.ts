import { defineTemplate } from './define.ts';

// What the buyer has "really paid" is what was left after refunds: with them it is the total, in every paid row of the public file.
const PAID = { expr: '[买家实际支付金额] + coalesce([退款金额], 0)' };

export const tmallOrderReport = defineTemplate({
  id: 'tmall-order-report',
  platform: 'tmall',
  report: { en: 'Tmall order report, short', zh: '天猫订单报表（简）' },
  where: '交易 › 已卖出的宝贝 › 批量导出 › 订单报表',
  requires: ['订单编号', '总金额', '买家实际支付金额', '收货地址', '订单创建时间', '订单付款时间', '退款金额'],
  also: [],
  // The long report has these as well: with one of its own columns renamed it is that one still, and its amounts mean something else.
  without: ['买家会员名', '买家应付货款', '订单状态', '宝贝总数量'],
  naturalKey: ['订单编号'],
  keyIsUnique: true,
  types: { 订单编号: 'id', 总金额: 'money', 买家实际支付金额: 'money', 退款金额: 'money', 订单创建时间: 'instant', 订单付款时间: 'instant', 收货地址: 'text' },
  timeZone: 'Asia/Shanghai',
  fills: [
    {
      entity: 'orders',
      amounts: 'per-order',
      fields: {
        platform: { const: 'tmall' },
        platform_order_id: '订单编号',
        paid_amount: PAID,
        goods_amount: '总金额',
        refund_amount: '退款金额',
        placed_at: '订单创建时间',
        paid_at: '订单付款时间',
        ship_province: '收货地址',
      },
    },
  ],
});
