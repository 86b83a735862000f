import { describe, expect, test } from 'vitest';
import { literal, readBytes, reconciles } from '../../../../tests/support/reading.ts';
import { flattenHeader, headerLevels } from './headers.ts';

const rows = (text: string) => text.split('\n').map((line) => line.split(','));

describe('headers of several rows', () => {
  test.each<[string, string, number, { first: number; count: number }]>([
    ['names above gaps', '商品,,销售,,退款\nID,名称,金额,件数,\nA1,杯,10,1,0\nA2,碗,20,2,1', 1, { first: 0, count: 2 }],
    ['found at its upper row', '商品,,销售,,退款\nID,名称,金额,件数,\nA1,杯,10,1,0\nA2,碗,20,2,1', 0, { first: 0, count: 2 }],
    ['three levels', '商品,流量,,,成交\n,访客,,浏览,\n,PC,无线,,\nA1,1,2,3,4\nA2,1,2,3,4', 2, { first: 0, count: 3 }],
    ['a title is no level', '店铺订单明细,,,\n订单号,金额,件数,备注\n1,2,3,a\n2,3,4,b', 1, { first: 1, count: 1 }],
    ['notes above are no level', '店铺,鹿鸣,,\n订单号,金额,件数,备注\n1,2,3,a\n2,3,4,b', 1, { first: 1, count: 1 }],
    ['data is no level', '订单号,金额,件数\n1,2,\n2,,4', 0, { first: 0, count: 1 }],
  ])('%s', (_name, text, at, levels) => {
    expect(headerLevels(rows(text), at)).toEqual(levels);
  });

  test('merged ranges tell where text alone cannot', () => {
    const table = rows('指标,Q1,,Q2,\n名称,一月,二月,四月,五月\nx,1,2,3,4');
    expect(headerLevels(table, 1)).toEqual({ first: 1, count: 1 });
    expect(
      headerLevels(table, 1, [
        { firstRow: 1, lastRow: 1, firstColumn: 2, lastColumn: 3 },
        { firstRow: 1, lastRow: 1, firstColumn: 4, lastColumn: 5 },
      ]),
    ).toEqual({ first: 0, count: 2 });
  });

  test('a name reaches over several levels, and a merged one over a merged one', () => {
    const table = rows('日期,销售,,推广,\n,线上,,站内,\n,金额,笔数,花费,点击\n2025-06-01,1,2,3,4');
    const across = (row: number, firstColumn: number, lastColumn: number) => ({ firstRow: row, lastRow: row, firstColumn, lastColumn });
    expect(headerLevels(table, 2, [{ firstRow: 1, lastRow: 3, firstColumn: 1, lastColumn: 1 }, across(1, 2, 3), across(1, 4, 5), across(2, 2, 3), across(2, 4, 5)])).toEqual({ first: 0, count: 3 });
  });

  test.each<[string, string[]]>([
    ['商品,,销售,,退款\nID,名称,金额,件数,', ['商品 / ID', '商品 / 名称', '销售 / 金额', '销售 / 件数', '退款']],
    ['商品,流量,,,成交\n,访客,,浏览,\n,PC,无线,,', ['商品', '流量 / 访客 / PC', '流量 / 访客 / 无线', '流量 / 浏览', '成交']],
    ['a,a\na,b', ['a', 'a / b']],
  ])('%s is flattened', (text, names) => {
    expect(flattenHeader(rows(text))).toEqual(names);
  });

  test('a file with one is read by it', async () => {
    const [table] = (await readBytes('x.csv', '统计周期：上周,,,,\n商品,,销售,,退款\nID,名称,金额,件数,\nA1,杯,10.5,1,0\nA2,碗,20,2,1\n')).tables;
    expect(table && literal(table)).toEqual([
      ['商品 / ID', '商品 / 名称', '销售 / 金额', '销售 / 件数', '退款'],
      ['A1', '杯', '10.5', '1', '0'],
      ['A2', '碗', '20', '2', '1'],
    ]);
    expect([table?.preamble.length, table?.headerRows]).toEqual([1, 2]);
  });
});

describe('a series as header', () => {
  test.each<[string, string, string[]]>([
    ['days', 'product,2024-01-01,2024-01-02,2024-01-03\na,10,20,30\nb,11,21,31\n', ['product', '2024-01-01', '2024-01-02', '2024-01-03']],
    ['days before a total', '店铺,3月1日,3月2日,合计\nA,1,2,3\nB,4,5,9\n', ['店铺', '3月1日', '3月2日', '合计']],
    ['counted', 'product,1,2,3\na,10,20,30\nb,11,21,31\n', ['product', '1', '2', '3']],
    ['no header: days below days', 'a,2024-01-01,2024-01-05\nb,2024-01-02,2024-01-03\n', ['column_1', 'column_2', 'column_3']],
    ['no header: all rows count on', 'a,1,2,3\nb,4,5,6\n', ['column_1', 'column_2', 'column_3', 'column_4']],
  ])('%s', async (_name, text, names) => {
    const [table] = (await readBytes('x.csv', text)).tables;
    expect(table?.table.columns.map(({ name }) => name)).toEqual(names);
  });
});

describe('a long preamble', () => {
  const notes = (count: number) => Array.from({ length: count }, (_, i) => `说明第${i}行`).join('\n');
  test.each<[string, string, number, number]>([
    ['above many rows', `${notes(45)}\n编,买,钱\n${Array.from({ length: 100 }, (_, i) => `A${i},张三,${i}`).join('\n')}\n`, 45, 100],
    ['above few rows', `${notes(35)}\n编,买,钱\nA1,张三,10\nA2,李四,20\nA3,王五,30\n`, 35, 3],
  ])('%s', async (_name, text, preamble, rows) => {
    const [table] = (await readBytes('x.csv', text)).tables;
    expect([table?.preamble.length, table?.table.rows, table && literal(table)[0]]).toEqual([preamble, rows, ['编', '买', '钱']]);
    expect(table && reconciles(table)).toBe(true);
  });

  test('a list of texts with commas at its end is one column', async () => {
    const [table] = (await readBytes('x.csv', `remark\n${notes(20)}\ngood, fast, 5 stars\nbad, slow, 1 star\nfine, late, 3 stars\n`)).tables;
    expect(table?.table.columns.length).toBe(1);
  });
});
