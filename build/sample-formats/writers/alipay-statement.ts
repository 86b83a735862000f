import { timeOf, yuan } from '../../sample-shop/text.ts';
import { gbk } from '../../sample-shop/writers/bytes.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf } from './bytes.ts';

/** Verified names; their true order is not known. */
const HEADER = ['入账时间', '支付宝交易号', '支付宝流水号', '商户订单号', '账务类型', '收入（+元）', '支出（-元）', '账户余额（元）', '业务类型', '业务基础订单号', '备注'];

/** 支付宝's statement: GBK, five lines above the table, dashed lines, padded headers, and sums below the table. */
export function alipayStatement(): ReportFile {
  const rows = makePerformance(36, 2);
  const cells = rows.map(({ day, cost }, i) => ({
    入账时间: timeOf(day + 3600 + i),
    支付宝交易号: `2025060122001${String(i).padStart(15, '0')}\t`,
    支付宝流水号: `9000${String(i).padStart(16, '0')}\t`,
    商户订单号: `T200P43000000000000${String(i).padStart(5, '0')}\t`,
    账务类型: '交易分账',
    '收入（+元）': '',
    // An outgo in brackets, as bookkeepers write it.
    '支出（-元）': i % 5 === 0 ? `(${yuan(cost)})` : `-${yuan(cost)}`,
    '账户余额（元）': '1000.00',
    业务类型: '交易分账',
    业务基础订单号: `43000000000000${String(i).padStart(5, '0')}\t`,
    备注: '佣金代扣',
  }));
  const [header, ...lines] = csvOf(HEADER, cells).trimEnd().split('\r\n');
  const padded = (header as string).split(',').map((name) => `${name}    `);
  const text = [
    '#支付宝账务明细查询',
    '#账号：[20880000000000000156]',
    '#起始日期：[2025年06月01日 00:00:00]   终止日期：[2025年06月15日 00:00:00]',
    '#-----------------------------------------账务明细列表----------------------------------------',
    padded.join(','),
    ...lines,
    '#-----------------------------------------账务明细列表结束------------------------------------',
    `#支出合计：${rows.length}笔，共-${yuan(sumOf(rows, 'cost') / 100)}元`,
    '#导出时间：[2025年06月15日 10:20:00]',
  ];
  return {
    file: { name: '20880000000000000156_20250615_账务明细.csv', bytes: gbk(`${text.join('\r\n')}\r\n`) },
    template: 'alipay-statement',
    rows: rows.length,
    sums: { '支出（-元）': -sumOf(rows, 'cost') },
  };
}
