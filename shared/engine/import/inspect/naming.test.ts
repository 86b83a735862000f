import { expect, test } from 'vitest';
import { datasetName } from './naming.ts';

test.each([
  ['订单导出_2025-06.csv', '订单导出'],
  ['ExportOrderList20250701 (1).xlsx', 'ExportOrderList'],
  ['日报_2025-06-02_2025-06-08.csv', '日报'],
  ['日报_2025-06-02_2025-06-08 (1).csv', '日报'],
  ['商品_全部_20250601_20250614.xls', '商品_全部'],
  ['【生意参谋平台】商品_全部_2025-06-01_2025-06-14.xls', '【生意参谋平台】商品_全部'],
  ['sales 2025.06.01-2025.06.07.csv', 'sales'],
  ['日报2025年6月2日至2025年6月8日.csv', '日报'],
  ['report_20250715_093000.csv', 'report'],
  ['report_20250715_0930.csv', 'report'],
  ['orders-2025-06-01-to-2025-06-30.csv', 'orders'],
  ['2025-06.csv', '2025-06'],
])('%s is called %s', (file, name) => {
  expect(datasetName(file, '')).toBe(name);
});
