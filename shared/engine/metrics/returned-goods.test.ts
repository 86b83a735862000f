import { describe, expect, it } from 'vitest';
import { build, sheet } from '../../../tests/support/model.ts';
import { prepareCache } from './cache.ts';
import { catalogueInfo } from './info.ts';
import { missingNeeds } from './unlock.ts';

const ORDERS = ['订单编号', '买家会员名', '买家应付货款', '买家实际支付金额', '订单状态', '订单创建时间', '订单付款时间', '退款金额'];
const orders = sheet(ORDERS, [['A', 'anna', 20, 20, '交易成功', '2025-06-01 02:00:00', '2025-06-01 02:01:00', 20]]);
const CASES = ['退款编号', '订单编号', '退款状态', '买家退款金额', '是否需要退货', '退款的申请时间'];
const cases = sheet(CASES, [['R1', 'A', '退款成功', 20, '是', '2025-06-03 02:00:00']]);
const stateOf = (...sheets: Parameters<typeof build>[0]) => {
  const states = new Map(catalogueInfo(prepareCache(build(sheets).tables)).map(({ id, state }) => [id, state]));
  return ['refund_rate', 'return_rate', 'return_orders', 'returned_units'].map((id) => states.get(id));
};

describe('the rate of returned goods', () => {
  it('is asked for by one sheet: that which says what came back says how much of it as a rule', () => {
    const needsOf = (...sheets: Parameters<typeof build>[0]) => missingNeeds(prepareCache(build(sheets).tables), ['orders', 'returned_goods', 'returned_pieces']);
    expect([needsOf(orders), needsOf(orders, cases)]).toEqual([['returned_goods'], ['returned_pieces']]);
  });

  it('is not known where sheets only tell what was refunded', () => {
    expect(stateOf(orders)).toEqual(['lit', 'locked', 'locked', 'locked']);
  });

  it('is known with the after-sales sheet; its pieces are not, as it does not count them', () => {
    expect(cases.template).toBe('taobao-refunds');
    expect(stateOf(orders, cases)).toEqual(['lit', 'lit', 'lit', 'locked']);
  });
});
