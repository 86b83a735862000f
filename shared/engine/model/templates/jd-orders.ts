import type { FieldSource } from '#contract/documents';
import { firstFilled } from './by-row.ts';
import { defineTemplate } from './define.ts';

// 订单金额 is before discounts: what was asked for the goods is the payable amount without shipping, or the settled one.
const GOODS: readonly FieldSource[] = [
  { expr: 'coalesce([应付金额] - coalesce([运费金额], 0), [结算金额], [订单金额])' },
  { expr: 'coalesce([应付金额] - coalesce([运费金额], 0), [订单金额])' },
  ...firstFilled('应付金额', '结算金额', '订单金额'),
];

export const jdOrders = defineTemplate({
  id: 'jd-orders',
  platform: 'jd',
  report: { en: 'JD orders', zh: '京东商家订单' },
  where: '订单管理 › 订单查询与跟踪 › 导出',
  requires: ['订单号', '商品ID', '商品名称', '订购数量', '京东价', '订单金额', '下单时间', '订单状态', '付款确认时间'],
  also: [
    '支付方式',
    '结算金额',
    '应付金额',
    '运费金额',
    '订单完成时间',
    '下单帐号',
    '客户姓名',
    '客户地址',
    '联系电话',
    '订单备注',
    '商家备注',
    '货号',
    '商家SKUID',
    '仓库名称',
    '订单来源',
    '订单渠道',
  ],
  naturalKey: ['订单号', '商品ID'],
  types: {
    订单号: 'id',
    商品ID: 'id',
    货号: 'id',
    商家SKUID: 'id',
    订购数量: 'int',
    京东价: 'money',
    订单金额: 'money',
    结算金额: 'money',
    应付金额: 'money',
    运费金额: 'money',
    下单时间: 'instant',
    付款确认时间: 'instant',
    订单完成时间: 'instant',
    联系电话: 'id',
    商品名称: 'text',
    客户地址: 'text',
  },
  timeZone: 'Asia/Shanghai',
  fills: [
    {
      entity: 'orders',
      // Order amounts repeat on every line of an order: summing them would be wrong by the number of lines.
      amounts: 'per-order',
      fields: {
        platform: { const: 'jd' },
        platform_order_id: '订单号',
        // An order that was split names the one it came from in the seller's note.
        parent_order_id: '商家备注',
        placed_at: '下单时间',
        paid_at: '付款确认时间',
        completed_at: '订单完成时间',
        order_status: '订单状态',
        buyer_ref: '下单帐号',
        phone_hash: '联系电话',
        ship_province: '客户地址',
        ship_city: '客户地址',
        goods_amount: GOODS,
        paid_amount: firstFilled('应付金额', '结算金额'),
        shipping_fee: '运费金额',
        payment_method: '支付方式',
        sales_channel: '订单来源',
      },
    },
    { entity: 'order_lines', fields: { platform: { const: 'jd' }, order_key: '订单号', platform_product_id: '商品ID', sku: '货号', title: '商品名称', qty: '订购数量', list_price: '京东价' } },
    { entity: 'products', fields: { sku: '货号', title: '商品名称', list_price: '京东价' } },
  ],
});
