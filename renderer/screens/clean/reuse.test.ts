import { expect, test } from 'vitest';
import { forOtherRows, missingColumns, sameColumn, travels } from './reuse.ts';

const needs = (...missing: readonly (readonly [number, string])[]) => ({ requires: [], creates: [], removes: [], missing: missing.map(([position, column]) => ({ position, column })) });

test('what is missing is told by the steps that were taken, not by those the table has', () => {
  expect(missingColumns(needs([1, 'own'], [3, 'qty'], [3, 'qty'], [4, 'paid'], [5, 'qty']), 2, [2, 4, 5])).toEqual([
    { column: 'qty', steps: [2, 5] },
    { column: 'paid', steps: [4] },
  ]);
  expect(missingColumns(undefined, 0, [1])).toEqual([]);
});

test.each([
  ['Order ID', ['order_id', 'total'], 'order_id'],
  ['金额（元）', ['金额(元)', '数量'], '金额(元)'],
  ['qty', ['quantity'], null],
  ['qty', ['Qty', 'QTY '], null],
])('%s among %j', (wanted, columns, found) => expect(sameColumn(wanted, columns)).toBe(found));

test('single cells stay with their file', () => {
  expect([travels({ step: 'edit-cells', version: 1, params: {} }), travels({ step: 'mask', version: 1, params: {} })]).toEqual([false, true]);
});

test('rows kept by hand stay with their table', () => {
  const step = { step: 'filter-rows', version: 1, on: false, params: { condition: 'a' } };
  expect(forOtherRows({ ...step, keep: [{ source: 1, row: 2 }] })).toEqual(step);
});
