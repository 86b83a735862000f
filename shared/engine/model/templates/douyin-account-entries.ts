import { defineTemplate } from './define.ts';

// The settlement bill as it is exported now, entry by entry. 动账金额 has no sign: 动账方向 says it.
export const douyinAccountEntries = defineTemplate({
  id: 'douyin-account-entries',
  platform: 'douyin',
  report: { en: 'Douyin shop account entries', zh: '抖店动账明细' },
  where: '抖店 › 资金 › 动账明细 › 导出',
  requires: ['动账时间', '动帐流水号', '动账方向', '动账金额', '动账场景', '子订单号', '订单号'],
  also: ['动账账户', '计费类型', '订单实付应结', '运费实付', '实际平台补贴', '订单退款', '平台服务费', '佣金', '招商服务费', '站外推广费', '备注'],
  naturalKey: ['动帐流水号'],
  types: {
    动账时间: 'instant',
    动帐流水号: 'id',
    子订单号: 'id',
    订单号: 'id',
    动账金额: 'money',
    订单实付应结: 'money',
    运费实付: 'money',
    实际平台补贴: 'money',
    订单退款: 'money',
    平台服务费: 'money',
    佣金: 'money',
    招商服务费: 'money',
    站外推广费: 'money',
    备注: 'text',
  },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
