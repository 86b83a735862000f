import { describe, expect, it } from 'vitest';
import { isReplaced, isUnpaidState, orderStatus, returnKind, knownReturnStatus, saysFlag, saysNoCase, saysUnpaid } from './status.ts';

describe('orderStatus', () => {
  it.each([
    ['等待买家付款', false, 'pending_payment'],
    ['买家已付款，等待卖家发货', true, 'paid'],
    ['卖家部分发货', true, 'partially_shipped'],
    ['卖家已发货，等待买家确认', true, 'shipped'],
    ['交易成功', true, 'completed'],
    ['交易关闭', false, 'cancelled'],
    ['交易关闭', true, 'closed'],
    ['等待出库', true, 'paid'],
    ['(删除)等待付款', false, 'cancelled'],
    ['(锁定)等待出库', true, 'paid'],
    ['已发货，待签收', true, 'shipped'],
    ['已收货，退款成功', true, 'closed'],
    ['备货中', true, 'paid'],
    ['已关闭', true, 'closed'],
    ['部分发货', true, 'partially_shipped'],
    ['交易完成', true, 'completed'],
    ['待收货', true, 'shipped'],
    ['Unshipped', true, 'paid'],
    ['交易成功', true, 'completed'],
    ['待审核', true, 'paid'],
    ['已付款待审核', true, 'paid'],
    ['发货中', true, 'paid'],
    ['异常', true, 'paid'],
    ['取消', false, 'cancelled'],
    ['fulfilled', true, 'shipped'],
    ['unfulfilled', true, 'paid'],
    ['on-hold', false, 'pending_payment'],
    ['Shipped - Delivered to Buyer', true, 'delivered'],
    ['Shipped - Returned to Seller', true, 'closed'],
    ['Cancelled', false, 'cancelled'],
    ['canceled', true, 'closed'],
    ['delivered', true, 'delivered'],
    ['invoiced', true, 'paid'],
    ['restocked', false, 'cancelled'],
    ['Shipped - Returning to Seller', true, 'closed'],
    ['', true, 'paid'],
    [null, false, 'pending_payment'],
    ['飞走了', true, null],
  ] as const)('%s, paid %s, is %s', (raw, paid, status) => {
    expect(orderStatus(raw, paid)).toBe(status);
  });
});

describe('orderStatus of what was cancelled', () => {
  it.each([
    ['已取消', true, 'erp', 'cancelled'],
    ['取消', true, 'erp', 'cancelled'],
    ['已取消', true, 'jd', 'cancelled'],
    ['(删除)等待出库', true, 'jd', 'cancelled'],
    ['已取消', true, 'pdd', 'cancelled'],
    ['已取消', true, 'wechat_shop', 'closed'],
    ['已取消', true, null, 'closed'],
    ['已取消', false, 'youzan', 'cancelled'],
    ['交易关闭', true, 'erp', 'closed'],
  ] as const)('%s, paid %s, of %s, is %s', (raw, paid, from, status) => {
    expect(orderStatus(raw, paid, from)).toBe(status);
  });
});

describe('returns', () => {
  it.each([
    ['退款成功', 'success'],
    ['已全额退款', 'success'],
    ['退款关闭', 'cancelled'],
    ['卖家拒绝退款', 'rejected'],
    ['等待卖家同意', 'open'],
    ['Unit returned to inventory', 'success'],
    ['无售后或售后取消', 'cancelled'],
    ['售后关闭', 'cancelled'],
    ['Yes', 'success'],
    ['-', 'cancelled'],
    ['Pending Approval', 'open'],
    ['Approved', 'open'],
    ['退货退款中', 'open'],
    ['飞走了', null],
    [null, 'success'],
  ])('%s is %s', (raw, status) => {
    expect(knownReturnStatus(raw)).toBe(status);
  });

  it.each([
    ['是', 'return_refund'],
    ['否', 'refund_only'],
    ['仅退款', 'refund_only'],
    ['退货退款', 'return_refund'],
    ['换货', 'exchange'],
    ['补寄', 'reship'],
    ['补发', 'reship'],
    ['维修', null],
    ['价保', 'refund_only'],
    ['补差价', 'refund_only'],
    ['退款不退货', 'refund_only'],
    ['未发货退款', 'refund_only'],
    [null, 'return_refund'],
  ])('%s is %s', (raw, kind) => {
    expect(returnKind(raw)).toBe(kind);
  });

  it.each([
    ['-', true],
    [null, true],
    ['无', true],
    ['无售后或售后取消', true],
    ['退款完成', false],
    ['退款中', false],
  ])('%s names no case: %s', (raw, none) => {
    expect(saysNoCase(raw)).toBe(none);
  });

  it('knows the words of an ERP for orders that live on in others', () => {
    expect(['被合并', '被拆分', '合并', '已发货', null].map(isReplaced)).toEqual([true, true, false, false, false]);
  });

  it.each([
    ['is_test', 'VIP, test', true],
    ['is_test', '测试单', true],
    ['is_test', '1', true],
    ['is_test', 'contest winner, latest', false],
    ['is_test', null, false],
    ['is_fake', '刷单', true],
    ['is_fake', 'test', false],
    ['is_fake', '否', false],
  ] as const)('%s of “%s”: %s', (flag, cell, says) => {
    expect(saysFlag(flag, cell)).toBe(says);
  });

  it('knows the states that wait for money or never got it', () => {
    expect([isUnpaidState('pending_payment'), isUnpaidState('cancelled'), isUnpaidState('closed'), isUnpaidState(null)]).toEqual([true, true, false, false]);
  });

  it('knows the words for no money', () => {
    expect([saysUnpaid('Voided'), saysUnpaid('paid'), saysUnpaid(null)]).toEqual([true, false, false]);
  });
});
