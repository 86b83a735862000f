import { expect, test } from 'vitest';
import { typeColumn } from '../table/typing.ts';
import { textColumn } from '../table/table.ts';
import { headerUnit } from './units.ts';

test.each<[string, number | null, boolean]>([
  ['金额(万元)', 4, false],
  ['GMV（亿）', 8, false],
  ['Revenue (thousand)', 3, false],
  ['转化率（%）', 0, true],
  ['金额(元)', null, false],
  ['数量(件)', null, false],
  ['重量(千克)', null, false],
  ['Spend (USD)', null, false],
  ['订单(6月)', null, false],
])('%s', (name, shift, percent) => {
  const unit = headerUnit(name);
  expect([unit?.shift ?? null, unit?.percent ?? false]).toEqual([shift, percent]);
});

const options = { decimal: '.', dateOrder: 'ymd', offsetOf: () => 0 } as const;
const typed = (name: string, type: 'money' | 'number' | 'int' | 'ratio', cells: readonly string[]) => {
  const { column, refused } = typeColumn(textColumn(name, 'text', cells), type, options);
  return [column.kind === 'number' ? [...column.values] : [], [...refused]];
};

test('numbers are what the header says they are', () => {
  expect(typed('金额(万元)', 'money', ['12.5', '0.00001', '1,234', '2亿', '-3', 'x'])).toEqual([[1_250_000_000, 1000, 123_400_000_000, 2_000_000_000_000, -300_000_000, Number.NaN], [5]]);
  expect(typed('销量(万)', 'int', ['1.2', '3'])).toEqual([[12_000, 30_000], []]);
  expect(typed('转化率(%)', 'ratio', ['12.5', '12.5%', '100'])).toEqual([[0.125, 0.125, 1], []]);
  expect(typed('转化率', 'ratio', ['0.125', '12.5%'])).toEqual([[0.125, 0.125], []]);
});
