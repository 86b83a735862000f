import { afterEach, describe, expect, it } from 'vitest';
import { csv, type TestShop, testShop } from './testing.ts';

let open: TestShop | null = null;
afterEach(() => {
  open?.stop();
  open = null;
});

const GOODS = csv('sku,name,price,stock,added', 'A-1,Tea Cup,1234.50,2,2025-06-01', 'A-2,tea pot,,10,2025-06-02', 'A-3,"Cup, red",9.90,1,2025-06-03', 'A-4,Bowl,-12.00,3,2025-06-03');
const ORDERS = csv(
  '订单编号,买家会员名,买家应付货款,买家应付邮费,买家实际支付金额,订单状态,订单创建时间,订单付款时间,收货人姓名,收货地址,联系手机,订单备注',
  '1001,tb1301_510,120,10,130,交易成功,2025-06-01 10:00:00,2025-06-01 10:01:00,张三丰,浙江省 杭州市 西湖区,13912345678,送前请打 13612345678',
  '1002,anna,60,0,60,交易成功,2025-06-02 23:00:00,2025-06-02 23:01:00,李四,广东省 深圳市 南山区,13800000001,',
);

async function shop(files: Readonly<Record<string, string>> = { 'goods.csv': GOODS }) {
  open = await testShop(files);
  return open.client.call;
}

const skus = (page: { columns: readonly { name: string; values: unknown }[] }) => page.columns.find(({ name }) => name === 'sku')?.values;

describe('a table in an order that is only looked at', () => {
  it('has its rows by the column, empty ones last both ways, each with the number of its file', async () => {
    const call = await shop();
    const up = await call('datasets.page', { dataset: 'goods', sort: { column: 'price', descending: false } });
    expect([skus(up), up.origin.row]).toEqual([
      ['A-4', 'A-3', 'A-1', 'A-2'],
      [5, 4, 2, 3],
    ]);
    const down = await call('datasets.page', { dataset: 'goods', sort: { column: 'price', descending: true }, offset: 1, limit: 3, columns: ['sku'] });
    expect([down.columns.map(({ name }) => name), skus(down), down.total]).toEqual([['sku'], ['A-3', 'A-4', 'A-2'], 4]);
  });

  it('changes nothing, and a column that is not there orders nothing', async () => {
    const call = await shop();
    const { cursor } = await call('history.list', {});
    await call('datasets.page', { dataset: 'goods', sort: { column: 'price', descending: true } });
    expect((await call('history.list', {})).cursor).toBe(cursor);
    expect(skus(await call('datasets.page', { dataset: 'goods', sort: { column: 'nothing', descending: true } }))).toEqual(['A-1', 'A-2', 'A-3', 'A-4']);
  });

  it('orders what a step changed, before and after alike', async () => {
    const call = await shop();
    await call('recipe.set', { dataset: 'goods', steps: [{ step: 'derive', version: 1, params: { column: 'name', expression: "[name] & '!'" } }] });
    const page = await call('datasets.page', { dataset: 'goods', step: 1, view: 'changed', sort: { column: 'stock', descending: true } });
    expect([skus(page), page.before?.find(({ name }) => name === 'name')?.values]).toEqual([
      ['A-2', 'A-4', 'A-1', 'A-3'],
      ['tea pot', 'Bowl', 'Tea Cup', 'Cup, red'],
    ]);
  });
});

describe('finding in a table', () => {
  it.each([
    ['tea', 2, 0, 'name'],
    ['CUP', 2, 0, 'name'],
    ['1,234', 1, 0, 'price'],
    ['1234.5', 1, 0, 'price'],
    ['-12', 1, 3, 'price'],
    ['2025-06-03', 2, 2, 'added'],
    ['nowhere', 0, undefined, undefined],
    ['', 0, undefined, undefined],
  ])('%s: %i cells', async (text, total, row, column) => {
    const call = await shop();
    const found = await call('datasets.find', { dataset: 'goods', text });
    expect([found.total, found.match?.row, found.match?.column]).toEqual([total, row, column]);
  });

  it('goes round in the order that is shown, in the columns that are shown, from the cell one stands on', async () => {
    const call = await shop();
    const view = { dataset: 'goods', text: '2', columns: ['stock', 'price', 'sku'], sort: { column: 'price', descending: false } } as const;
    const cells = [];
    for (let n = 0; n < 5; n++) cells.push((await call('datasets.find', { ...view, n })).match);
    expect(cells).toEqual([
      { n: 0, row: 0, column: 'price' },
      { n: 1, row: 2, column: 'stock' },
      { n: 2, row: 2, column: 'price' },
      { n: 3, row: 3, column: 'sku' },
      { n: 0, row: 0, column: 'price' },
    ]);
    expect((await call('datasets.find', { ...view, from: { row: 2, column: 'price' } })).match).toEqual({ n: 2, row: 2, column: 'price' });
    expect((await call('datasets.find', { ...view, from: { row: 3, column: 'sku' } })).match?.n).toBe(3);
    expect((await call('datasets.find', { ...view, n: -1 })).match?.n).toBe(3);
  });

  it('cannot find people by what a mask hides, but by what it shows', async () => {
    const call = await shop({ 'taobao.csv': ORDERS });
    const count = async (text: string, reveal = false) => (await call('datasets.find', { dataset: 'taobao', text, reveal, local: true })).total;
    expect([await count('三丰'), await count('三丰', true)]).toEqual([0, 1]);
    expect([await count('13612345678'), await count('2345'), await count('13612345678', true)]).toEqual([0, 0, 1]);
    expect([await count('张'), await count('136****'), await count('西湖'), await count('西湖', true)]).toEqual([1, 1, 0, 1]);
  });

  it('finds times by the clock of the shop', async () => {
    const call = await shop({ 'taobao.csv': ORDERS });
    expect((await call('datasets.find', { dataset: 'taobao', text: '06-02 23:00', local: true })).total).toBe(1);
    expect((await call('datasets.find', { dataset: 'taobao', text: '06-02 23:00' })).total).toBe(0);
  });
});

describe('cells of a block', () => {
  it('are added up as they are looked at', async () => {
    const call = await shop();
    const sums = await call('datasets.sums', { dataset: 'goods', sort: { column: 'stock', descending: true }, first: 0, last: 1, columns: ['stock'] });
    expect([sums.sum, sums.min, sums.max, sums.numbers]).toEqual([13, 3, 10, 2]);
  });

  it('are told which texts do not fit', async () => {
    const call = await shop();
    const fit = await call('datasets.fit', {
      dataset: 'goods',
      columns: [
        { name: 'price', values: ['¥1,200.00', 'x', ''] },
        { name: 'added', values: ['2025/6/31', '2025/6/30'] },
        { name: 'gone', values: ['1'] },
      ],
    });
    expect(fit.map(({ name, refused }) => [name, refused])).toEqual([
      ['price', [1]],
      ['added', [0]],
    ]);
  });
});
