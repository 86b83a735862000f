import { defineTemplate } from './define.ts';

// Two layouts: one says 入账时间 and 淘宝订单编号, the other 入帐时间 and 主订单id. Income repeats what the order sheet tells.
export const taobaoWechatStatement = defineTemplate({
  id: 'taobao-wechat-statement',
  platform: 'tmall',
  report: { en: 'Taobao WeChat Pay statement', zh: '淘宝微信支付账单' },
  where: '千牛 › 财务 › 微信支付账单 › 下载',
  requires: ['入账时间', '支付流水号', '入账类型', '收入金额（元）', '支出金额', '业务描述'],
  also: ['淘宝订单编号', '主订单id', '子订单id', '商家昵称', '入账日期', '收/付渠道', '数据创建时间', '数据修改时间', '备注'],
  naturalKey: ['支付流水号', '入账类型'],
  types: { 入账时间: 'instant', 支付流水号: 'id', 淘宝订单编号: 'id', 主订单id: 'id', 子订单id: 'id', '收入金额（元）': 'money', 支出金额: 'money', 备注: 'text' },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
