import { defineTemplate } from './define.ts';

// One row for each product of a case.
export const jushuitanReturns = defineTemplate({
  id: 'jushuitan-returns',
  platform: 'other',
  report: { en: 'Jushuitan ERP after-sales', zh: '聚水潭售后' },
  where: '聚水潭 › 售后 › 导出',
  requires: ['售后单号', '内部订单号', '线上订单号', '商品编码', '当期退货金额'],
  also: ['原始线上订单号', '店铺名称', '店铺', '货物状态', '售后类型', '售后分类', '售后登记日期', '售后确认日期', '当期退货数量', '当期实退数量', '问题类型', '商品名称', '颜色规格'],
  naturalKey: ['售后单号', '商品编码'],
  types: {
    售后单号: 'id',
    内部订单号: 'id',
    线上订单号: 'id',
    原始线上订单号: 'id',
    商品编码: 'id',
    售后登记日期: 'instant',
    售后确认日期: 'instant',
    当期退货数量: 'int',
    当期实退数量: 'int',
    当期退货金额: 'money',
  },
  timeZone: 'Asia/Shanghai',
  fills: [
    {
      entity: 'returns',
      role: 'erp',
      fields: {
        return_id: '售后单号',
        order_key: '线上订单号',
        sku: '商品编码',
        requested_at: '售后登记日期',
        completed_at: '售后确认日期',
        kind: ['售后类型', '售后分类'],
        stage: '货物状态',
        qty: ['当期实退数量', '当期退货数量'],
        refund_amount: '当期退货金额',
        reason: '问题类型',
      },
    },
  ],
});
