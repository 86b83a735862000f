import { describe, expect, it } from 'vitest';
import type { Cell } from '#contract/values';
import { build, pick, type Sheet, sheet } from '../../../tests/support/model.ts';
import { type Canonical, proposeMappings } from './index.ts';

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

describe('merged orders of an ERP', () => {
  const TAOBAO = ['订单编号', '买家会员名', '买家应付货款', '买家实际支付金额', '订单状态', '订单创建时间', '订单付款时间'];
  const platform = (id: string, amount: number): Cell[] => [id, 'anna', amount, amount, '交易成功', '2025-06-01 02:00:00', '2025-06-01 02:01:00'];
  const ITEMS = ['订单编号', '子订单编号', '标题', '价格', '购买数量', '商家编码', '买家应付货款'];
  const linesOf = (canonical: Canonical) => pick(canonical, 'order_lines', ['order_key', 'sku', 'line_sales', 'unit_cost']);
  const heldBack = (canonical: Canonical) => canonical.heldBack.map(({ entity, rows, reason }) => [entity, rows, reason.en]);
  const UNTOLD = 'their merged ERP order does not say which of its orders they are of';
  const PARTS = [...WANGDIANTONG, '子单原始单号'];
  const parts = sheet(PARTS, [
    [...row('JY1', 'A,B', 'CUP', 20), 'A'],
    [...row('JY1', 'A,B', 'TEA', 30), 'B'],
  ]);
  const whole = sheet(WANGDIANTONG, [row('JY1', 'A,B', 'CUP', 20), row('JY1', 'A,B', 'TEA', 30)]);

  it('are the orders that their lines name', () => {
    const canonical = build([parts]);
    expect(pick(canonical, 'orders', ['order_key', 'sales_amount', 'erp_order_id'])).toEqual([
      ['other:main:A', 20_0000, 'JY1'],
      ['other:main:B', 30_0000, 'JY1'],
    ]);
    expect(linesOf(canonical)).toEqual([
      ['other:main:A', 'CUP', 20_0000, 5_0000],
      ['other:main:B', 'TEA', 30_0000, 5_0000],
    ]);
  });

  it('do not move to the order that is known when the one they name is not', () => {
    expect(linesOf(build([sheet(TAOBAO, [platform('A', 20)]), parts]))).toEqual([
      ['tmall:*:A', 'CUP', 20_0000, 5_0000],
      ['other:main:B', 'TEA', 30_0000, 5_0000],
    ]);
  });

  it('have no lines where nothing says whose they are', () => {
    const canonical = build([sheet(TAOBAO, [platform('A', 20), platform('B', 30)]), whole]);
    expect(pick(canonical, 'orders', ['order_key', 'sales_amount'])).toEqual([
      ['tmall:*:A', 20_0000],
      ['tmall:*:B', 30_0000],
    ]);
    expect(linesOf(canonical)).toEqual([]);
    expect(heldBack(canonical)).toEqual([['order_lines', 2, UNTOLD]]);
  });

  it('tell the cost of lines that the platform told', () => {
    const items = sheet(ITEMS, [
      ['A', 'A-1', 'Cup', 20, 1, 'CUP', 20],
      ['B', 'B-1', 'Tea', 30, 1, 'TEA', 30],
    ]);
    const canonical = build([sheet(TAOBAO, [platform('A', 20), platform('B', 30)]), items, whole]);
    expect(linesOf(canonical)).toEqual([
      ['tmall:*:A', 'CUP', 20_0000, 5_0000],
      ['tmall:*:B', 'TEA', 30_0000, 5_0000],
    ]);
    expect(heldBack(canonical)).toEqual([]);
  });

  it('are the one order that is known where it costs what all of their lines do', () => {
    const known = (amount: number) => build([sheet(TAOBAO, [platform('A', amount)]), whole]);
    expect(linesOf(known(50))).toEqual([
      ['tmall:*:A', 'CUP', 20_0000, 5_0000],
      ['tmall:*:A', 'TEA', 30_0000, 5_0000],
    ]);
    expect(heldBack(known(50))).toEqual([]);
    expect([linesOf(known(20)), heldBack(known(20))]).toEqual([[], [['order_lines', 2, UNTOLD]]]);
  });

  it('hold back lines that may be of the order that is not known', () => {
    const items = sheet(ITEMS, [['A', 'A-1', 'Cup', 20, 1, 'CUP', 20]]);
    const canonical = build([sheet(TAOBAO, [platform('A', 20)]), items, whole]);
    expect(linesOf(canonical)).toEqual([['tmall:*:A', 'CUP', 20_0000, 5_0000]]);
    expect(heldBack(canonical)).toEqual([['order_lines', 2, UNTOLD]]);
  });

  it('count as one order where none of them is known, and say so', () => {
    const canonical = build([whole]);
    expect(pick(canonical, 'orders', ['order_key', 'sales_amount'])).toEqual([['other:main:A', 50_0000]]);
    expect(canonical.notes.map(({ en }) => en)).toEqual(['Merged ERP orders that do not say which line is of which order: 1, such as A, B; each counts as one order']);
  });
});
