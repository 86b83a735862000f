import { afterEach, describe, expect, it } from 'vitest';
import { imported, stopShops } from './platform-testing.ts';
import { csv } from './testing.ts';

afterEach(stopShops);

describe('what a mapping makes of the first rows', () => {
  it('tells times by the clock of the shop, as the file and the table do, and masks people', async () => {
    const { client } = await imported({
      'youzan.csv': csv(
        '订单号,订单状态,订单创建时间,买家付款时间,运费,订单实付金额,全部商品名称,收货人/提货人,买家手机号',
        'E1,交易完成,2025-06-01 00:10:00,2025-06-01 00:11:00,0.00,98.00,杯子(1件),王芳,13900000001',
      ),
    });
    const { datasets } = await client.call('model.get', {});
    const orders = datasets.find(({ entity }) => entity === 'orders');
    expect(orders?.columns.filter(({ type }) => type === 'instant').map(({ name, example }) => [name, example])).toEqual([
      ['订单创建时间', '2025-06-01 00:10:00'],
      ['买家付款时间', '2025-06-01 00:11:00'],
    ]);
    const { columns, rows, fits, total } = await client.call('model.preview', { entity: 'orders', dataset: orders?.dataset ?? '' });
    const shown = Object.fromEntries(columns.map(({ name }, i) => [name, rows[0]?.[i]]));
    expect(shown).toMatchObject({ platform_order_id: 'E1', placed_at: '2025-06-01 00:10:00', paid_at: '2025-06-01 00:11:00', phone_hash: '13***' });
    expect([fits, total]).toEqual([1, 1]);
  });

  it('fits no row while nothing says which order a row is of', async () => {
    const { client } = await imported({ 'till.csv': csv('no,day,paid', '001,2025-06-02,5.00', '002,2025-06-03,6.00') });
    const [table] = await client.call('datasets.list', {});
    const from = table?.id ?? '';
    const fitting = async (fields: Record<string, string>) => {
      await client.call('model.set', { mapping: { version: 1, entities: [{ entity: 'orders', from, fields }] } });
      const { fits, total } = await client.call('model.preview', { entity: 'orders', dataset: from });
      return [fits, total];
    };
    expect(await fitting({})).toEqual([0, 2]);
    expect(await fitting({ paid_amount: 'paid' })).toEqual([0, 2]);
    expect(await fitting({ platform_order_id: 'no', paid_amount: 'paid' })).toEqual([2, 2]);
  });
});
