import { expect, test } from 'vitest';
import { literal, readBytes, reconciles } from '../../../../tests/support/reading.ts';

const tablesOf = async (text: string) => {
  const { tables } = await readBytes('x.csv', text);
  expect(tables.every(reconciles)).toBe(true);
  return tables.map((table) => [table.name, table.table.origin.row[0], literal(table)]);
};

test('GA4: two tables, each under its comment lines', async () => {
  const text = '# ----\n# Traffic\n# Start date: 20260501\nChannel,Sessions\nOrganic,120\nDirect,80\n\n# ----\n# Pages\nPage path,Views,Users\n/,300,200\n/a,20,10\n';
  expect(await tablesOf(text)).toEqual([
    [
      'Traffic',
      5,
      [
        ['Channel', 'Sessions'],
        ['Organic', '120'],
        ['Direct', '80'],
      ],
    ],
    [
      'Pages',
      11,
      [
        ['Page path', 'Views', 'Users'],
        ['/', '300', '200'],
        ['/a', '20', '10'],
      ],
    ],
  ]);
});

test('tables under each other, with a blank line between', async () => {
  expect(await tablesOf('日期,金额\n2025-06-01,5\n2025-06-02,6\n\n\n退款明细\n退款编号,退款金额\nR1,2\n')).toEqual([
    [
      '日期, 金额',
      2,
      [
        ['日期', '金额'],
        ['2025-06-01', '5'],
        ['2025-06-02', '6'],
      ],
    ],
    [
      '退款明细',
      8,
      [
        ['退款编号', '退款金额'],
        ['R1', '2'],
      ],
    ],
  ]);
});

test('tables are told apart by their columns where titles do not', async () => {
  const users = '# ----\n# All Users\n# Start date: 20201022\n\n';
  const more = 'City,Users,New users\nRome,3,1\nBern,2,1\n';
  const text = `${users}City,Users\nRome,3\nBern,2\n\n${more}\n${users}${more.replace('New users', 'Sessions')}\nPage,Views\n/,3\n/a,2\n`;
  const { tables } = await readBytes('x.csv', text);
  expect(tables.map(({ name }) => name)).toEqual(['All Users: City, Users', 'City, Users, New users', 'All Users: City, Users, Sessions', 'Page, Views']);
});

test('tables of the same columns are numbered', async () => {
  const { tables } = await readBytes('x.csv', 'City,Users\nRome,3\n\nPage,Views\n/,3\n\nCity,Users\nBern,2\n');
  expect(tables.map(({ name }) => name)).toEqual(['City, Users', 'Page, Views', 'City, Users (2)']);
});

test('columns without names say nothing of a table', async () => {
  const { tables } = await readBytes('x.csv', 'City,Users,Views\nRome,3,4\n\n,Page,Views\nx,/,3\nx,/a,2\n');
  expect(tables.map(({ name }) => name)).toEqual(['City, Users, Views', 'Page, Views']);
});

test.each<[string, string, string[]]>([
  ['texts below two blank lines, where numbers stood', 'sku,qty\na,1\nb,2\n\n\ncity,state\nX,TX\nY,NY\n', ['sku, qty', 'city, state']],
  ['texts below a title', '订单号,金额\nA1,10\nA2,20\n\n退款表\n退款号,原因\nR1,坏\nR2,少\n', ['订单号, 金额', '退款表']],
  ['the same columns under another title', '日报\n店铺,金额\nA,10\nB,20\n合计,30\n\n周报\n店铺,金额\nA,100\nB,200\n合计,300\n', ['日报', '周报']],
])('%s are a table of their own', async (_name, text, names) => {
  expect((await tablesOf(text)).map(([name]) => name)).toEqual(names);
});

test.each<[string, string]>([
  ['pages of a report', '第1页\nname,n\na,1\n\n第2页\nname,n\nb,2\n'],
  ['names of those who signed', 'name,n\na,1\nb,2\n\n制表人,张三\n审核,李四\n'],
  ['a lone number behind a blank line', 'no,what,sum,\nB1,x,5,\n,,,\n,,6,\nB3,y z,,\nB4,a b,,\n'],
  ['a blank line inside a table', 'name,n\na,1\n\nb,2\nc,3\n'],
  ['a footer after a blank line', 'name,n\na,1\nb,2\n\n合计,3\n'],
  ['the header repeated', 'name,n\na,1\n\nname,n\nb,2\n'],
  ['a text column', 'name,note\na,x\n\nb,y\nc,z\n'],
])('%s is one table', async (_name, text) => {
  expect((await readBytes('x.csv', text)).tables).toHaveLength(1);
});

test('where the table begins can be said: then there is one', async () => {
  expect((await readBytes('x.csv', '日期,金额\n2025-06-01,5\n\n退款编号,退款金额\nR1,2\n', { preambleRows: 0, headerRows: 1 })).tables).toHaveLength(1);
});
