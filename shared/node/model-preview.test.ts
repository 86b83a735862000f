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

  it('claims of sheets that state refunds, of lines, products and returns only the rows that the model makes something of', async () => {
    const ORDERS = '订单编号,买家会员名,买家应付货款,买家应付邮费,买家实际支付金额,订单状态,订单创建时间,订单付款时间';
    const ITEMS = '订单编号,子订单编号,标题,价格,购买数量,商家编码,买家应付货款,买家实际支付金额,订单状态,退款状态,退款金额';
    const orderRow = (id: string) => `${id},anna,50.00,0.00,50.00,交易成功,2025-06-01 02:00:00,2025-06-01 02:01:00`;
    const item = (order: string, line: string, sku: string, state: string, refunded = '0.00') => `${order},${line},杯子,50.00,1,${sku},50.00,50.00,交易成功,${state},${refunded}`;
    const fittingOf = async (items: readonly string[]) => {
      const { client } = await imported({
        'ExportOrderList.csv': csv(ORDERS, orderRow('3000000000000000011'), orderRow('3000000000000000022')),
        'ExportOrderDetailList.csv': csv(ITEMS, ...items),
      });
      const { datasets } = await client.call('model.get', {});
      const found = new Map<string, readonly number[]>();
      for (const { dataset, entity } of datasets.filter(({ entity }) => entity !== 'orders')) {
        const { fits, total } = await client.call('model.preview', { entity, dataset });
        found.set(entity, [fits, total]);
      }
      return Object.fromEntries(found);
    };
    const quiet = [item('3000000000000000011', '3000000000000000011', 'CUP', '没有申请退款'), item('3000000000000000022', '3000000000000000022', '', '没有申请退款')];
    expect(await fittingOf(quiet)).toEqual({ order_lines: [2, 2], products: [1, 2], returns: [0, 2] });
    const orphan = item('3000000000000000033', '3000000000000000033', 'CUP', '退款成功', '50.00');
    const refunded = item('3000000000000000022', '3000000000000000044', 'TEA', '退款成功', '50.00');
    expect(await fittingOf([...quiet, orphan, refunded])).toEqual({ order_lines: [3, 4], products: [3, 4], returns: [1, 4] });
  });

  it('claims of a sheet of customers those who ordered', async () => {
    const { client } = await imported({
      'olist_orders_dataset.csv': csv(
        'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date',
        'o1,c1,delivered,2017-10-02 10:56:33,2017-10-02 11:07:15,2017-10-04 19:55:00,2017-10-10 21:25:13,2017-10-18 00:00:00',
      ),
      'olist_customers_dataset.csv': csv('customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state', 'c1,p1,01151,sao paulo,SP', 'c2,p2,14409,franca,SP'),
      'clients.csv': csv('customer_id,city', 'c1,sao paulo', 'c9,nowhere'),
    });
    const from = (await client.call('datasets.list', {})).find(({ name }) => name === 'clients')?.id ?? '';
    const { datasets } = await client.call('model.get', {});
    const customers = datasets.find(({ entity }) => entity === 'customers');
    const fits = async (dataset: string) => {
      const preview = await client.call('model.preview', { entity: 'customers', dataset });
      return [preview.fits, preview.total];
    };
    expect(await fits(customers?.dataset ?? '')).toEqual([1, 2]);
    // Without a number of the person behind it nobody there is known before.
    await client.call('model.set', {
      mapping: {
        version: 1,
        entities: [...datasets.map(({ mapping }) => mapping), { entity: 'customers', from, fields: { platform: { const: 'olist' }, customer_ref: 'customer_id', city: 'city' } }],
      },
    });
    expect(await fits(from)).toEqual([1, 2]);
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
    // Without a day it makes no orders, it only completes those of other tables.
    expect(await fitting({ platform_order_id: 'no', paid_amount: 'paid' })).toEqual([0, 2]);
    expect(await fitting({ platform_order_id: 'no', paid_amount: 'paid', paid_at: 'day' })).toEqual([2, 2]);
  });
});
