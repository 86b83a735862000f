import { expect, test } from 'vitest';
import { build, pick, type Sheet } from '../../../../tests/support/model.ts';
import { tableOf } from '../../table/table.ts';

const sheet = (id: string, ...table: Parameters<typeof tableOf>): Sheet => ({ id, template: null, table: tableOf(...table) });

test('order numbers and codes that were read as numbers are codes all the same', () => {
  const orders = sheet(
    'orders',
    [
      ['Order #', 'int'],
      ['Date', 'instant'],
      ['Status', 'text'],
    ],
    [
      [1001, '2025-06-01 10:00:00', 'completed'],
      [1002, '2025-06-02 10:00:00', 'completed'],
      [null, '2025-06-03 10:00:00', 'completed'],
    ],
  );
  const built = build([orders]);
  expect(pick(built, 'orders', ['platform_order_id'])).toEqual([['1001'], ['1002']]);
  expect(built.heldBack.map(({ rows, reason }) => [rows, reason.en])).toEqual([[1, 'no order number']]);
});
