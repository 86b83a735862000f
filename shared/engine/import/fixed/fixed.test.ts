import { expect, test } from 'vitest';
import { literal, readBytes, reconciles } from '../../../../tests/support/reading.ts';

test('cells that stand under each other', async () => {
  const text = '订单号      商品      金额\n1001        杯子       5.00\n1002        碗        12.50\n1003        木质 托盘 120.00\n\n1004        盘          8.00\n';
  const parsed = await readBytes('x.txt', text);
  const [table] = parsed.tables;
  expect([parsed.format, table && literal(table)]).toEqual([
    'fixed-width',
    [
      ['订单号', '商品', '金额'],
      ['1001', '杯子', '5.00'],
      ['1002', '碗', '12.50'],
      ['1003', '木质 托盘', '120.00'],
      ['1004', '盘', '8.00'],
    ],
  ]);
  expect(table?.blankRows).toBe(1);
  expect(table && reconciles(table)).toBe(true);
});

test.each<[string, string]>([
  [
    'running text',
    'It was the best of times, it was the worst of times,\nit was the age of wisdom, it was the age of foolishness,\nit was the epoch of belief, it was the epoch of\nincredulity, it was the season of Light, it was the season\nof Darkness\n',
  ],
  ['a list', 'alpha\nbeta\ngamma\ndelta\nepsilon\n'],
  ['a separator', 'a  | b  | c\n1  | 2  | 3\n4  | 5  | 6\n7  | 8  | 9\n'],
])('%s is none', async (_name, text) => {
  expect((await readBytes('x.txt', text).catch(() => ({ format: 'refused' }))).format).not.toBe('fixed-width');
});

test('names that are wider than their columns', async () => {
  const line = (_: unknown, i: number) => ` ${String(i + 1).padStart(5, '0')} 1997${String(101 + (i % 28)).padStart(4, '0')} ${String(1 + (i % 12)).padStart(2)} ${(11.77 + i).toFixed(2).padStart(7)}`;
  const text = [' customer_id  date number_of_cds  dollar_value', ...Array.from({ length: 60 }, line), ''].join('\r\n');
  const [table] = (await readBytes('master.txt', text)).tables;
  expect(table && literal(table).slice(0, 2)).toEqual([
    ['customer_id', 'date', 'number_of_cds', 'dollar_value'],
    ['00001', '19970101', '1', '11.77'],
  ]);
});

const padded = (i: number, amount = (10 + i).toFixed(2)) => `${String(i).padStart(4, '0')}  ${(['Ann Lee', 'Bob', 'Bartholomew'][i % 3] as string).padEnd(14)}${amount.padStart(12)}`;

test.each([50, 5600])('a number that reaches into the column before is not cut: line %i', async (wide) => {
  const lines = Array.from({ length: wide + 10 }, (_, i) => (i === wide ? padded(i, '123456789.50') : padded(i)));
  const text = ['CODE  NAME                AMOUNT', ...lines, ''].join('\n');
  const [table] = (await readBytes('x.txt', text)).tables;
  const rows = table === undefined ? [] : literal(table);
  expect([rows[0], rows[wide + 1], rows[wide + 2]]).toEqual([
    ['CODE', 'NAME', 'AMOUNT'],
    [String(wide).padStart(4, '0'), ['Ann Lee', 'Bob', 'Bartholomew'][wide % 3], '123456789.50'],
    [String(wide + 1).padStart(4, '0'), ['Ann Lee', 'Bob', 'Bartholomew'][(wide + 1) % 3], (11 + wide).toFixed(2)],
  ]);
});

test('a name that reaches into the column behind is not cut', async () => {
  const lines = Array.from({ length: 60 }, (_, i) => (i === 30 ? '0030  Bartholomew Smithsons 1.50' : padded(i)));
  const [table] = (await readBytes('x.txt', ['CODE  NAME                AMOUNT', ...lines, ''].join('\n'))).tables;
  expect(table && literal(table)[31]).toEqual(['0030', 'Bartholomew Smithsons', '1.50']);
});

test('names longer than the numbers below them', async () => {
  const lines = Array.from({ length: 60 }, (_, i) => `${String(i).padStart(4, '0')}  Ann Lee   ${String(7).padStart(3)}  ${(i === 30 ? '1234567.50' : '10.00').padStart(10)}`);
  const [table] = (await readBytes('x.txt', ['CODE  NAME      QTY      AMOUNT', ...lines, ''].join('\n'))).tables;
  const rows = table === undefined ? [] : literal(table);
  expect([rows[0], rows[1], rows[31]]).toEqual([
    ['CODE', 'NAME', 'QTY', 'AMOUNT'],
    ['0000', 'Ann Lee', '7', '10.00'],
    ['0030', 'Ann Lee', '7', '1234567.50'],
  ]);
});

test('a line end that lies across two pieces is one', async () => {
  // Lines of 32 bytes behind one of 33: the return is the last byte of the first MiB.
  const lines = Array.from({ length: 33_000 }, (_, i) => `${String(i).padStart(6, '0')}  Ann Lee   ${String(i % 1000).padStart(12)}`);
  const text = ['CODE    NAME             AMOUNT', ...lines, ''].join('\r\n');
  expect([text.charCodeAt((1 << 20) - 1), text.charCodeAt(1 << 20)]).toEqual([13, 10]);
  const [table] = (await readBytes('x.txt', text)).tables;
  expect([table?.blankRows, table?.totalRows, table?.table.rows, table?.table.origin.row.at(-1)]).toEqual([0, 33_001, 33_000, 33_001]);
});
