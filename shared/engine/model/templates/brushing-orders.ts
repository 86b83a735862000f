import { defineTemplate } from './define.ts';

// 刷单: a list that operators keep of orders they placed themselves. It marks the orders of the platforms' sheets; they count nowhere.
export const brushingOrders = defineTemplate({
  id: 'brushing-orders',
  platform: 'other',
  report: { en: 'List of brushing orders', zh: '刷单明细' },
  requires: ['订单号', '本金', '佣金'],
  also: ['日期', '店铺', '旺旺号', '备注'],
  naturalKey: ['订单号'],
  types: { 订单号: 'id', 本金: 'money', 佣金: 'money' },
  timeZone: 'Asia/Shanghai',
  fills: [{ entity: 'orders', role: 'erp', fields: { platform_order_id: '订单号', is_fake: { const: 1 } } }],
});
