import * as XLSX from '@e965/xlsx';
import { workbook } from '../../sample-shop/writers/bytes.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import { table } from './bytes.ts';

const PERIOD = '2025-06-01 ~ 2025-06-14';

/**
 * A sheet of 生意参谋: a real .xls with four rows above the header.
 *
 * @param title its second row: where in 生意参谋 it comes from
 * @param name what its file is called between the platform and the period
 */
export function sycmWorkbook(title: string, name: string, header: readonly string[], rows: readonly Readonly<Record<string, string>>[]): WrittenFile {
  const above = [['生意参谋平台'], [title], [`统计时间：${PERIOD}`], ['数据更新时间：2025-06-15 08:00']];
  return {
    name: `【生意参谋平台】${name}_${PERIOD.replace(' ~ ', '_')}.xls`,
    bytes: workbook(XLSX.utils.aoa_to_sheet([...above, ...table(header, rows)]), name, 'biff8'),
  };
}
