import { timeOf, yuanGrouped } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile } from '../reports.ts';
import { csvOf, utf8Bom } from './bytes.ts';

/** Names as importers of 抖店's settlement bill read them; their true order is not known. */
const HEADER = [
  '结算时间',
  '结算金额',
  '订单号',
  '子订单号',
  '商品ID',
  '商品数量',
  '订单类型',
  '收入合计',
  '用户实付',
  '平台补贴',
  '达人补贴',
  '抖音支付补贴',
  '抖音月付营销补贴',
  '支出合计',
  '平台服务费',
  '佣金',
  '渠道分成',
  '招商服务费',
  '直播间站外推广',
  '其他分成',
  '其他分成说明',
  '备注',
];

/** 抖店's settlement bill: UTF-8 with a mark, `'` before ids, thousands commas, `-` for nothing, a row a sub-order. */
export function douyinSettlements(): ReportFile {
  const rows = makePerformance(44, 3).map((row, i) => {
    const subsidy = i % 4 === 0 ? 500 : 0;
    const fee = Math.round(row.value * 0.05);
    const commission = i % 3 === 0 ? Math.round(row.value * 0.1) : 0;
    return { ...row, subsidy, fee, commission, settled: row.value + subsidy - fee - commission };
  });
  const sum = (of: 'value' | 'subsidy' | 'fee' | 'commission' | 'settled') => rows.reduce((total, row) => total + row[of], 0);
  const spent = (fen: number) => (fen === 0 ? '-' : `-${yuanGrouped(fen)}`);
  const cells = rows.map(({ day, product, buyers, value, subsidy, fee, commission, settled }, i) => ({
    结算时间: timeOf(day + 28_800 + i),
    订单号: `'69171234567${String(80_000_000 + i)}`,
    子订单号: `'69171234567${String(80_000_000 + i)}`,
    商品ID: `'35${product.sku.slice(3)}00077`,
    商品数量: String(buyers),
    订单类型: '普通订单',
    结算金额: yuanGrouped(settled),
    收入合计: yuanGrouped(value + subsidy),
    用户实付: yuanGrouped(value),
    平台补贴: subsidy === 0 ? '-' : yuanGrouped(subsidy),
    支出合计: spent(fee + commission),
    平台服务费: spent(fee),
    佣金: spent(commission),
    达人补贴: '-',
    抖音支付补贴: '-',
    抖音月付营销补贴: '-',
    渠道分成: '-',
    招商服务费: '-',
    直播间站外推广: '-',
    其他分成: '-',
    其他分成说明: '-',
    备注: '-',
  }));
  return {
    file: { name: '1750000000000_c33d.csv', bytes: utf8Bom(csvOf(HEADER, cells)) },
    template: 'douyin-settlements',
    rows: rows.length,
    sums: {
      结算金额: sum('settled') * 100,
      收入合计: (sum('value') + sum('subsidy')) * 100,
      用户实付: sum('value') * 100,
      平台补贴: sum('subsidy') * 100,
      支出合计: -(sum('fee') + sum('commission')) * 100,
      平台服务费: -sum('fee') * 100,
      佣金: -sum('commission') * 100,
    },
  };
}
