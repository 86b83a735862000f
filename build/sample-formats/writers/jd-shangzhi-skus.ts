import * as XLSX from '@e965/xlsx';
import { dayOf, yuan } from '../../sample-shop/text.ts';
import { workbook } from '../../sample-shop/writers/bytes.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { table } from './bytes.ts';

/** Verified names; their true order is not known. */
const HEADER = [
  '时间',
  'SKU',
  'SKU名称',
  '一级类目',
  '二级类目',
  '三级类目',
  '商品曝光次数',
  '商品浏览量',
  '商品访客数',
  '加购客户数',
  '下单客户数',
  '成交客户数',
  '成交单量',
  '成交商品件数',
  '成交金额',
  '取消及售后退款金额',
];

/** 商智's SKUs: a workbook; the time is a range. */
export function jdShangzhiSkus(): ReportFile {
  const rows = makePerformance(37);
  const cells = rows.map(({ day, product, shows, clicks, buyers, value }) => ({
    时间: `${dayOf(day)}~${dayOf(day)}`,
    SKU: `1000${product.sku.slice(3)}77`,
    SKU名称: product.title,
    一级类目: '家居日用',
    二级类目: product.category,
    商品曝光次数: String(shows * 2),
    商品浏览量: String(shows),
    商品访客数: String(clicks),
    成交客户数: String(buyers),
    成交单量: String(buyers),
    成交商品件数: String(buyers),
    成交金额: yuan(value),
    取消及售后退款金额: '0.00',
  }));
  return {
    file: { name: '商品明细_SKU_20250615.xlsx', bytes: workbook(XLSX.utils.aoa_to_sheet(table(HEADER, cells)), 'SKU', 'xlsx') },
    template: 'jd-shangzhi-skus',
    rows: rows.length,
    sums: { 商品浏览量: sumOf(rows, 'shows'), 商品访客数: sumOf(rows, 'clicks'), 成交金额: sumOf(rows, 'value') },
  };
}
