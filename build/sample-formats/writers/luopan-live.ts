import * as XLSX from '@e965/xlsx';
import { dayOf, yuan } from '../../sample-shop/text.ts';
import { workbook } from '../../sample-shop/writers/bytes.ts';
import { makePerformance, type ReportFile, sumOf } from '../reports.ts';
import { table } from './bytes.ts';

/** Of these names 商品曝光人数, 人均看播时长 and 投放消耗 are verified; the order is not known. */
const HEADER = ['日期', '达人昵称', '直播间观看人数', '人均看播时长', '商品曝光人数', '商品点击人数', '成交人数', '成交金额', '投放消耗'];

/** 罗盘's live rooms: a workbook. */
export function luopanLive(): ReportFile {
  const rows = makePerformance(40, 1);
  const cells = rows.map(({ day, shows, clicks, buyers, value, cost }) => ({
    日期: dayOf(day),
    达人昵称: '鹿鸣家居直播间',
    直播间观看人数: String(shows),
    人均看播时长: '48.5',
    商品曝光人数: String(clicks * 2),
    商品点击人数: String(clicks),
    成交人数: String(buyers),
    成交金额: `¥${yuan(value)}`,
    投放消耗: yuan(cost),
  }));
  return {
    file: { name: '直播列表_20250601-20250614.xlsx', bytes: workbook(XLSX.utils.aoa_to_sheet(table(HEADER, cells)), '直播', 'xlsx') },
    template: 'luopan-live',
    rows: rows.length,
    sums: { 直播间观看人数: sumOf(rows, 'shows'), 成交金额: sumOf(rows, 'value'), 投放消耗: sumOf(rows, 'cost') },
  };
}
