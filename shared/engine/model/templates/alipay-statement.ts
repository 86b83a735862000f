import { defineTemplate } from './define.ts';

// Income repeats what the order sheet tells; costs come from it once this version has them.
export const alipayStatement = defineTemplate({
  id: 'alipay-statement',
  platform: 'tmall',
  report: { en: 'Alipay statement', zh: '支付宝账务明细' },
  where: '支付宝商家中心 › 对账中心 › 账务明细 › 下载',
  requires: ['入账时间', '支付宝流水号', '业务类型', '收入（+元）', '支出（-元）'],
  also: ['支付宝交易号', '商户订单号', '业务基础订单号', '对方账户', '账户余额（元）', '备注'],
  naturalKey: ['支付宝流水号'],
  types: {
    入账时间: 'instant',
    支付宝流水号: 'id',
    支付宝交易号: 'id',
    商户订单号: 'id',
    业务基础订单号: 'id',
    '收入（+元）': 'money',
    '支出（-元）': 'money',
    '账户余额（元）': 'money',
    备注: 'text',
  },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
