import { describe, expect, it } from 'vitest';
import type { Cell } from '#contract/values';
import { build, pick, sheet } from '../../../tests/support/model.ts';

describe('products of lines without a merchant code', () => {
  const JD = ['订单号', '商品ID', '商品名称', '订购数量', '京东价', '订单金额', '下单时间', '订单状态', '付款确认时间', '货号'];
  const jd = (id: string, product: string | null, title: string, sku: string | null): Cell[] => [id, product, title, 1, 30, 30, '2025-06-01 02:00:00', '完成', '2025-06-01 02:05:00', sku];

  it('are the product of another line with the same listing, else known by the listing', () => {
    const canonical = build([
      sheet(JD, [jd('1', '101', 'Scarf', null), jd('2', '102', 'Scarf', null), jd('3', '103', 'Scarf', null), jd('4', '103', 'Scarf, new title', 'SCARF-3'), jd('5', null, 'Scarf', null)]),
    ]);
    expect(pick(canonical, 'order_lines', ['sku'])).toEqual([['?jd:101'], ['?jd:102'], ['SCARF-3'], ['SCARF-3'], ['?Scarf']]);
    expect(pick(canonical, 'products', ['sku', 'title'])).toEqual([
      ['SCARF-3', 'Scarf, new title'],
      ['?jd:101', 'Scarf'],
      ['?jd:102', 'Scarf'],
      ['?Scarf', 'Scarf'],
    ]);
  });

  it('are told by the variant where a listing has several codes, from whichever sheet', () => {
    const DOUYIN = ['主订单编号', '子订单编号', '选购商品', '商品数量', '订单应付金额', '订单提交时间', '支付完成时间', '订单状态', '商品ID', '商品规格', '商家编码'];
    const part = (id: string, product: string, variant: string | null, sku: string | null): Cell[] => [
      id,
      id,
      'Cup',
      1,
      30,
      '2025-06-01 02:00:00',
      '2025-06-01 02:05:00',
      '已完成',
      product,
      variant,
      sku,
    ];
    const first = sheet(DOUYIN, [part('1', '3701', '白', null), part('2', '3701', '红', null), part('3', '3701', null, null)]);
    const later = { ...sheet(DOUYIN, [part('4', '3701', '白', 'CUP-W'), part('5', '3701', '黑', 'CUP-B')]), id: 'later' };
    expect(pick(build([first, later]), 'order_lines', ['sku'])).toEqual([['CUP-W'], ['?douyin:3701'], ['?douyin:3701'], ['CUP-W'], ['CUP-B']]);
  });
});
