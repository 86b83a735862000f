import { describe, expect, it } from 'vitest';
import { build, pick, sheet } from '../../../tests/support/model.ts';
import type { Canonical } from './index.ts';

describe('what a platform pays of the price', () => {
  it('is Pinduoduo’s discount and that of its payment', () => {
    const pdd = sheet(
      [
        '订单号',
        '订单状态',
        '商品总价(元)',
        '店铺优惠折扣(元)',
        '平台优惠折扣(元)',
        '多多支付立减金额(元)',
        '邮费(元)',
        '用户实付金额(元)',
        '商家实收金额(元)',
        '商品数量(件)',
        '拼单成功时间',
        '支付时间',
        '商家编码-规格维度',
      ],
      [
        ['250601-1', '已收货', 100, 10, 5, 1, 6, 90, 96, 2, '2025-06-01 02:00:00', '2025-06-01 02:01:00', 'TEA'],
        ['250601-2', '已收货', 100, 0, null, 1, 0, 99, 100, 2, '2025-06-01 02:00:00', '2025-06-01 02:01:00', 'TEA'],
        ['250601-3', '已收货', 100, 0, null, null, 0, 100, 100, 2, '2025-06-01 02:00:00', '2025-06-01 02:01:00', 'TEA'],
      ],
    );
    expect(pdd.template).toBe('pdd-orders');
    expect(pick(build([pdd]), 'orders', ['sales_amount', 'paid_amount', 'platform_subsidy'])).toEqual([
      [90_0000, 90_0000, 6_0000],
      [100_0000, 99_0000, 1_0000],
      [100_0000, 100_0000, null],
    ]);
  });

  it('is the same in Pinduoduo’s plain sheet', () => {
    const pdd = sheet(
      ['订单号', '商品总价(元)', '店铺优惠折扣(元)', '平台优惠折扣(元)', '多多支付立减金额(元)', '用户实付金额(元)', '商家实收金额(元)', '商品数量(件)', '商品id', '订单状态', '邮费(元)'],
      [['250601-1', 100, 10, 5, 1, 90, 96, 2, '7', '已收货', 6]],
    );
    expect(pdd.template).toBe('pdd-orders-plain');
    expect(pick(build([pdd]), 'orders', ['sales_amount', 'platform_subsidy'])).toEqual([[90_0000, 6_0000]]);
  });

  it.each([
    [['天猫卡券抵扣', '集分宝抵扣'], [3, 2], 95_0000],
    [['天猫卡券抵扣'], [3], 93_0000],
    [['集分宝抵扣'], [2], 92_0000],
  ])('is Tmall’s %s', (headers, amounts, sales) => {
    const orders = sheet(
      ['订单编号', '买家会员名', '买家应付货款', '买家应付邮费', '买家实际支付金额', '订单状态', '订单创建时间', '订单付款时间', ...headers],
      [['1', 'anna', 90, 6, 96, '交易成功', '2025-06-01 02:00:00', '2025-06-01 02:01:00', ...amounts]],
    );
    expect(pick(build([orders]), 'orders', ['sales_amount'])).toEqual([[sales]]);
  });
});

describe('lines of Douyin', () => {
  it('have the subsidy of their own sub-order', () => {
    const douyin = sheet(
      ['主订单编号', '子订单编号', '选购商品', '商品数量', '订单应付金额', '平台实际承担优惠金额', '订单提交时间', '支付完成时间', '订单状态', '商家编码'],
      [
        ['1', '1-1', 'Cup', 2, 2090, 10, '2025-06-01 02:00:00', '2025-06-01 02:05:00', '已完成', 'CUP'],
        ['1', '1-2', 'Tea', 1, 30, 0, '2025-06-01 02:00:00', '2025-06-01 02:05:00', '已完成', 'TEA'],
        ['2', '2', 'Tea', 1, 30, null, '2025-06-01 02:00:00', '2025-06-01 02:05:00', '已完成', 'TEA'],
      ],
    );
    const canonical = build([douyin]);
    expect(pick(canonical, 'order_lines', ['sku', 'line_sales'])).toEqual([
      ['CUP', 2100_0000],
      ['TEA', 30_0000],
      ['TEA', 30_0000],
    ]);
    expect(pick(canonical, 'orders', ['sales_amount', 'paid_amount'])).toEqual([
      [2130_0000, 2120_0000],
      [30_0000, 30_0000],
    ]);
  });
});

describe('goods of JD', () => {
  const JD = ['订单号', '商品ID', '商品名称', '订购数量', '京东价', '订单金额', '下单时间', '订单状态', '付款确认时间', '货号'];
  const line = (id: string, sku: string, qty: number, price: number, amount: number): (string | number)[] => [
    id,
    sku,
    sku,
    qty,
    price,
    amount,
    '2025-06-01 02:00:00',
    '完成',
    '2025-06-01 02:05:00',
    sku,
  ];

  it.each([
    ['the payable amount without shipping', ['结算金额', '应付金额', '运费金额'], [95, 101, 6], [95, 101]],
    ['the payable amount where nothing is said of shipping', ['应付金额'], [95], [95, 95]],
    ['the settled amount where it is the only one', ['结算金额'], [95], [95, 95]],
    ['the settled amount where the payable one is blank', ['结算金额', '应付金额', '运费金额'], [95, null, 6], [95, 95]],
    ['the amount of the order where no other is known', ['运费金额'], [6], [110, 116]],
  ])('are %s', (_, headers, amounts, [goods, paid]) => {
    const jd = sheet(
      [...JD, ...headers],
      [
        [...line('1', 'CUP', 2, 40, 110), ...amounts],
        [...line('1', 'TEA', 1, 30, 110), ...amounts],
      ],
    );
    expect(jd.template).toBe('jd-orders');
    expect(pick(build([jd]), 'orders', ['goods_amount', 'sales_amount', 'paid_amount'])).toEqual([[goods, goods, paid].map((yuan) => (yuan as number) * 10_000)]);
  });
});

describe('an order that one file tells twice', () => {
  const TAOBAO = ['订单编号', '买家会员名', '买家应付货款', '买家实际支付金额', '订单状态', '订单创建时间', '订单付款时间'];
  const order = (id: string, amount: number): (string | number)[] => [id, 'anna', amount, amount, '交易成功', '2025-06-01 02:00:00', '2025-06-01 02:01:00'];
  const notesOf = (canonical: Canonical) => canonical.notes.map(({ en }) => en);

  it('counts once, and is listed where its amounts differ', () => {
    const canonical = build([sheet(TAOBAO, [order('1', 10), order('1', 15), order('1', 10), order('2', 8), order('2', 8), order('3', 5), order('3', 5.5)])]);
    expect(pick(canonical, 'orders', ['platform_order_id', 'paid_amount'])).toEqual([
      ['1', 10_0000],
      ['2', 8_0000],
      ['3', 5_0000],
    ]);
    expect(notesOf(canonical)).toEqual(['Orders that one file tells more than once with different amounts: 2, such as 1 (10.00 and 15.00); the first row of each counts']);
  });

  it('is not listed where a later sheet has news of it', () => {
    const later = { ...sheet(TAOBAO, [order('1', 15)]), id: 'later' };
    expect(notesOf(build([sheet(TAOBAO, [order('1', 10)]), later]))).toEqual([]);
  });
});
