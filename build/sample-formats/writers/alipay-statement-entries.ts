import { timeOf, yuan } from '../../sample-shop/text.ts';
import { gbk } from '../../sample-shop/writers/bytes.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf } from './bytes.ts';

/** As public importers of the statement read it. */
const HEADER = ['账务流水号', '业务流水号', '商户订单号', '商品名称', '发生时间', '对方账号', '收入金额（+元）', '支出金额（-元）', '账户余额（元）', '交易渠道', '业务类型', '备注'];

/** 支付宝's statement entry by entry: GBK, four lines above the table and a dashed one below it, tabs behind numbers. */
export function alipayStatementEntries(): ReportFile {
  const rows = makePerformance(24, 2);
  const cells = rows.map(({ day, cost }, i) => ({
    账务流水号: `2025061500${String(i).padStart(12, '0')}\t`,
    业务流水号: `2025061522001${String(i).padStart(15, '0')}\t`,
    商户订单号: `T200P44000000000000${String(i).padStart(5, '0')}\t`,
    商品名称: '',
    发生时间: timeOf(day + 3600 + i),
    对方账号: 'al***@example.com',
    '收入金额（+元）': '',
    '支出金额（-元）': `-${yuan(cost)}`,
    '账户余额（元）': '1000.00',
    交易渠道: '支付宝',
    业务类型: '其它',
    备注: '佣金代扣',
  }));
  const text = [
    '#支付宝账务明细查询',
    '#账号：[20880000000000000157]',
    '#起始日期：[2025年06月01日 00:00:00]   终止日期：[2025年06月15日 00:00:00]',
    '#-----------------------------------------账务明细列表----------------------------------------',
    csvOf(HEADER, cells).trimEnd(),
    '#-----------------------------------------账务明细列表结束------------------------------------',
  ];
  return {
    file: { name: '20880000000000000157_20250615_账务流水.csv', bytes: gbk(`${text.join('\r\n')}\r\n`) },
    template: 'alipay-statement-entries',
    rows: rows.length,
    sums: { '支出金额（-元）': -sumOf(rows, 'cost') },
  };
}
