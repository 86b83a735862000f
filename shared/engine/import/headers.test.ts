import { describe, expect, test } from 'vitest';
import { literal, readBytes } from '../../../tests/support/reading.ts';
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
