import { expect, test } from 'vitest';
import { literal, readBytes, reconciles } from '../../../tests/support/reading.ts';

const read = async (text: string) => {
  const [table] = (await readBytes('x.csv', text)).tables;
  if (table === undefined) throw new Error('no table');
  expect(reconciles(table)).toBe(true);
  return table;
};

test('subtotals are left out where they are proven', async () => {
  const table = await read('渠道,商品,金额\nPC,a,10.50\nPC,b,2\n小计,,12.5\n无线,a,7\n小计,,7\n合计,,19.5\n');
  expect(literal(table).slice(1)).toEqual([
    ['PC', 'a', '10.50'],
    ['PC', 'b', '2'],
    ['无线', 'a', '7'],
  ]);
  expect(table.footer.map(({ row, cells }) => [row, cells[0]])).toEqual([
    [4, '小计'],
    [6, '小计'],
    [7, '合计'],
  ]);
  expect(table.findings.map(({ code, where }) => [code, where?.row])).toEqual([['subtotals', 4]]);
});

test('a row that only reads like one is kept and named', async () => {
  const table = await read('channel,amount\nPC,10\nTotal,3\nApp,7\nWeb,1\n');
  expect(table.table.rows).toBe(4);
  expect(table.findings.map(({ code, where }) => [code, where?.row])).toEqual([['subtotals-unproven', 3]]);
});

test.each(['Total: Account', '总计：帐号', 'Total of 2 results'])('“%s” is a total at the end', async (label) => {
  const table = await read(`Day,Cost\n2025-06-01,10\n2025-06-02,3\n${label},13\n`);
  expect(table.table.rows).toBe(2);
  expect(table.footer.map(({ cells }) => cells[0])).toEqual([label]);
});

test('the count of records below a table is a note', async () => {
  const table = await read('Order Number,Item,Sold For\n1,a,5\n2,b,6\n2,record(s) downloaded\n');
  expect([table.table.rows, table.setAside.length, table.footer.length]).toEqual([2, 0, 1]);
});

test('a total is proven by the rows, whatever subtotals stand between them', async () => {
  const table = await read('日期,金额\n2025-06-01,1\n2025-06-02,2\n小计,3\n2025-06-03,4\n2025-06-04,5\n小计,9\n合计,12\n');
  expect(table.table.rows).toBe(4);
  expect(table.reasons.footer).toEqual({ label: '合计', sums: [{ column: '金额', text: '12' }] });
});

test('a total above its rows is left out where two of its numbers prove it', async () => {
  const table = await read('Campaign,Day,Cost,Clicks\n,,5.5,3\na,2025-06-01,2.5,1\nb,2025-06-01,3,2\n');
  expect([table.table.rows, table.footer.map(({ row }) => row), table.findings.map(({ code }) => code)]).toEqual([2, [2], ['total-above']]);
  expect((await read('Campaign,Day,Cost,Clicks\n,2025-06-01,5.5,4\na,2025-06-01,2.5,1\nb,2025-06-01,3,2\n')).table.rows).toBe(3);
});

test('a total that is called so may stand straight below the header', async () => {
  const table = await read('日期,渠道,金额\n合计,,19.5\n2025-06-01,PC,10.5\n2025-06-02,PC,2\n小计,,12.5\n2025-06-03,无线,7\n');
  expect(literal(table).slice(1)).toEqual([
    ['2025-06-01', 'PC', '10.5'],
    ['2025-06-02', 'PC', '2'],
    ['2025-06-03', '无线', '7'],
  ]);
  expect(table.footer.map(({ row, cells }) => [row, cells[0]])).toEqual([
    [2, '合计'],
    [5, '小计'],
  ]);
  const other = await read('日期,渠道,金额\n合计,,20\n2025-06-01,PC,10.5\n2025-06-02,PC,2\n2025-06-03,无线,7\n');
  expect([other.table.rows, other.findings.map(({ code, where }) => [code, where?.row])]).toEqual([4, [['subtotals-unproven', 2]]]);
});

test('a header printed again is set aside', async () => {
  const table = await read('订单编号,金额\n1,5\n订单编号,金额\n2,6\n');
  expect(literal(table).slice(1)).toEqual([
    ['1', '5'],
    ['2', '6'],
  ]);
  expect(table.setAside.map(({ row, reason }) => [row, reason.en])).toEqual([[3, 'the header again']]);
});
