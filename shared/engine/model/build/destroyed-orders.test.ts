import { expect, test } from 'vitest';
import { build, sheet } from '../../../../tests/support/model.ts';

const ORDERS = ['订单编号', '买家会员名', '买家应付货款', '买家实际支付金额', '订单状态', '订单创建时间', '订单付款时间'];
const order = (id: string, amount: number) => [id, 'anna', amount, amount, '交易成功', '2025-06-01 02:00:00', '2025-06-01 02:01:00'];

test('orders whose numbers end in the zeros of Excel are held back, not merged', () => {
  const { tables, heldBack } = build([sheet(ORDERS, [order('2145678901234567891', 10), order('2145678901234560000', 20), order('2145678901234560000', 30), order('2145678901234570000', 40)])]);
  expect(tables.get('orders')?.rows).toBe(1);
  expect(heldBack.map(({ entity, rows }) => [entity, rows])).toContainEqual(['orders', 3]);
});
