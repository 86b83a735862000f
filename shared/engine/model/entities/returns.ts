import { defineEntity } from '../define.ts';

export const returns = defineEntity({
  id: 'returns',
  title: { en: 'Returns', zh: '退货退款' },
  fields: [
    { id: 'return_id', type: 'id', required: false, title: { en: 'Return id', zh: '售后单号' }, group: { en: 'Details', zh: '明细' }, headers: ['退款编号', '售后单号', 'Amazon RMA ID', '售后编号'] },
    {
      id: 'order_key',
      type: 'id',
      required: true,
      title: { en: 'Order id', zh: '订单号' },
      group: { en: 'Details', zh: '明细' },
      headers: ['订单编号', 'order-id', '线上订单号', 'Order ID', 'order_id'],
    },
    { id: 'sku', type: 'id', required: false, title: { en: 'SKU', zh: '商家编码' }, group: { en: 'Product', zh: '商品' }, headers: ['商品编码', 'sku', 'Merchant SKU'] },
    {
      id: 'requested_at',
      type: 'instant',
      required: false,
      title: { en: 'Requested at', zh: '申请时间' },
      group: { en: 'Time', zh: '时间' },
      headers: ['退款的申请时间', '售后申请时间', 'Return request date'],
    },
    {
      id: 'completed_at',
      type: 'instant',
      required: false,
      title: { en: 'Completed at', zh: '完成时间' },
      group: { en: 'Time', zh: '时间' },
      headers: ['退款完结时间', '完结时间', '商家退款时间', '用户到账时间', '售后完结时间', 'return-date'],
    },
    { id: 'kind', type: 'enum', required: false, title: { en: 'Kind', zh: '类型' }, group: { en: 'Details', zh: '明细' }, headers: ['是否需要退货', '售后类型', 'Resolution', '退款类型'] },
    { id: 'stage', type: 'enum', required: false, title: { en: 'Stage', zh: '阶段' }, group: { en: 'Details', zh: '明细' }, headers: ['货物状态', '售中或售后'] },
    { id: 'status', type: 'enum', required: false, title: { en: 'Status', zh: '状态' }, group: { en: 'Details', zh: '明细' }, headers: ['退款状态', '售后状态', '商品售后', 'status'] },
    { id: 'qty', type: 'number', required: false, title: { en: 'Quantity', zh: '数量' }, group: { en: 'Product', zh: '商品' }, headers: ['quantity', 'Return quantity'] },
    {
      id: 'refund_amount',
      type: 'money',
      required: false,
      title: { en: 'Refund amount', zh: '退款金额' },
      group: { en: 'Money', zh: '金额' },
      headers: ['买家退款金额', 'Refunded Amount', '商品已退款金额', '退款金额', 'refund_amount'],
    },
    { id: 'reason', type: 'text', required: false, title: { en: 'Reason', zh: '原因' }, group: { en: 'Details', zh: '明细' }, headers: ['买家退款原因', '售后原因', 'reason', 'Return Reason'] },
    { id: 'party', type: 'text', required: false, title: { en: 'Party', zh: '责任方' }, group: { en: 'Details', zh: '明细' }, headers: ['责任方', '纠纷责任方'] },
    { id: 'comment', type: 'text', required: false, title: { en: 'Comment', zh: '说明' }, group: { en: 'Details', zh: '明细' }, headers: ['买家退款说明', '用户售后说明', 'customer-comments'] },
  ],
});
