import { defineTemplate } from './define.ts';

// The sheet without numbers for the parts of an order. 商品金额 is the price of one piece.
export const douyinOrdersPlain = defineTemplate({
  id: 'douyin-orders-plain',
  platform: 'douyin',
  report: { en: 'Douyin shop orders, plain', zh: '抖店订单（简）' },
  where: '订单 › 订单管理 › 导出',
  requires: ['主订单编号', '选购商品', '商品数量', '商品金额', '订单提交时间', '支付完成时间', '订单状态'],
  without: ['子订单编号'],
  also: ['货号', '商品ID', '商品规格', '取消原因', '售后状态', '支付方式', '达人昵称', '省', '市'],
  naturalKey: ['主订单编号', '商品ID', '货号'],
  types: { 主订单编号: 'id', 商品ID: 'id', 货号: 'id', 商品数量: 'int', 商品金额: 'money', 订单提交时间: 'instant', 支付完成时间: 'instant', 选购商品: 'text' },
  timeZone: 'Asia/Shanghai',
  fills: [
    {
      entity: 'orders',
      amounts: 'per-line',
      fields: {
        platform: { const: 'douyin' },
        platform_order_id: '主订单编号',
        order_status: '订单状态',
        placed_at: '订单提交时间',
        paid_at: '支付完成时间',
        goods_amount: { expr: '[商品数量] * [商品金额]' },
        close_reason: '取消原因',
        payment_method: '支付方式',
        influencer: '达人昵称',
        ship_province: '省',
        ship_city: '市',
      },
    },
    {
      entity: 'order_lines',
      fields: {
        platform: { const: 'douyin' },
        order_key: '主订单编号',
        sku: ['货号', '商品ID'],
        platform_product_id: '商品ID',
        title: '选购商品',
        variant: '商品规格',
        qty: '商品数量',
        unit_price: '商品金额',
      },
    },
    { entity: 'products', fields: { sku: ['货号', '商品ID'], title: '选购商品' } },
    {
      // The sheet names no refunded sum: what was refunded was refunded whole.
      entity: 'returns',
      cases: 'stated',
      fields: {
        platform: { const: 'douyin' },
        order_key: '主订单编号',
        sku: ['货号', '商品ID'],
        status: '售后状态',
        refund_amount: { expr: "if(matches(coalesce([售后状态], ''), '退款成功|全额退款'), [商品数量] * [商品金额])" },
      },
    },
  ],
});
