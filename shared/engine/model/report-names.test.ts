import { expect, test } from 'vitest';
import { sharesField } from './dictionary.ts';

test.each<[string, string, boolean]>([
  ['日期', '统计日期', true],
  ['Day', 'Date', true],
  ['花费(元)', '消耗', true],
  ['展现量', '曝光量', true],
  ['日期', '创建日期', false],
  ['花费', '成交花费(元)', false],
  ['点击量', '展现量', false],
  ['访客数', '商品访客数', false],
])('%s and %s', (a, b, same) => {
  expect(sharesField(a, b)).toBe(same);
});
