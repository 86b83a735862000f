import * as XLSX from '@e965/xlsx';
import { expect, test, vi } from 'vitest';
import { literal, readBytes, reconciles } from '../../../../tests/support/reading.ts';
import { Dictionary } from '../../table/dictionary.ts';

const FIRST = 'index,DATE,CUSTOMER,SKU,PCS,RATE\n0,2021-06-05,Revathy,A-1,1,616.56\n1,2021-06-06,Revathy,A-2,2,300\n';

const DAYS = Array.from({ length: 10 }, (_, i) => `2024-01-${10 + i},brand,${i}.50\n`).join('');

test.each<[string, string, number[]]>([
  ['a second header in another order', `${FIRST}2,CUSTOMER,DATE,SKU,RATE,Stock\n3,Revathy,2021-06-07,A-1,616.56,8\n`, [4]],
  ['a header with other names', `${FIRST}index,DATE,CUSTOMER,SKU,Refund,Reason\n3,2021-06-07,Revathy,A-1,5,late\n`, [4]],
  ['a block under one name before it', `${FIRST}2,SKU,,,,\n3,A-1,,,,\n4,CUSTOMER,DATE,SKU,RATE,Stock\n5,Revathy,2021-06-07,A-1,616.56,8\n`, [4, 6]],
  ['one known name among new ones where numbers and dates stand', `Date,Campaign,Cost\n${DAYS}Date,Keyword,Clicks\n${DAYS}`, [12]],
  ['a row of words where numbers stand, without a known name', `Date,Campaign,Cost\n${DAYS}none,nothing,unknown\n${DAYS}`, []],
  ['the header repeated', `${FIRST}index,DATE,CUSTOMER,SKU,PCS,RATE\n3,2021-06-07,Revathy,A-1,5,7\n`, []],
  ['a lone name', `${FIRST}2,SKU,,,,\n3,A-1,,,,\n`, []],
  ['rows that all read so', 'name,unit,kind\nunit,name,kind\nkind,unit,name\n1,2,3\n', []],
  ['names among data', `${FIRST}2,2021-06-07,CUSTOMER,SKU,5,7\n`, []],
  ['numbers as names', 'size,1,2,3\na,3,1,2\nb,2,3,1\n', []],
])('%s: the rows are said and none is lost', async (_name, text, rows) => {
  // In so small a table the header with more known names would be taken for the first.
  const [table] = (await readBytes('x.csv', text, { preambleRows: 0, headerRows: 1 })).tables;
  if (table === undefined) throw new Error('no table');
  expect(reconciles(table)).toBe(true);
  const findings = table.findings.filter(({ code }) => code === 'stacked-tables');
  expect(findings.map(({ severity, where }) => [severity, where.row])).toEqual(rows.slice(0, 1).map((row) => ['warning', row]));
  for (const row of rows) expect(findings[0]?.message.zh).toContain(String(row));
});

const SPLIT = { preambleRows: 0, headerRows: 1, splitStacked: true };

test('asked to, it takes the tables apart, each under its own header, and every row is somewhere', async () => {
  const { tables } = await readBytes('x.csv', `${FIRST}2,SKU,,,,\n3,A-1,,,,\n4,CUSTOMER,DATE,SKU,RATE,Stock\n5,Revathy,2021-06-07,A-1,616.56,8\nbroken\n6,Revathy,2021-06-08,A-2,300,9\n`, SPLIT);
  expect(tables.map(({ name, table: { origin } }) => [name, [...origin.row]])).toEqual([
    ['index, DATE, CUSTOMER', [2, 3]],
    ['index, SKU', [5]],
    ['index, CUSTOMER, DATE', [7, 9]],
  ]);
  expect(tables.map(literal)[1]).toEqual([
    ['index', 'SKU'],
    ['3', 'A-1'],
  ]);
  expect(tables.map(literal)[2]).toEqual([
    ['index', 'CUSTOMER', 'DATE', 'SKU', 'RATE', 'Stock'],
    ['5', 'Revathy', '2021-06-07', 'A-1', '616.56', '8'],
    ['6', 'Revathy', '2021-06-08', 'A-2', '300', '9'],
  ]);
  expect(tables.map(({ setAside }) => setAside.map(({ row }) => row))).toEqual([[], [], [8]]);
  expect(tables.every(reconciles)).toBe(true);
  expect(tables.reduce((sum, { totalRows }) => sum + totalRows, 0)).toBe(9);
  expect(tables.flatMap(({ findings }) => findings.map(({ code }) => code))).not.toContain('stacked-tables');
});

test('one of the parts may be asked for; a table without another in it stays as it is', async () => {
  const text = `${FIRST}2,CUSTOMER,DATE,SKU,RATE,Stock\n3,Revathy,2021-06-07,A-1,616.56,8\n`;
  expect((await readBytes('x.csv', text, { ...SPLIT, table: 'index, CUSTOMER, DATE' })).tables.map(({ table }) => table.rows)).toEqual([1]);
  expect((await readBytes('x.csv', FIRST, SPLIT)).tables.map(({ name, table }) => [name, table.rows])).toEqual([['', 2]]);
});

test('a sheet is taken apart like a text', async () => {
  const rows = `${FIRST}2,CUSTOMER,DATE,SKU,RATE,Stock\n3,Revathy,2021-06-07,A-1,616.56,8\n`
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'May');
  const { tables } = await readBytes('x.xlsx', new Uint8Array(XLSX.write(book, { bookType: 'xlsx', type: 'array' }) as ArrayBuffer), SPLIT);
  expect(tables.map(({ name, table }) => [name, table.rows])).toEqual([
    ['May: index, DATE, CUSTOMER', 2],
    ['May: index, CUSTOMER, DATE', 1],
  ]);
});

test('a column is judged once, however many rows hold a name', async () => {
  const text = `kind,unit,size\n${Array.from({ length: 1500 }, (_, i) => `kind,word ${i},other ${i}\n`).join('')}`;
  const asked = vi.spyOn(Dictionary.prototype, 'text');
  await readBytes('x.csv', text, { preambleRows: 0, headerRows: 1 });
  // Each text a few times; judged with every row it would be millions.
  expect(asked.mock.calls.length).toBeLessThan(50_000);
  asked.mockRestore();
});
