import { defineTemplate } from './define.ts';

export const taobaoItems = defineTemplate({
  id: 'taobao-items',
  platform: 'tmall',
  report: { en: 'Taobao / Tmall order items', zh: '淘宝 / 天猫宝贝报表' },
  where: '交易 › 已卖出的宝贝 › 批量导出 › 宝贝报表',
  requires: ['订单编号', '标题', '价格', '购买数量', '商家编码'],
  also: ['子订单编号', '外部系统编号', '商品属性', '套餐信息', '备注', '订单状态', '买家应付货款', '买家实际支付金额', '退款状态', '退款金额', '商品类目'],
  naturalKey: ['订单编号', '子订单编号'],
  keyIsUnique: true,
  types: { 订单编号: 'id', 子订单编号: 'id', 商家编码: 'id', 外部系统编号: 'id', 价格: 'money', 购买数量: 'int', 买家应付货款: 'money', 买家实际支付金额: 'money', 退款金额: 'money', 标题: 'text' },
  timeZone: 'Asia/Shanghai',
  fills: [
    {
      entity: 'order_lines',
      fields: {
        platform: { const: 'tmall' },
        order_key: '订单编号',
        platform_line_id: '子订单编号',
        sku: '商家编码',
        title: '标题',
        variant: '商品属性',
        qty: '购买数量',
        list_price: '价格',
        line_amount: '买家应付货款',
      },
    },
    { entity: 'products', fields: { sku: '商家编码', title: '标题', list_price: '价格', category_l1: '商品类目' } },
    {
      // What was refunded on each line so far, not when.
      entity: 'returns',
      cases: 'stated',
      fields: {
        platform: { const: 'tmall' },
        return_id: '子订单编号',
        order_key: '订单编号',
        sku: '商家编码',
        status: '退款状态',
        refund_amount: '退款金额',
      },
    },
  ],
});
