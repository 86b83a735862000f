import { sumOf } from './by-row.ts';
import { defineTemplate } from './define.ts';

// The sheet with few columns: no time but that of shipping, so that the day is the one that the order number begins with (`260517-…`).
export const pddOrdersPlain = defineTemplate({
  id: 'pdd-orders-plain',
  platform: 'pdd',
  report: { en: 'Pinduoduo orders, plain', zh: '拼多多订单（简）' },
  where: '发货管理 › 订单查询 › 批量导出',
  requires: ['订单号', '商品总价(元)', '店铺优惠折扣(元)', '平台优惠折扣(元)', '用户实付金额(元)', '商家实收金额(元)', '商品数量(件)', '商品id'],
  without: ['支付时间', '拼单成功时间', '订单成交时间'],
  also: ['商品', '商品规格', '订单状态', '售后状态', '发货时间', '邮费(元)', '多多支付立减金额(元)', '商家编码-规格维度', '样式ID', '快递单号', '省', '市'],
  naturalKey: ['订单号'],
  keyIsUnique: true,
  types: {
    订单号: 'id',
    商品id: 'id',
    样式ID: 'id',
    '商家编码-规格维度': 'id',
    快递单号: 'id',
    '商品总价(元)': 'money',
    '店铺优惠折扣(元)': 'money',
    '平台优惠折扣(元)': 'money',
    '多多支付立减金额(元)': 'money',
    '用户实付金额(元)': 'money',
    '商家实收金额(元)': 'money',
    '邮费(元)': 'money',
    '商品数量(件)': 'int',
    发货时间: 'instant',
    商品: 'text',
  },
  timeZone: 'Asia/Shanghai',
  fills: [
    {
      entity: 'orders',
      amounts: 'per-order',
      fields: {
        platform: { const: 'pdd' },
        platform_order_id: '订单号',
        order_status: '订单状态',
        goods_amount: [{ expr: '[用户实付金额(元)] - [邮费(元)]' }, '用户实付金额(元)'],
        paid_amount: '用户实付金额(元)',
        platform_subsidy: sumOf('平台优惠折扣(元)', '多多支付立减金额(元)'),
        seller_discount: '店铺优惠折扣(元)',
        shipping_fee: '邮费(元)',
        // The sheet names no refunded sum: a refunded order was refunded whole.
        refund_amount: { expr: "if(contains(coalesce([售后状态], ''), '退款成功'), [用户实付金额(元)], 0)" },
        units: '商品数量(件)',
        ship_province: '省',
        ship_city: '市',
      },
    },
    {
      entity: 'order_lines',
      fields: {
        platform: { const: 'pdd' },
        order_key: '订单号',
        sku: '商家编码-规格维度',
        platform_product_id: '商品id',
        title: '商品',
        variant: '商品规格',
        qty: '商品数量(件)',
        line_amount: '商品总价(元)',
      },
    },
    { entity: 'products', fields: { sku: '商家编码-规格维度', title: '商品' } },
  ],
});
