import { defineTemplate } from './define.ts';

// As the web site writes it: padded names, dashed lines and sums around the table.
export const alipayBillWeb = defineTemplate({
  id: 'alipay-bill-web',
  platform: 'other',
  report: { en: 'Alipay bill (web)', zh: '支付宝账单（网页）' },
  where: '支付宝 › 交易记录 › 下载查询结果',
  requires: ['交易号', '商家订单号', '交易创建时间', '付款时间', '类型', '交易对方', '商品名称', '金额（元）', '收/支', '交易状态', '成功退款（元）'],
  also: ['最近修改时间', '交易来源地', '服务费（元）', '备注', '资金状态'],
  naturalKey: ['交易号', '收/支'],
  types: {
    交易号: 'id',
    商家订单号: 'id',
    交易创建时间: 'instant',
    付款时间: 'instant',
    最近修改时间: 'instant',
    '金额（元）': 'money',
    '服务费（元）': 'money',
    '成功退款（元）': 'money',
    商品名称: 'text',
    备注: 'text',
  },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
