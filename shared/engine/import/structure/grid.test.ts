import { expect, test } from 'vitest';
import { literal, reconciles } from '../../../../tests/support/reading.ts';
import { GridCollector } from './grid.ts';
import type { CellRange, ParsedTable } from '../parsed.ts';
import { splitStacked } from './split-stacked.ts';

const knowledge = { matchTemplate: () => null, isHeader: (text: string) => ['sku', 'qty'].includes(text), sameField: () => false, fills: () => [], template: () => null };

/** A sheet of these rows, the merged ranges told behind them. */
function sheet(rows: readonly (readonly string[])[], merges: readonly CellRange[] = []): ParsedTable {
  const grid = new GridCollector('Sheet', { options: {}, knowledge, file: { name: 'x.xlsx', size: 0, read: () => 0, close: () => undefined } });
  for (const [i, cells] of rows.entries()) grid.push(i + 1, cells);
  const table = grid.finish([], merges);
  if (table === null) throw new Error('no table');
  expect(reconciles(table)).toBe(true);
  return table;
}

const across = (row: number, firstColumn: number, lastColumn: number): CellRange => ({ firstRow: row, lastRow: row, firstColumn, lastColumn });
const down = (column: number, firstRow: number, lastRow: number): CellRange => ({ firstRow, lastRow, firstColumn: column, lastColumn: column });
const data = (count: number, width: number) => Array.from({ length: count }, (_, row) => [`S${row}`, `n${row}`, ...Array.from({ length: width - 2 }, (_unused, i) => String(row + i * 7))]);

test.each([5, 200])('merged names above the header are its parents, in a sheet of %i rows', (count) => {
  const table = sheet([['Product', '', 'Sales', ''], ['SKU', 'Name', 'Qty', 'Amount'], ...data(count, 4)], [across(1, 1, 2), across(1, 3, 4)]);
  expect(literal(table).slice(0, 2)).toEqual([
    ['Product / SKU', 'Product / Name', 'Sales / Qty', 'Sales / Amount'],
    ['S0', 'n0', '0', '7'],
  ]);
  expect([table.table.rows, table.preamble.length, table.headerRows]).toEqual([count, 0, 2]);
});

test.each([5, 200])('three levels below a title, %i rows', (count) => {
  const head = [['2024 销售报表'], ['日期', '店铺', '线上', '', '线下', ''], ['', '', '天猫', '京东', '门店A', '门店B'], ['', '', '金额', '金额', '金额', '金额']];
  const table = sheet([...head, ...data(count, 6)], [across(1, 1, 6), down(1, 2, 4), down(2, 2, 4), across(2, 3, 4), across(2, 5, 6)]);
  expect([literal(table)[0], table.preamble.length, table.headerRows, table.table.rows]).toEqual([
    ['日期', '店铺', '线上 / 天猫 / 金额', '线上 / 京东 / 金额', '线下 / 门店A / 金额', '线下 / 门店B / 金额'],
    1,
    3,
    count,
  ]);
});

test.each([5, 200])('years over the names of their columns, %i rows', (count) => {
  const table = sheet([['店铺', '2023', '', '2024', ''], ['', '销售额', '订单', '销售额', '订单'], ...data(count, 5)], [down(1, 1, 2), across(1, 2, 3), across(1, 4, 5)]);
  expect([literal(table)[0], table.table.rows]).toEqual([['店铺', '2023 / 销售额', '2023 / 订单', '2024 / 销售额', '2024 / 订单'], count]);
});

test('names below the header that the merged ranges make a part of it', () => {
  const table = sheet([['编号', '名称', '销售', ''], ['', '', '件数', '金额'], ...data(200, 4)], [down(1, 1, 2), down(2, 1, 2), across(1, 3, 4)]);
  expect([literal(table).slice(0, 2), table.table.rows]).toEqual([
    [
      ['编号', '名称', '销售 / 件数', '销售 / 金额'],
      ['S0', 'n0', '0', '7'],
    ],
    200,
  ]);
});

test('groups of data that are merged are no header', () => {
  const table = sheet(
    [
      ['省', '市', '店'],
      ['粤', '广州', 'a'],
      ['', '深圳', 'b'],
      ['浙', '杭州', 'c'],
      ['', '宁波', 'd'],
    ],
    [down(1, 2, 3), down(1, 4, 5)],
  );
  expect([table.headerRows, table.table.rows]).toEqual([1, 4]);
});

test('a table behind blank rows is told, and split off with its title', () => {
  const table = sheet([['日报'], ['sku', 'qty'], ['a', '1'], ['b', '2'], [], ['城市表'], ['city', 'pop', 'area'], ['X', '10', '1'], ['Y', '20', '2']]);
  expect(table.findings.map(({ code, where }) => [code, where.row])).toEqual([['stacked-tables', 7]]);
  const parts = splitStacked(table);
  expect(parts.map((part) => [part.name, part.preamble, literal(part)])).toEqual([
    [
      'Sheet: sku, qty',
      [['日报']],
      [
        ['sku', 'qty'],
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'Sheet: 城市表',
      [['城市表', '', '']],
      [
        ['city', 'pop', 'area'],
        ['X', '10', '1'],
        ['Y', '20', '2'],
      ],
    ],
  ]);
  expect(parts.every(reconciles)).toBe(true);
  expect(parts.reduce((sum, { totalRows }) => sum + totalRows, 0)).toBe(9);
});

test('the same columns under another title are another table, on another page they are not', () => {
  const weeks = sheet([['日报'], ['店铺', '金额'], ['A', '10'], ['B', '20'], [], ['周报'], ['店铺', '金额'], ['A', '100'], ['B', '200']]);
  expect([weeks.stacked, weeks.setAside]).toEqual([[7], []]);
  const pages = sheet([['第1页'], ['店铺', '金额'], ['A', '10'], ['B', '20'], [], ['第2页'], ['店铺', '金额'], ['C', '100'], ['D', '200']]);
  expect([pages.stacked, pages.setAside.map(({ row }) => row)]).toEqual([[], [6, 7]]);
});

test('blank rows inside of a table say nothing', () => {
  expect(sheet([['name', 'n'], ['a', '1'], [], ['b', '2'], [], [], ['c', '3'], [], ['制表人', '张三'], ['审核', '李四']]).findings).toEqual([]);
});
