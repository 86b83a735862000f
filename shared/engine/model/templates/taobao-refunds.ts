import { defineTemplate } from './define.ts';

export const taobaoRefunds = defineTemplate({
  id: 'taobao-refunds',
  platform: 'tmall',
  report: { en: 'Taobao / Tmall refunds', zh: '淘宝 / 天猫退款' },
  where: '售后 › 退款管理 › 导出',
  requires: ['退款编号', '订单编号', '买家退款金额', '退款状态', '退款的申请时间'],
  also: ['退款完结时间', '买家退款原因', '是否需要退货', '商品编码', '货物状态', '买家退款说明', '责任方', '退货数量', '平台'],
  naturalKey: ['退款编号'],
  keyIsUnique: true,
  types: { 退款编号: 'id', 订单编号: 'id', 商品编码: 'id', 买家退款金额: 'money', 退款的申请时间: 'instant', 退款完结时间: 'instant', 退货数量: 'int' },
  timeZone: 'Asia/Shanghai',
  fills: [
    {
      entity: 'returns',
      fields: {
        platform: { const: 'tmall' },
        return_id: '退款编号',
        order_key: '订单编号',
        sku: '商品编码',
        refund_amount: '买家退款金额',
        status: '退款状态',
        requested_at: '退款的申请时间',
        completed_at: '退款完结时间',
        reason: '买家退款原因',
        kind: '是否需要退货',
        stage: '货物状态',
        qty: '退货数量',
        party: '责任方',
      },
    },
  ],
});
