import { dayOf, yuanGrouped } from '../../sample-shop/text.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { sycmWorkbook } from './sycm-workbook.ts';

/** Verified names; their true order is not known. */
const HEADER = [
  '统计日期',
  '商品ID',
  '商品名称',
  '货号',
  '商品访客数',
  '商品浏览量',
  '商品平均停留时长',
  '商品详情页跳出率',
  '商品收藏人数',
  '商品加购件数',
  '商品加购人数',
  '支付买家数',
  '支付件数',
  '支付金额',
  '成功退款金额',
];

/** 生意参谋's goods: a real .xls, four rows above the header, thousands commas, one file for some days. */
export function sycmGoods(): ReportFile {
  const rows = makePerformance(31);
  const cells = rows.map(({ day, product, clicks, shows, buyers, value }) => ({
    统计日期: dayOf(day),
    商品ID: `6900000${product.sku.slice(3)}`,
    商品名称: product.title,
    货号: product.sku,
    商品访客数: clicks.toLocaleString('en-US'),
    商品浏览量: shows.toLocaleString('en-US'),
    商品平均停留时长: '17.50',
    商品详情页跳出率: '61.20%',
    商品收藏人数: '-',
    商品加购件数: '3',
    商品加购人数: '2',
    支付买家数: String(buyers),
    支付件数: String(buyers),
    支付金额: yuanGrouped(value),
    成功退款金额: '-',
  }));
  return {
    file: sycmWorkbook('【商品】全部', '商品_全部', HEADER, cells),
    template: 'sycm-goods',
    rows: rows.length,
    sums: { 商品访客数: sumOf(rows, 'clicks'), 商品浏览量: sumOf(rows, 'shows'), 支付金额: sumOf(rows, 'value') },
  };
}
