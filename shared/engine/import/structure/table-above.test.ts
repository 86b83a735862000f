import { expect, test } from 'vitest';
import { literal, readBytes, reconciles } from '../../../../tests/support/reading.ts';
import { isKnownHeader } from '../../model/index.ts';
import { GridCollector } from './grid.ts';
import type { ParsedTable } from '../parsed.ts';
import { splitStacked } from './split-stacked.ts';

const knowledge = { matchTemplate: () => null, isHeader: isKnownHeader, sameField: () => false, fills: () => [], template: () => null };

function sheet(rows: readonly (readonly string[])[]): ParsedTable {
  const grid = new GridCollector('Sheet', { options: {}, knowledge, file: { name: 'x.xlsx', size: 0, read: () => 0, close: () => undefined } });
  for (const [i, cells] of rows.entries()) grid.push(i + 1, cells);
  const table = grid.finish([]);
  if (table === null) throw new Error('no table');
  expect(reconciles(table)).toBe(true);
  return table;
}

const shops = (count: number) => [['店铺', '金额'], ...Array.from({ length: count }, (_, i) => [`店${i}`, `${i}.5`])];
const goods = (count: number) => [['商品', '数量', '日期'], ...Array.from({ length: count }, (_, i) => [`杯${i}`, `${i}`, '2025-06-01'])];

test.each([
  [2, 2, 2],
  [6, 1, 20],
  [40, 2, 60],
  [2, 1, 200],
])('a table of %i rows stays, %i blank rows above one of %i whose names are known better', (above, blanks, below) => {
  const table = sheet([...shops(above), ...Array.from({ length: blanks }, () => []), ...goods(below)]);
  expect([table.preamble, literal(table)[0]]).toEqual([[], ['店铺', '金额', 'column_3']]);
  expect(table.findings.map(({ code, where }) => [code, where.row])).toEqual([['stacked-tables', above + blanks + 2]]);
  const parts = splitStacked(table);
  expect(parts.map((part) => [literal(part)[0], part.table.rows])).toEqual([
    [['店铺', '金额'], above],
    [['商品', '数量', '日期'], below],
  ]);
});

test('so it does in text', async () => {
  const { tables } = await readBytes('x.csv', [...shops(6), [], ...goods(20)].map((cells) => `${cells.join(',')}\n`).join(''));
  expect(tables.map(({ preamble, table }) => [preamble.length, table.rows])).toEqual([
    [0, 6],
    [0, 20],
  ]);
});

test.each<[string, string[][]]>([
  ['a title', [['店铺日报'], ['2025-06-01 至 2025-06-30'], []]],
  ['settings', [['店铺', '旗舰店'], ['开始日期', '2025-06-01'], ['结束日期', '2025-06-30'], []]],
  ['settings of two known names', [['店铺', '商品'], ['订单数', '5'], ['金额', '7'], []]],
  ['settings with colons', [['店铺：', '金额'], ['甲：', '5'], ['乙：', '6'], []]],
  ['a line of sums', [['店铺', '金额'], ['旗舰店', '120.5'], []]],
  ['settings side by side', [['店铺', '旗舰店', '币种', 'CNY'], ['开始日期', '2025-06-01', '结束日期', '2025-06-30'], ['订单数', '5', '金额', '20'], []]],
  ['notes', [['说明'], ['金额', '含运费'], ['数量', '不含退货'], []]],
])('%s above a table is no table', (_name, above) => {
  const table = sheet([...above, ...goods(5)]);
  expect([table.preamble.length, table.table.rows, literal(table)[0]]).toEqual([above.length, 5, ['商品', '数量', '日期']]);
});
