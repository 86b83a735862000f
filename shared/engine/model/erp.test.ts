import { describe, expect, it } from 'vitest';
import type { Cell } from '#contract/values';
import { build, pick, type Sheet, sheet } from '../../../tests/support/model.ts';
import { proposeMappings } from './index.ts';

const WANGDIANTONG = ['订单编号', '原始单号', '订单状态', '客户网名', '交易时间', '付款时间', '商家编码', '货品数量', '货品成交总价', '货品成本'];

/** A row of 旺店通: one product of an order. */
const row = (erpId: string, number: string, sku: string, amount: number, state = '已发货'): Cell[] => [erpId, number, state, 'n1', '2025-06-01 02:00:00', '2025-06-01 02:01:00', sku, 1, amount, 5];

describe('states of an ERP', () => {
  it('call cancelled what was paid before', () => {
    const canonical = build([sheet(WANGDIANTONG, [row('JY1', 'A', 'CUP', 20, '已取消'), row('JY2', 'B', 'CUP', 20)])]);
    expect(pick(canonical, 'orders', ['platform_order_id', 'order_status', 'is_paid'])).toEqual([
      ['A', 'cancelled', 1],
      ['B', 'shipped', 1],
    ]);
  });

  it('are not asked about where they name orders that live on in others', () => {
    const asked = (item: Sheet) =>
      proposeMappings([{ ...item, name: item.id }], { version: 1, entities: [] }, {}, { timeZone: 'Asia/Shanghai', currency: 'CNY', knownCurrencies: [] }).questions.map(({ id }) => id);
    const states = [row('JY1', 'A', 'CUP', 20, '被拆分'), row('JY2', 'B', 'CUP', 20, '被合并'), row('JY3', 'C', 'CUP', 20, '飞走了')];
    expect(asked(sheet(WANGDIANTONG, states))).toEqual(['status:other:飞走了']);
    const jushuitan = sheet(['内部订单号', '线上订单号', '商品编码', '下单时间', '状态'], [['9001', 'A', 'CUP', '2025-06-01 02:00:00', '被拆分']]);
    expect(jushuitan.template).toBe('jushuitan-orders');
    expect(asked(jushuitan)).toEqual([]);
  });
});
