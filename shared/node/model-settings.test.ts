import { afterEach, describe, expect, it } from 'vitest';
import { csv, type TestShop, testShop } from './testing.ts';

let open: TestShop | null = null;
afterEach(() => {
  open?.stop();
  open = null;
});

async function shop(files: Readonly<Record<string, string>>) {
  open = await testShop(files);
  const { client, query } = open;
  return { query, call: client.call };
}

const TAOBAO = csv(
  '订单编号,买家会员名,买家应付货款,买家应付邮费,买家实际支付金额,订单状态,订单创建时间,订单付款时间,收货地址',
  '1001,anna,120,10,130,交易成功,2025-06-02 01:20:00,2025-06-02 01:30:00,浙江省 杭州市',
  '1002,ben,60,0,60,交易成功,2025-06-02 12:00:00,2025-06-02 12:01:00,浙江省 杭州市',
);
const SHOPIFY = csv(
  'Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Refunded Amount',
  '#1,a@example.com,paid,2025-06-01 20:00:00 +0000,USD,10.01,1.00,0,11.01,2025-06-01 19:00:00 +0000,1,Cup,6.00,CUP,0',
  '#1,a@example.com,,,,,,,,,1,Tea,4.01,TEA,',
  '#2,b@example.com,partially_refunded,2025-06-10 20:00:00 +0000,USD,20.00,0,0,20.00,2025-06-10 19:00:00 +0000,1,Cup,20.00,CUP,5.00',
);
const DAYS = 'SELECT platform_order_id, placed_date, paid_date, sales_amount FROM orders ORDER BY platform_order_id';

describe('shop settings', () => {
  it('say what each shop is, before anything is set', async () => {
    const { call, query } = await shop({ 'taobao.csv': TAOBAO });
    const { timeZones, ...settings } = await call('model.settings', {});
    expect(settings).toEqual({
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      shops: [
        {
          platform: 'tmall',
          platformTitle: { en: 'Tmall', zh: '天猫' },
          shop: 'main',
          name: null,
          currency: 'CNY',
          timeZone: 'Asia/Shanghai',
          dayCutoffMinutes: 0,
          revenueBasis: 'goods',
          orders: 2,
          set: {},
        },
      ],
      rates: [],
      missingRates: [],
    });
    expect(timeZones).toContain('Asia/Shanghai');
    expect(await query('SELECT * FROM shops')).toEqual([['tmall', 'main', null, 'CNY', 'Asia/Shanghai', 0, 'goods']]);
  });

  it('can be given by a plan', async () => {
    const { call, query } = await shop({ 'taobao.csv': TAOBAO });
    await call('plan.run', { plan: { version: 1, settings: { shops: [{ platform: 'tmall', shop: 'main', dayCutoffMinutes: 120 }] } }, folder: '.' });
    expect(await query(DAYS)).toEqual([
      ['1001', '2025-06-01', '2025-06-01', 120_0000],
      ['1002', '2025-06-02', '2025-06-02', 60_0000],
    ]);
  });

  it('move the business day by the cut-off, as one operation that can be undone', async () => {
    const { call, query } = await shop({ 'taobao.csv': TAOBAO });
    const before = [
      ['1001', '2025-06-02', '2025-06-02', 120_0000],
      ['1002', '2025-06-02', '2025-06-02', 60_0000],
    ];
    expect(await query(DAYS)).toEqual(before);
    await call('model.configure', { shops: [{ platform: 'tmall', shop: 'main', dayCutoffMinutes: 120, name: '鹿鸣' }] });
    const after = [['1001', '2025-06-01', '2025-06-01', 120_0000], before[1]];
    expect(await query(DAYS)).toEqual(after);
    expect(await query('SELECT shop_name, day_cutoff_min FROM shops')).toEqual([['鹿鸣', 120]]);
    await call('history.undo', {});
    expect(await query(DAYS)).toEqual(before);
    await call('history.redo', {});
    expect(await query(DAYS)).toEqual(after);
    await call('model.configure', { shops: [{ platform: 'tmall', shop: 'main', dayCutoffMinutes: null }] });
    expect(await query(DAYS)).toEqual(before);
    expect((await call('model.settings', {})).shops[0]?.set).toEqual({ name: '鹿鸣' });
  });

  it('tell days in the zone of the shop', async () => {
    const { call, query } = await shop({ 'shopify.csv': SHOPIFY });
    expect(await query(DAYS)).toEqual([
      ['#1', '2025-06-01', '2025-06-01', 10_0100],
      ['#2', '2025-06-10', '2025-06-10', 20_0000],
    ]);
    await call('model.configure', { shops: [{ platform: 'shopify', shop: 'main', timeZone: 'Asia/Tokyo' }] });
    expect(await query(DAYS)).toEqual([
      ['#1', '2025-06-02', '2025-06-02', 10_0100],
      ['#2', '2025-06-11', '2025-06-11', 20_0000],
    ]);
  });

  it('count goods, or all that was paid', async () => {
    const { call, query } = await shop({ 'taobao.csv': TAOBAO });
    await call('model.configure', { shops: [{ platform: 'tmall', shop: 'main', revenueBasis: 'paid' }] });
    expect(await query('SELECT platform_order_id, goods_amount, sales_amount FROM orders ORDER BY platform_order_id')).toEqual([
      ['1001', 120_0000, 130_0000],
      ['1002', 60_0000, 60_0000],
    ]);
  });

  it.each([
    [{ currency: 'yuan' }, /no currency code: yuan/],
    [{ timeZone: 'Mars/Olympus' }, /unknown time zone/],
    [{ shops: [{ platform: 'tmall', shop: 'main', dayCutoffMinutes: 1440 }] }, /no minute of the day/],
    [{ shops: [{ platform: 'tmall', shop: 'other' }] }, /there is no shop tmall:other/],
    [{ rates: [{ date: '2025-02-30', currency: 'USD', rate: 7 }] }, /no day/],
    [{ rates: [{ date: '2025-02-28', currency: 'USD', rate: 0 }] }, /no exchange rate/],
    [{ rates: [{ date: '2025-02-28', currency: 'CNY', rate: 1 }] }, /reporting currency itself/],
  ])('refuse %j and change nothing', async (change, message) => {
    const { call } = await shop({ 'taobao.csv': TAOBAO });
    const before = await call('history.list', {});
    await expect(call('model.configure', change as never)).rejects.toThrow(message);
    expect(await call('history.list', {})).toEqual(before);
  });
});

describe('exchange rates', () => {
  it('hold back what they do not reach, with all that hangs on it, and convert the rest to the last unit', async () => {
    const { call, query } = await shop({ 'taobao.csv': TAOBAO, 'shopify.csv': SHOPIFY });
    expect(await query('SELECT count(*), sum(sales_amount) FROM orders')).toEqual([[2, 180_0000]]);
    const model = await call('model.get', {});
    expect(model.heldBack.map(({ entity, rows, reason }) => [entity, rows, reason.en])).toEqual([
      ['orders', 2, 'no exchange rate for USD on their day'],
      ['order_lines', 3, 'their order is held back'],
    ]);
    // The days are those of the workspace's zone: 20:00 UTC is the next day in Shanghai.
    expect((await call('model.settings', {})).missingRates).toEqual([{ currency: 'USD', from: '2025-06-02', to: '2025-06-11', orders: 2 }]);
    // Of each shop as many orders are told as the model has.
    expect((await call('model.settings', {})).shops.map(({ platform, orders }) => [platform, orders])).toEqual([
      ['tmall', 2],
      ['shopify', 0],
    ]);
    expect(await query('SELECT count(*) FROM returns')).toEqual([[0]]);

    await call('model.configure', {
      rates: [
        { date: '2025-06-05', currency: 'USD', rate: 7.2 },
        { date: '2025-06-11', currency: 'USD', rate: 7.15 },
      ],
    });
    expect(await query(DAYS)).toEqual([
      ['#2', '2025-06-11', '2025-06-11', 143_0000],
      ['1001', '2025-06-02', '2025-06-02', 120_0000],
      ['1002', '2025-06-02', '2025-06-02', 60_0000],
    ]);
    expect((await call('model.settings', {})).missingRates).toEqual([{ currency: 'USD', from: '2025-06-02', to: '2025-06-02', orders: 1 }]);

    await call('model.configure', {
      rates: [
        { date: '2025-06-11', currency: 'USD', rate: 7.15 },
        { date: '2025-06-01', currency: 'USD', rate: 7.18345 },
      ],
    });
    // 10.01 × 7.18345 = 71.9063345: half-even at the fourth place.
    expect(await query("SELECT platform_order_id, currency, fx_rate, sales_amount, paid_amount FROM orders WHERE platform = 'shopify' ORDER BY 1")).toEqual([
      ['#1', 'USD', 7.18345, 71_9063, 79_0898],
      ['#2', 'USD', 7.15, 143_0000, 143_0000],
    ]);
    expect(await query("SELECT sku, unit_price, line_sales FROM order_lines WHERE order_key = 'shopify:main:#1' ORDER BY sku")).toEqual([
      ['CUP', 43_1007, 43_1007],
      ['TEA', 28_8056, 28_8056],
    ]);
    expect(await query('SELECT order_key, refund_amount FROM returns')).toEqual([['shopify:main:#2', 35_7500]]);
    expect(await query('SELECT * FROM fx_rates')).toEqual([
      ['2025-06-01', 'USD', 7.18345],
      ['2025-06-11', 'USD', 7.15],
    ]);
    const { total } = await call('metrics.query', { ids: ['sales', 'orders', 'line_sales_m'], from: '2025-06-01', to: '2025-06-30' });
    expect([total.sales?.value, total.orders?.value, total.line_sales_m?.value]).toEqual([180_0000 + 71_9063 + 143_0000, 4, 71_9063 + 143_0000]);
    expect((await call('model.get', {})).heldBack).toEqual([]);
  });

  it('are not needed in a shop of one currency, which is then the currency of the reports', async () => {
    const { call, query } = await shop({ 'shopify.csv': SHOPIFY });
    expect((await call('model.settings', {})).currency).toBe('USD');
    expect(await query('SELECT count(*), sum(sales_amount) FROM orders')).toEqual([[2, 30_0100]]);
  });
});
