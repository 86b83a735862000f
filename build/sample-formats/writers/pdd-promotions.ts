import { dayOf, yuan } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { csvOf, utf8Bom } from './bytes.ts';

/** Verified names; their true order is not known. */
const HEADER = ['日期', '商品ID', '商品名称', '推广名称', '出价方式', '成交营销花费(元)', '交易额(元)', '总营销花费(元)', '推广成交花费(元)', '结算券花费(元)', '推广总花费(元)', '净交易额(元)'];

/** Pinduoduo's ads since June 2026: two promotions of one product on one day, spend under its new names. */
export function pddPromotions(): ReportFile {
  const rows = makePerformance(62, 1);
  const cells = rows.map(({ day, product, cost, value }) => ({
    日期: dayOf(day),
    商品ID: `7000${product.sku.slice(3)}55`,
    商品名称: product.title,
    出价方式: '稳定投产比',
    '成交营销花费(元)': yuan(cost),
    '交易额(元)': yuan(value),
    '总营销花费(元)': yuan(cost + 100),
    '推广成交花费(元)': yuan(cost),
    '结算券花费(元)': '1.00',
    '推广总花费(元)': yuan(cost),
    '净交易额(元)': yuan(value),
  }));
  const twice = ['全站推广', '标准推广'].flatMap((promotion) => cells.map((cell) => ({ ...cell, 推广名称: promotion })));
  return {
    file: { name: '商品推广_推广_20260615.csv', bytes: utf8Bom(`名称：推广\r\n${csvOf(HEADER, twice)}`) },
    template: 'ad-pdd-promotions',
    rows: rows.length * 2,
    sums: { '推广总花费(元)': sumOf(rows, 'cost') * 2, '总营销花费(元)': (sumOf(rows, 'cost') + rows.length * 10_000) * 2, '交易额(元)': sumOf(rows, 'value') * 2 },
  };
}
