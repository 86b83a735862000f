import { defineTemplate } from './define.ts';

// Amounts with `¥`; what was given back stands in the state of the movement, `已退款(￥5.00)`.
export const wechatBill = defineTemplate({
  id: 'wechat-bill',
  platform: 'other',
  report: { en: 'WeChat Pay bill', zh: '微信支付账单' },
  where: '微信 › 我 › 服务 › 钱包 › 账单 › 下载账单',
  requires: ['交易时间', '交易类型', '交易对方', '商品', '收/支', '金额(元)', '支付方式', '当前状态', '交易单号', '商户单号'],
  also: ['备注'],
  naturalKey: ['交易单号', '收/支'],
  types: { 交易时间: 'instant', 交易单号: 'id', 商户单号: 'id', '金额(元)': 'money', 商品: 'text', 当前状态: 'text', 备注: 'text' },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
