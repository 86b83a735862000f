import { defineTemplate } from './define.ts';

// The item sheet as 千牛 writes it now: 子订单编号 for the line and 主订单编号 for the order, which older layouts call 订单编号.
export const taobaoItemsMain = defineTemplate({
  id: 'taobao-items-main',
  platform: 'tmall',
  report: { en: 'Taobao / Tmall order items, by main order', zh: '淘宝 / 天猫宝贝报表（主、子订单）' },
  where: '交易 › 已卖出的宝贝 › 批量导出 › 宝贝报表',
  requires: ['子订单编号', '主订单编号', '标题', '价格', '购买数量', '商家编码'],
  also: ['外部系统编号', '商品属性', '套餐信息', '备注', '订单状态', '支付单号', '买家应付货款', '买家实际支付金额', '退款状态', '退款金额', '订单创建时间', '订单付款时间'],
  naturalKey: ['子订单编号'],
  keyIsUnique: true,
  types: {
    子订单编号: 'id',
    主订单编号: 'id',
    商家编码: 'id',
    外部系统编号: 'id',
    支付单号: 'id',
    价格: 'money',
    购买数量: 'int',
    买家应付货款: 'money',
    买家实际支付金额: 'money',
    退款金额: 'money',
    订单创建时间: 'instant',
    订单付款时间: 'instant',
    标题: 'text',
  },
  timeZone: 'Asia/Shanghai',
  fills: [
    {
      entity: 'order_lines',
      fields: {
        platform: { const: 'tmall' },
        order_key: '主订单编号',
        platform_line_id: '子订单编号',
        sku: ['商家编码', '外部系统编号'],
        title: '标题',
        variant: '商品属性',
        qty: '购买数量',
        list_price: '价格',
        line_amount: '买家应付货款',
      },
    },
    { entity: 'products', fields: { sku: ['商家编码', '外部系统编号'], title: '标题', list_price: '价格' } },
    {
      // What was refunded on each line so far, not when.
      entity: 'returns',
      cases: 'stated',
      fields: {
        platform: { const: 'tmall' },
        return_id: '子订单编号',
        order_key: '主订单编号',
        sku: ['商家编码', '外部系统编号'],
        status: '退款状态',
        refund_amount: '退款金额',
      },
    },
  ],
});
