import * as XLSX from '@e965/xlsx';
import { timeOf, yuan } from '../../sample-shop/text.ts';
import { workbook } from '../../sample-shop/writers/bytes.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { table } from './bytes.ts';

/** Names as a public test has them: 入帐, where the other layout says 入账. */
const HEADER = ['商家昵称', '入帐日期', '入帐时间', '支付流水号', '主订单id', '子订单id', '入帐类型', '收入金额(元)', '支出金额(元)', '业务描述', '备注', '收/付渠道'];

/** What WeChat Pay paid in and took of the orders of Taobao. */
export function taobaoWechatStatement(): ReportFile {
  const rows = makePerformance(67, 2);
  const cells = rows.map(({ day, value }, i) => ({
    商家昵称: '鹿鸣家居',
    入帐日期: timeOf(day).slice(0, 10),
    入帐时间: timeOf(day + 36_000 + i),
    支付流水号: `4200002${String(70_000_000_000_000 + i)}`,
    主订单id: `26${String(10_000_000_000_000_000n + BigInt(i))}`,
    子订单id: `26${String(10_000_000_000_000_000n + BigInt(i))}`,
    入帐类型: i % 5 === 0 ? '软件服务费' : '交易收款',
    '收入金额(元)': i % 5 === 0 ? '0.00' : yuan(value),
    '支出金额(元)': i % 5 === 0 ? yuan(value) : '0.00',
    业务描述: '',
    '收/付渠道': '微信支付',
  }));
  const costs = rows.filter((_, i) => i % 5 === 0);
  return {
    file: { name: '对账-微信.xlsx', bytes: workbook(XLSX.utils.aoa_to_sheet(table(HEADER, cells)), 'sheet1', 'xlsx') },
    template: 'taobao-wechat-statement',
    rows: rows.length,
    sums: { '收入金额(元)': sumOf(rows, 'value') - sumOf(costs, 'value'), '支出金额(元)': sumOf(costs, 'value') },
  };
}
