import * as XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import { literal, readBytes, reconciles } from '../../../../tests/support/reading.ts';
import type { ImportOptions } from '#contract/documents';

type Rows = readonly (readonly (string | number)[])[];

function book(rows: Rows, bookType: XLSX.BookType, merges: readonly string[] = []): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet(rows as (string | number)[][]);
  if (merges.length > 0) sheet['!merges'] = merges.map((range) => XLSX.utils.decode_range(range));
  const made = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(made, sheet, 'May');
  return new Uint8Array(XLSX.write(made, { bookType, type: 'array' }) as ArrayBuffer);
}

async function read(rows: Rows, options: ImportOptions = {}, type: XLSX.BookType = 'xlsx', merges: readonly string[] = []) {
  const { tables } = await readBytes(`x.${type === 'biff8' ? 'xls' : type}`, book(rows, type, merges), options);
  expect(tables.map((table) => [table.name, reconciles(table)])).toEqual(tables.map(({ name }) => [name, true]));
  return tables;
}

const SHOPS: Rows = [
  ['店铺', '金额', '订单'],
  ['甲', 120.5, 3],
  ['乙', 80, 2],
];
const GOODS: Rows = [
  ['商品', '件数'],
  ['杯', 5],
  ['盘', 7],
];
const SHOP_CELLS = [
  ['店铺', '金额', '订单'],
  ['甲', '120.5', '3'],
  ['乙', '80', '2'],
];
const GOODS_CELLS = [
  ['商品', '件数'],
  ['杯', '5'],
  ['盘', '7'],
];

test.each<[string, XLSX.BookType]>([
  ['XLSX', 'xlsx'],
  ['XLS', 'biff8'],
  ['XLSB', 'xlsb'],
  ['OpenDocument', 'ods'],
  ['a web page', 'html'],
])('two tables in one sheet are two: %s', async (_name, type) => {
  const tables = await read([['日报'], ...SHOPS, [], ['按商品'], ...GOODS], {}, type);
  const sheet = type === 'html' ? tables[0]?.part?.of : 'May';
  expect(tables.map(({ name, part, preamble, table, totalRows }) => [name, part, preamble, [...table.origin.row], totalRows])).toEqual([
    [`${sheet}: 日报`, { of: sheet, header: 2 }, [['日报']], [3, 4], 5],
    [`${sheet}: 按商品`, { of: sheet, header: 7 }, [['按商品']], [8, 9], 4],
  ]);
  expect(tables.map(literal)).toEqual([SHOP_CELLS, GOODS_CELLS]);
  expect(tables.flatMap(({ findings }) => findings.map(({ code }) => code))).not.toContain('stacked-tables');
});

test.each<[string, Rows, string[]]>([
  ['without titles they are called after their columns', [...SHOPS, [], ...GOODS], ['May: 店铺, 金额, 订单', 'May: 商品, 件数']],
  ['a title without a blank row', [...SHOPS, ['按商品'], ...GOODS], ['May: 店铺, 金额, 订单', 'May: 按商品']],
  [
    'three, the last further right',
    [...SHOPS, [], [], ...GOODS, [], ['', '', '', '日期', '访客'], ['', '', '', '2025-06-01', 12], ['', '', '', '2025-06-02', 9]],
    ['May: 店铺, 金额, 订单', 'May: 商品, 件数', 'May: 日期, 访客'],
  ],
  ['one name of two is the same', [['店铺', '金额'], ['甲', 1], ['乙', 2], [], ['商品', '金额'], ['杯', 1], ['盘', 2]], ['May: 店铺, 金额', 'May: 商品, 金额']],
])('%s', async (_name, rows, names) => {
  const tables = await read(rows);
  expect(tables.map(({ name }) => name)).toEqual(names);
  expect(tables.reduce((sum, { totalRows }) => sum + totalRows, 0)).toBe(rows.length);
});

test.each<[string, Rows, boolean]>([
  ['a total', [...SHOPS, [], ['合计', 200.5, 5]], false],
  ['a note of several cells', [...SHOPS, [], ['制表人', '审核人'], ['张三', '李四']], false],
  ['sums with names', [...SHOPS, [], ['项目', '数值'], ['合计', 200.5], ['总计', 200.5]], false],
  ['one row below the names', [...SHOPS, [], ['商品', '件数'], ['杯', 5]], true],
  ['the header again', [...SHOPS, [], ['店铺', '金额', '订单'], ['丙', 1, 1], ['丁', 2, 1]], false],
  ['the names in another order', [...SHOPS, [], ['店铺', '订单', '金额'], ['丙', 1, 1], ['丁', 2, 1]], true],
  ['a further block of the same columns', [['收入', '1月', '2月', '3月'], ['甲', 1, 2, 3], ['乙', 1, 2, 3], [], ['支出', '1月', '2月', '3月'], ['丙', 1, 2, 3], ['丁', 1, 2, 3]], true],
  ['texts only', [...SHOPS, [], [], ['商品', '备注'], ['杯', '好'], ['盘', '坏']], true],
  ['rows that reach beyond the names', [...SHOPS, [], ['商品', '件数'], ['杯', 5, 7], ['盘', 7, 9]], true],
  ['a name that is missing', [...SHOPS, [], ['商品', '', '件数'], ['杯', 1, 5], ['盘', 1, 7]], true],
  ['no table above', [['店铺', '金额'], ['甲', 1], [], ['商品', '件数'], ['杯', 5], ['盘', 7]], true],
  ['the title of a group', [...SHOPS, ['华东'], ['丙', 1, 1], ['丁', 2, 2]], false],
])('%s below a table is no table beyond doubt', async (_name, rows, isTold) => {
  const tables = await read(rows);
  expect(tables.map(({ name, part }) => [name, part])).toEqual([['May', undefined]]);
  expect((tables[0]?.stacked ?? []).length > 0).toBe(isTold);
});

test('each has its own totals, notes and merged names', async () => {
  const days: Rows = [['日期', '访客', '件数'], ['2025-06-01', 5, 1], ['2025-06-02', 7, 2], ['合计', 12, 3], ['导出时间：2025-06-30 10:00']];
  const tables = await read([...SHOPS, ['合计', 200.5, 5], [], ['按日期'], ...days], {}, 'xlsx', ['A6:C6']);
  expect(tables.map(literal)).toEqual([
    SHOP_CELLS,
    [
      ['日期', '访客', '件数'],
      ['2025-06-01', '5', '1'],
      ['2025-06-02', '7', '2'],
    ],
  ]);
  expect(tables.map(({ footer }) => footer.map(({ row }) => row))).toEqual([[4], [10, 11]]);
  expect(tables.map(({ merges }) => merges?.length)).toEqual([0, 1]);
  expect(tables[1]?.findings.find(({ code }) => code === 'footnotes')?.where.row).toBe(11);
});

test('a header of two rows above the first of them stays one', async () => {
  const [first, second] = await read([['店铺', '线上', '', '线下'], ['', '金额', '订单', '金额'], ['甲', 1, 2, 3], ['乙', 4, 5, 6], [], ...GOODS], {}, 'xlsx', ['A1:A2', 'B1:C1']);
  expect([first, second].map((table) => table && literal(table)[0])).toEqual([
    ['店铺', '线上 / 金额', '线上 / 订单', '线下 / 金额'],
    ['商品', '件数'],
  ]);
});

const BOTH = [['日报'], ...SHOPS, [], ['按商品'], ...GOODS];

test.each<[string, ImportOptions, string[]]>([
  ['said to be one table they are one', { splitStacked: false }, ['May']],
  ['told where the table begins, it is one', { preambleRows: 1, headerRows: 1 }, ['May']],
  ['told so for the sheet, it is one', { tables: { May: { headerRows: 1 } } }, ['May']],
  ['one of them may be wanted', { table: 'May: 按商品' }, ['May: 按商品']],
  ['the sheet is wanted: all of it', { table: 'May' }, ['May: 日报', 'May: 按商品']],
])('%s', async (_name, options, names) => {
  for (const type of ['xlsx', 'ods', 'biff8'] as const) expect((await read(BOTH, options, type)).map(({ name }) => name)).toEqual(names);
});

test('said to be one table, a text is one as well', async () => {
  const text = BOTH.map((cells) => `${cells.join(',')}\n`).join('');
  expect((await readBytes('x.csv', text)).tables.map(({ name, part }) => [name, part])).toEqual([
    ['日报', { of: '', header: 2 }],
    ['按商品', { of: '', header: 7 }],
  ]);
  const { tables } = await readBytes('x.csv', text, { splitStacked: false });
  expect(tables.map((table) => [table.name, reconciles(table)])).toEqual([['', true]]);
});

test('what is chosen for one of them leaves the other alone', async () => {
  const tables = await read(BOTH, { tables: { 'May: 按商品': { headerRows: 0 } } });
  expect(tables.map(({ name, headerRows, table }) => [name, headerRows, table.rows])).toEqual([
    ['May: 日报', 1, 2],
    ['May: 按商品', 0, 3],
  ]);
});
