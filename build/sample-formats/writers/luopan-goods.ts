import * as XLSX from '@e965/xlsx';
import { dayOf, yuan } from '../../sample-shop/text.ts';
import { workbook } from '../../sample-shop/writers/bytes.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { table } from './bytes.ts';

/** Of these names only 商品曝光人数 is verified; the order is not known. */
const HEADER = ['日期', '商品ID', '商品名称', '商品曝光人数', '商品点击人数', '成交人数', '成交件数', '成交金额'];

/** 罗盘's goods: a workbook. */
export function luopanGoods(): ReportFile {
  const rows = makePerformance(41);
  const cells = rows.map(({ day, product, shows, clicks, buyers, value }) => ({
    日期: dayOf(day),
    商品ID: `35${product.sku.slice(3)}00077`,
    商品名称: product.title,
    商品曝光人数: String(shows),
    商品点击人数: String(clicks),
    成交人数: String(buyers),
    成交件数: String(buyers),
    成交金额: yuan(value),
  }));
  return {
    file: { name: '商品列表_20250601-20250614.xlsx', bytes: workbook(XLSX.utils.aoa_to_sheet(table(HEADER, cells)), '商品', 'xlsx') },
    template: 'luopan-goods',
    rows: rows.length,
    sums: { 商品曝光人数: sumOf(rows, 'shows'), 商品点击人数: sumOf(rows, 'clicks'), 成交金额: sumOf(rows, 'value') },
  };
}
