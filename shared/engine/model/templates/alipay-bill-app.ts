import { defineTemplate } from './define.ts';

// As the phone sends it. Movements marked 不计收支 are neither income nor cost.
export const alipayBillApp = defineTemplate({
  id: 'alipay-bill-app',
  platform: 'other',
  report: { en: 'Alipay bill (phone)', zh: '支付宝账单（手机）' },
  where: '支付宝 App › 账单 › 开具交易流水证明',
  requires: ['交易时间', '交易对方', '商品说明', '收/支', '金额', '收/付款方式', '交易状态', '交易订单号', '商家订单号'],
  also: ['交易分类', '对方账号', '订单号', '备注'],
  naturalKey: ['交易订单号', '收/支'],
  types: { 交易时间: 'instant', 交易订单号: 'id', 订单号: 'id', 商家订单号: 'id', 金额: 'money', 商品说明: 'text', 备注: 'text' },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
