import { defineTemplate } from './define.ts';

// The statement as the merchant's site writes it, entry by entry: names as public importers of it read them. Costs come from it once this
// version has them.
export const alipayStatementEntries = defineTemplate({
  id: 'alipay-statement-entries',
  platform: 'tmall',
  report: { en: 'Alipay statement, entry by entry', zh: '支付宝账务明细（账务流水）' },
  where: '支付宝商家中心 › 对账中心 › 账务明细 › 下载',
  requires: ['账务流水号', '业务流水号', '商户订单号', '发生时间', '收入金额（+元）', '支出金额（-元）', '账户余额（元）'],
  also: ['商品名称', '对方账号', '交易渠道', '业务类型', '备注', '业务描述', '业务账单来源', '业务基础订单号', '业务订单号'],
  naturalKey: ['账务流水号'],
  types: {
    账务流水号: 'id',
    业务流水号: 'id',
    商户订单号: 'id',
    业务基础订单号: 'id',
    业务订单号: 'id',
    发生时间: 'instant',
    '收入金额（+元）': 'money',
    '支出金额（-元）': 'money',
    '账户余额（元）': 'money',
    商品名称: 'text',
    备注: 'text',
  },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
