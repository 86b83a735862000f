import { describe, expect, it } from 'vitest';
import type { Cell } from '#contract/values';
import { build, pick, sheet } from '../../../tests/support/model.ts';

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
});
