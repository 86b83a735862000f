import { expect, test } from 'vitest';
import { build, pick, sheet } from '../../../../tests/support/model.ts';

const ORDERS = ['订单编号', '买家会员名', '买家应付货款', '买家实际支付金额', '订单状态', '订单创建时间', '订单付款时间', '店铺名称'];
const order = (id: string, shop: string | null) => [id, 'anna', 10, 10, '交易成功', '2025-06-01 02:00:00', '2025-06-01 02:01:00', shop];
const lines = sheet(
  ['订单编号', '标题', '价格', '购买数量', '商家编码', '子订单编号', '买家应付货款'],
  [
    ['A', 'cup', 10, 1, 'S1', '1', 10],
    ['B', 'pot', 10, 1, 'S2', '2', 10],
  ],
);
const shopsOf = (...shops: (string | null)[]) => {
  const built = build([
    sheet(
      ORDERS,
      shops.map((shop, i) => order('ABC'[i] as string, shop)),
    ),
    lines,
  ]);
  return [pick(built, 'orders', ['shop_id']).flat(), built.tables.get('order_lines')?.rows];
};

test.each([
  ['one of several shops, blank where it names none', ['甲店', '乙店', null], ['甲店', '乙店', 'main']],
  ['the only shop', ['甲店', '甲店', '甲店'], ['main', 'main', 'main']],
])('orders of a sheet that names %s', (_, shops, expected) => {
  expect(shopsOf(...shops)).toEqual([expected, 2]);
});
