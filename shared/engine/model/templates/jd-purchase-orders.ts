import { defineTemplate } from './define.ts';

// 京东自营 buys from the seller: its purchase orders are no orders of buyers, and stay a table.
export const jdPurchaseOrders = defineTemplate({
  id: 'jd-purchase-orders',
  platform: 'jd',
  report: { en: 'JD self-operated purchase orders', zh: '京东自营采购单' },
  where: '京东供应商平台 › 采购单 › 导出',
  unconfirmed: true,
  requires: ['采购单号', '商品编号', '商品名称', '配送中心', '原始采购数量'],
  also: ['采购数量', '确认数量', '实收数量', '采购价', '采购金额', '订购时间', '订单状态', '仓库'],
  naturalKey: ['采购单号', '商品编号'],
  types: { 采购单号: 'id', 商品编号: 'id', 商品名称: 'text', 原始采购数量: 'int', 采购数量: 'int', 确认数量: 'int', 实收数量: 'int', 采购价: 'money', 采购金额: 'money', 订购时间: 'instant' },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
