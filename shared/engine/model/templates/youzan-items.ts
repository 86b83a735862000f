import { defineTemplate } from './define.ts';

// The sheet of goods that Youzan exports beside its orders: one row a product. Seen in one public importer only; the columns of its money
// after discounts are not known, so that lines share the order's amount by price times pieces.
export const youzanItems = defineTemplate({
  id: 'youzan-items',
  platform: 'youzan',
  report: { en: 'Youzan order items', zh: '有赞订单商品' },
  where: '订单 › 订单查询 › 批量导出',
  requires: ['订单号', '商品名称', '商品编码', '商品单价', '商品数量', '商品退款状态', '商品已退款金额'],
  also: [
    '订单创建时间',
    '订单实付金额',
    '运费',
    '订单商品状态',
    '商品类型',
    '商品类目',
    '商品规格',
    '规格编码',
    '收货人/提货人',
    '收货人手机号/提货人手机号',
    '详细收货地址/提货地址',
    '买家姓名',
    '买家手机号',
  ],
  naturalKey: ['订单号', '商品编码', '商品规格'],
  types: {
    订单号: 'id',
    商品编码: 'id',
    规格编码: 'id',
    订单创建时间: 'instant',
    订单实付金额: 'money',
    运费: 'money',
    商品单价: 'money',
    商品已退款金额: 'money',
    商品数量: 'int',
    '收货人手机号/提货人手机号': 'id',
    买家手机号: 'id',
    商品名称: 'text',
  },
  timeZone: 'Asia/Shanghai',
  fills: [
    {
      entity: 'order_lines',
      fields: {
        platform: { const: 'youzan' },
        order_key: '订单号',
        sku: ['规格编码', '商品编码'],
        title: '商品名称',
        variant: '商品规格',
        qty: '商品数量',
        unit_price: '商品单价',
      },
    },
    { entity: 'products', fields: { sku: ['规格编码', '商品编码'], title: '商品名称', category_l1: '商品类目' } },
    {
      // It tells the refunded sum and not whether the goods came back.
      entity: 'returns',
      cases: 'stated',
      fields: {
        platform: { const: 'youzan' },
        order_key: '订单号',
        sku: ['规格编码', '商品编码'],
        status: { expr: "if(coalesce([商品已退款金额], 0) > 0, '退款成功', [商品退款状态])" },
        refund_amount: '商品已退款金额',
      },
    },
  ],
});
