import { timeOf, yuan, yuanGrouped } from '../../sample-shop/text.ts';
import { gbk } from '../../sample-shop/writers/bytes.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf, utf8Bom } from './bytes.ts';

const APP = ['交易时间', '交易分类', '交易对方', '对方账号', '商品说明', '收/支', '金额', '收/付款方式', '交易状态', '交易订单号', '商家订单号', '备注'];
const WEB = [
  '交易号',
  '商家订单号',
  '交易创建时间',
  '付款时间',
  '最近修改时间',
  '交易来源地',
  '类型',
  '交易对方',
  '商品名称',
  '金额（元）',
  '收/支',
  '交易状态',
  '服务费（元）',
  '成功退款（元）',
  '备注',
  '资金状态',
];
const WECHAT = ['交易时间', '交易类型', '交易对方', '商品', '收/支', '金额(元)', '支付方式', '当前状态', '交易单号', '商户单号', '备注'];
const PERIOD = '[2025-06-01 00:00:00]    终止时间：[2025-06-14 23:59:59]';
const number = (i: number) => `2025060122001${String(i).padStart(15, '0')}\t`;

/** The bill that Alipay's phone application sends: GB18030, lines above the table, a comma behind every row. */
export function alipayBillApp(): ReportFile {
  const rows = makePerformance(68, 1);
  const cells = rows.map(({ day, product, cost }, i) => ({
    交易时间: timeOf(day + 40_000),
    交易分类: '商业服务',
    交易对方: '快递公司',
    对方账号: '/',
    商品说明: product.title,
    '收/支': i % 6 === 0 ? '不计收支' : '支出',
    金额: yuan(cost),
    '收/付款方式': '余额宝',
    交易状态: '交易成功',
    交易订单号: number(i),
    商家订单号: '\t',
  }));
  const [header, ...lines] = csvOf(APP, cells).trimEnd().split('\r\n');
  const above = ['导出信息：', '姓名：陆*', `起始时间：${PERIOD}`, `共${rows.length}笔记录`, '------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------'];
  return {
    file: { name: 'alipay_record_20250615_1021_1.csv', bytes: gbk(`${[...above, `${header},`, ...lines.map((line) => `${line},`)].join('\r\n')}\r\n`) },
    template: 'alipay-bill-app',
    rows: rows.length,
    sums: { 金额: sumOf(rows, 'cost') },
  };
}

/** The bill of Alipay's web site: GBK, padded cells, dashed lines and sums around the table. */
export function alipayBillWeb(): ReportFile {
  const rows = makePerformance(69, 1);
  const cells = rows.map(({ day, product, value }, i) => ({
    交易号: number(100 + i),
    商家订单号: `T200P${i}\t`,
    交易创建时间: timeOf(day + 40_000),
    付款时间: timeOf(day + 40_010),
    最近修改时间: timeOf(day + 40_010),
    交易来源地: '淘宝',
    类型: '即时到账交易',
    交易对方: '买家',
    商品名称: product.title,
    '金额（元）': yuan(value),
    '收/支': '收入',
    交易状态: '交易成功',
    '服务费（元）': '0.00',
    '成功退款（元）': '0.00',
    资金状态: '已收入',
  }));
  const padded = csvOf(WEB, cells)
    .trimEnd()
    .split('\r\n')
    .map((line) => `${line.replaceAll(',', '     ,')}     ,`);
  const text = [
    '支付宝交易记录明细查询',
    '账号:[lu***@example.com]',
    `起始日期:${PERIOD}`,
    '---------------------------------交易记录明细列表------------------------------------',
    ...padded,
    '------------------------------------------------------------------------------------',
    `共${rows.length}笔记录`,
    '导出时间:[2025-06-15 10:21:00]',
  ];
  return {
    file: { name: 'alipay_record_20250615_1022.csv', bytes: gbk(`${text.join('\r\n')}\r\n`) },
    template: 'alipay-bill-web',
    rows: rows.length,
    sums: { '金额（元）': sumOf(rows, 'value') },
  };
}

/** WeChat Pay's bill: UTF-8 with a mark, a dashed line above the table, `¥`, refunds told in the state. */
export function wechatBill(): ReportFile {
  const rows = makePerformance(70, 1);
  const cells = rows.map(({ day, product, value }, i) => ({
    交易时间: timeOf(day + 40_000),
    交易类型: '商户消费',
    交易对方: '买家',
    商品: product.title,
    '收/支': '收入',
    '金额(元)': `¥${yuanGrouped(value)}`,
    支付方式: '零钱',
    当前状态: i % 7 === 0 ? '已退款(￥5.00)' : '支付成功',
    交易单号: `4200001234202506${String(i).padStart(12, '0')}\t`,
    商户单号: `10001${i}\t`,
    备注: '/',
  }));
  const above = [
    '微信支付账单明细,,,,,,,,',
    '微信昵称：[lu],,,,,,,,',
    `起始时间：${PERIOD},,,,,,,,`,
    '导出类型：[全部],,,,,,,,',
    ',,,,,,,,',
    '----------------------微信支付账单明细列表--------------------,,,,,,,,',
  ];
  return {
    file: { name: '微信支付账单(20250601-20250614).csv', bytes: utf8Bom(`${above.join('\r\n')}\r\n${csvOf(WECHAT, cells)}`) },
    template: 'wechat-bill',
    rows: rows.length,
    sums: { '金额(元)': sumOf(rows, 'value') },
  };
}
