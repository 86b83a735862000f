import { describe, expect, it } from 'vitest';
import type { Cell } from '#contract/values';
import { build, pick, type Sheet, sheet } from '../../../tests/support/model.ts';

const ORDERS = ['订单编号', '买家会员名', '买家应付货款', '买家应付邮费', '买家实际支付金额', '订单状态', '订单创建时间', '订单付款时间', '退款金额'];
const order = (id: string, paid: number, refunded: number | null): Cell[] => [id, 'anna', paid, 0, paid, '交易成功', '2025-06-01 02:00:00', '2025-06-01 02:01:00', refunded];
const ITEMS = ['子订单编号', '标题', '价格', '购买数量', '商家编码', '买家应付货款', '退款状态', '退款金额'];
const item = (orderId: string, line: string, sku: string, amount: number, status: string, refunded: number | null): Cell[] => [orderId, line, sku, amount, 1, sku, amount, status, refunded];
const REFUNDS = ['退款编号', '订单编号', '买家退款金额', '退款状态', '退款的申请时间', '退款完结时间', '商品编码'];
const refund = (id: string, orderId: string, amount: number, status: string, sku: string | null = null): Cell[] => [id, orderId, amount, status, '2025-06-10 01:00:00', '2025-06-11 01:00:00', sku];

const returnsOf = (sheets: readonly Sheet[]): Cell[][] => pick(build(sheets), 'returns', ['return_id', 'sku', 'status', 'refund_amount', 'completed_date']);

describe('refunds of Taobao', () => {
  it('are told by the order sheet alone', () => {
    const orders = sheet(ORDERS, [order('1', 50, 20), order('2', 30, 0), order('3', 30, null)]);
    expect(returnsOf([orders])).toEqual([['tmall:*:1#stated', null, 'success', 20_0000, '2025-06-01']]);
  });

  it.each(['订单编号', '主订单编号'])('are told line by line by the item sheet with %s, and once with the order sheet', (key) => {
    const items = sheet(
      [key, ...ITEMS],
      [item('1', '1-1', 'CUP', 70, '没有申请退款', null), item('1', '1-2', 'TEA', 30, '退款成功', 30), item('1', '1-3', 'HAT', 20, '等待卖家同意', null), item('1', '1-4', 'BAG', 20, '退款关闭', 5)],
    );
    expect(returnsOf([sheet(ORDERS, [order('1', 140, 30)]), items])).toEqual([
      ['1-2', 'TEA', 'success', 30_0000, '2025-06-01'],
      ['1-3', 'HAT', 'open', null, null],
      ['1-4', 'BAG', 'cancelled', 5_0000, null],
    ]);
  });

  it('count once where all three sheets tell them', () => {
    const items = sheet(['订单编号', ...ITEMS], [item('1', '1-1', 'CUP', 70, '退款成功', 20), item('1', '1-2', 'TEA', 30, '退款成功', 30)]);
    const refunds = sheet(REFUNDS, [refund('R1', '1', 20, '退款成功', 'CUP'), refund('R2', '1', 30, '退款成功')]);
    expect(returnsOf([sheet(ORDERS, [order('1', 100, 50)]), items, refunds])).toEqual([
      ['R1', 'CUP', 'success', 20_0000, '2025-06-11'],
      ['R2', 'TEA', 'success', 30_0000, '2025-06-11'],
    ]);
  });

  it('of a line count where the refund sheet lacks them, and not where one case holds several lines', () => {
    const items = sheet(
      ['订单编号', ...ITEMS],
      [item('1', '1-1', 'CUP', 70, '退款成功', 20), item('1', '1-2', 'TEA', 30, '退款成功', 30), item('2', '2-1', 'CUP', 70, '退款成功', 20), item('2', '2-2', 'TEA', 30, '退款成功', 30)],
    );
    const refunds = sheet(REFUNDS, [refund('R1', '1', 20, '退款成功', 'CUP'), refund('R2', '2', 50, '退款成功')]);
    expect(returnsOf([sheet(ORDERS, [order('1', 100, 50), order('2', 100, 50)]), items, refunds])).toEqual([
      ['R1', 'CUP', 'success', 20_0000, '2025-06-11'],
      ['R2', null, 'success', 50_0000, '2025-06-11'],
      ['1-2', 'TEA', 'success', 30_0000, '2025-06-01'],
    ]);
  });

  it('count although an earlier case was withdrawn', () => {
    const refunds = sheet(REFUNDS, [refund('R1', '1', 50, '退款关闭')]);
    expect(returnsOf([sheet(ORDERS, [order('1', 50, 20)]), refunds])).toEqual([
      ['R1', null, 'cancelled', 50_0000, '2025-06-11'],
      ['tmall:*:1#stated', null, 'success', 20_0000, '2025-06-01'],
    ]);
  });

  it('follow the later of two item sheets', () => {
    const items = (status: string, amount: number | null) => sheet(['订单编号', ...ITEMS], [item('1', '1-1', 'CUP', 70, status, amount)]);
    expect(returnsOf([sheet(ORDERS, [order('1', 70, null)]), items('等待卖家同意', null), { ...items('退款成功', 70), id: 'later' }])).toEqual([['1-1', 'CUP', 'success', 70_0000, '2025-06-01']]);
  });
});
