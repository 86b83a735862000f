import { expect, test } from 'vitest';
import { tableOf } from '../table/table.ts';
import { proposeMappings } from './propose.ts';

const mapped = (headers: Parameters<typeof tableOf>[0]) => {
  const table = tableOf(headers, [headers.map(([, type]) => (type === 'money' || type === 'int' ? 1 : '2025-06-01 10:00:00'))]);
  const { datasets } = proposeMappings([{ id: 'd', name: 'd', template: null, table }], { version: 1, entities: [] }, {});
  return Object.fromEntries(datasets.map(({ mapping }) => [mapping.entity, mapping.fields]));
};

test('names below a merged one count as they stand', () => {
  expect(
    mapped([
      ['订单信息 / 订单编号', 'id'],
      ['订单信息 / 下单时间', 'instant'],
      ['订单信息 / 付款时间', 'instant'],
      ['商品信息 / 商家编码', 'id'],
      ['商品信息 / 数量', 'int'],
      ['金额（元） / 实付金额', 'money'],
    ]),
  ).toMatchObject({ orders: { platform_order_id: '订单信息 / 订单编号', placed_at: '订单信息 / 下单时间', paid_at: '订单信息 / 付款时间', paid_amount: '金额（元） / 实付金额' } });
});

test('a name that stands below several merged ones says nothing', () => {
  const { orders } = mapped([
    ['订单编号', 'id'],
    ['下单时间', 'instant'],
    ['本店 / 实付金额', 'money'],
    ['平台 / 实付金额', 'money'],
  ]);
  expect(orders).not.toHaveProperty('paid_amount');
});
