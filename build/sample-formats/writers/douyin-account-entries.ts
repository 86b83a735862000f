import { timeOf, yuan } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile } from '../reports.ts';
import { csvOf, utf8Bom } from './bytes.ts';

/** The columns in the order of a public reconciliation's test; 帐 and 账 both occur. */
const HEADER = [
  '动账时间',
  '动帐流水号',
  '动账方向',
  '动账金额',
  '动账账户',
  '动账场景',
  '计费类型',
  '子订单号',
  '订单号',
  '订单实付应结',
  '运费实付',
  '实际平台补贴',
  '订单退款',
  '平台服务费',
  '佣金',
  '招商服务费',
  '站外推广费',
  '备注',
];

/** 抖店's account entries: UTF-8 with a mark, `'` before ids, amounts without a sign beside their direction; insurance has no order. */
export function douyinAccountEntries(): ReportFile {
  const rows = makePerformance(45, 3).map((row, i) => {
    const isInsurance = i % 6 === 5;
    const fee = isInsurance ? 0 : Math.round(row.value * 0.05);
    const goods = isInsurance ? 0 : row.value;
    return { day: row.day, isInsurance, goods, fee, amount: isInsurance ? 300 : goods - fee };
  });
  const sum = (of: 'goods' | 'fee' | 'amount') => rows.reduce((total, row) => total + row[of], 0);
  const cells = rows.map(({ day, isInsurance, goods, fee, amount }, i) => ({
    动账时间: timeOf(day + 36_000 + i),
    动帐流水号: `'2025061${String(7_000_000_000 + i)}`,
    动账方向: isInsurance ? '出账' : '入账',
    动账金额: yuan(amount),
    动账账户: '聚合账户',
    动账场景: isInsurance ? '退换货运费险' : '货款结算入账',
    计费类型: isInsurance ? '' : '小店自卖',
    子订单号: isInsurance ? '' : `'69171234567${String(80_000_000 + i)}`,
    订单号: isInsurance ? '' : `'69171234567${String(80_000_000 + i)}`,
    订单实付应结: yuan(goods),
    运费实付: '0.00',
    实际平台补贴: '0.00',
    订单退款: '0.00',
    平台服务费: fee === 0 ? '0.00' : `-${yuan(fee)}`,
    佣金: '0.00',
    招商服务费: '0.00',
    站外推广费: '0.00',
    备注: isInsurance ? '保费扣除' : '订单结算',
  }));
  return {
    file: { name: '1750000011000_d44e.csv', bytes: utf8Bom(csvOf(HEADER, cells)) },
    template: 'douyin-account-entries',
    rows: rows.length,
    sums: { 动账金额: sum('amount') * 100, 订单实付应结: sum('goods') * 100, 平台服务费: -sum('fee') * 100 },
  };
}
