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

  it('are done when the refund sheet says so, whatever the item sheet says', () => {
    const items = sheet(['订单编号', ...ITEMS], [item('1', '1-1', 'CUP', 70, '退款成功', 20)]);
    const refunds = sheet(REFUNDS, [refund('R1', '1', 20, '等待卖家同意', 'CUP').with(5, null)]);
    expect(returnsOf([sheet(ORDERS, [order('1', 70, 20)]), items, refunds])).toEqual([['R1', 'CUP', 'open', 20_0000, null]]);
  });

  it('follow the later of two item sheets', () => {
    const items = (status: string, amount: number | null) => sheet(['订单编号', ...ITEMS], [item('1', '1-1', 'CUP', 70, status, amount)]);
    expect(returnsOf([sheet(ORDERS, [order('1', 70, null)]), items('等待卖家同意', null), { ...items('退款成功', 70), id: 'later' }])).toEqual([['1-1', 'CUP', 'success', 70_0000, '2025-06-01']]);
  });
});

describe('refunds of Douyin', () => {
  const DOUYIN = ['主订单编号', '子订单编号', '选购商品', '商品数量', '商家编码', '订单应付金额', '订单提交时间', '支付完成时间', '订单状态', '售后状态'];
  const part = (id: string, line: string, sku: string, paid: number, state: string): Cell[] => [id, line, sku, 1, sku, paid, '2025-06-01 02:00:00', '2025-06-01 02:05:00', '已完成', state];
  const orders = sheet(DOUYIN, [
    part('1', '1-1', 'CUP', 60, '-'),
    part('1', '1-2', 'TEA', 30, '退款成功'),
    part('2', '2', 'TEA', 36, '已全额退款'),
    part('3', '3', 'TEA', 30, '售后关闭'),
    part('4', '4', 'TEA', 30, '待商家处理'),
  ]);

  it('are the sub-orders whose after-sales state says so', () => {
    expect(returnsOf([orders])).toEqual([
      ['1-2', 'TEA', 'success', 30_0000, '2025-06-01'],
      ['2', 'TEA', 'success', 36_0000, '2025-06-01'],
      ['4', 'TEA', 'open', null, null],
    ]);
  });

  it('are told by the sheet without sub-orders too', () => {
    const plain = sheet(
      ['主订单编号', '选购商品', '货号', '商品数量', '商品金额', '订单提交时间', '支付完成时间', '订单状态', '售后状态'],
      [
        ['1', 'Cup', 'CUP', 3, 50, '2025-06-01 02:00:00', '2025-06-01 02:05:00', '已完成', '退款成功'],
        ['1', 'Tea', 'TEA', 1, 30, '2025-06-01 02:00:00', '2025-06-01 02:05:00', '已完成', '-'],
      ],
    );
    expect(plain.template).toBe('douyin-orders-plain');
    expect(returnsOf([plain])).toEqual([['1#1', 'CUP', 'success', 150_0000, '2025-06-01']]);
  });

  const CASES = ['售后单号', '订单号', '商家编码', '售后类型', '售后状态', '售后申请时间'];

  it('count once with the after-sales sheet', () => {
    const cases = sheet(
      [...CASES, '商家退款时间', '退商品金额(元)'],
      [
        ['R1', '1', 'TEA', '退货退款', '退款成功', '2025-06-03 02:00:00', '2025-06-05 02:00:00', 30],
        ['R2', '2', 'TEA', '仅退款', '退款成功', '2025-06-03 02:00:00', '2025-06-05 02:00:00', 36],
      ],
    );
    expect(returnsOf([orders, cases])).toEqual([
      ['R1', 'TEA', 'success', 30_0000, '2025-06-05'],
      ['R2', 'TEA', 'success', 36_0000, '2025-06-05'],
      ['4', 'TEA', 'open', null, null],
    ]);
  });

  it('are done when the first of its times says so, row by row, with the shipping that went back', () => {
    const times = ['商家退款时间', '用户到账时间', '售后完结时间'];
    const cases = sheet(
      [...CASES, ...times, '退商品金额（元）', '退运费金额(元)'],
      [
        ['R1', '1', 'TEA', '退货退款', '退款成功', '2025-06-03 02:00:00', '2025-06-05 02:00:00', '2025-06-06 02:00:00', null, 30, 0],
        ['R2', '2', 'TEA', '仅退款', '退款成功', '2025-06-03 02:00:00', null, '2025-06-04 02:00:00', '2025-06-07 02:00:00', 30, 6],
        ['R3', '3', 'TEA', '仅退款', '售后关闭', '2025-06-03 02:00:00', null, null, '2025-06-04 03:00:00', null, null],
      ],
    );
    expect(pick(build([orders, cases]), 'returns', ['return_id', 'completed_at', 'completed_date', 'refund_amount'])).toEqual([
      ['R1', '2025-06-05 02:00:00', '2025-06-05', 30_0000],
      ['R2', '2025-06-04 02:00:00', '2025-06-04', 36_0000],
      ['R3', '2025-06-04 03:00:00', '2025-06-04', null],
      ['4', null, null, null],
    ]);
  });
});
