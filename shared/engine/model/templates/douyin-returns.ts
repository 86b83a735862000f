import { firstFilled, sumOf } from './by-row.ts';
import { defineTemplate } from './define.ts';

export const douyinReturns = defineTemplate({
  id: 'douyin-returns',
  platform: 'douyin',
  report: { en: 'Douyin shop after-sales', zh: '抖店售后' },
  where: '售后 › 售后工作台 › 导出',
  requires: ['售后单号', '订单号', '售后类型', '售后状态', '售后申请时间'],
  also: ['商品单号', '商品ID', '商家编码', '退商品金额(元)', '退运费金额(元)', '商家退款时间', '用户到账时间', '售后完结时间', '售后原因', '用户售后说明', '纠纷责任方'],
  naturalKey: ['售后单号'],
  keyIsUnique: true,
  types: {
    售后单号: 'id',
    订单号: 'id',
    商品单号: 'id',
    商品ID: 'id',
    商家编码: 'id',
    '退商品金额(元)': 'money',
    '退商品金额（元）': 'money',
    '退运费金额(元)': 'money',
    售后申请时间: 'instant',
    商家退款时间: 'instant',
    用户到账时间: 'instant',
    售后完结时间: 'instant',
  },
  timeZone: 'Asia/Shanghai',
  fills: [
    {
      entity: 'returns',
      fields: {
        platform: { const: 'douyin' },
        return_id: '售后单号',
        order_key: '订单号',
        sku: '商家编码',
        requested_at: '售后申请时间',
        completed_at: firstFilled('商家退款时间', '用户到账时间', '售后完结时间'),
        kind: '售后类型',
        status: '售后状态',
        // The buyer gets goods and shipping back.
        refund_amount: sumOf('退商品金额(元)', '退运费金额(元)'),
        reason: '售后原因',
        party: '纠纷责任方',
        comment: '用户售后说明',
      },
    },
  ],
});
