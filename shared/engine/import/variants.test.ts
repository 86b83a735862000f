import { expect, test } from 'vitest';
import { CALIBERS, COUPONS, TERMINALS, WINDOWS } from '../model/templates/variants.ts';
import { variantOf } from './inspect/naming.ts';

test.each<[readonly string[], string | null]>([
  [['PC端', '', 'x.xlsx'], 'PC'],
  [['', '统计口径：无线端', '来源.xls'], '无线'],
  // The sheet counts before the file.
  [['无线', 'PC.xlsx'], '无线'],
  [['', '所有终端', '来源.xls'], null],
  [['PC和无线', 'x.xlsx'], null],
  [['upcoming.xls'], null],
])('%j is of %s visitors', (words, variant) => {
  expect(variantOf(words, [TERMINALS])).toBe(variant);
});

test('of several lists one of each is told', () => {
  expect(variantOf(['', '跟单效果_点击口径_15天_20250615.csv'], [CALIBERS, WINDOWS])).toBe('点击口径 15天');
  expect(variantOf(['跟单效果_订单口径_20250615.csv'], [CALIBERS, WINDOWS])).toBe('下单口径');
  expect(variantOf(['跟单效果_20250615.csv'], [CALIBERS, WINDOWS])).toBe(null);
  expect(variantOf(['【营销】营销工具 商品优惠券'], [COUPONS])).toBe('商品券');
});
