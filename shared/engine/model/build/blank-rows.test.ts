import { expect, test } from 'vitest';
import { numberColumn, type Table, textColumn } from '../../table/table.ts';
import { blankRows } from './blank-rows.ts';

test('rows without a cell that says anything, white space of any script counted as nothing', () => {
  const table: Table = {
    rows: 7,
    columns: [textColumn('订单号', 'id', ['A1', null, '', ' \u3000', null, ' é', null]), numberColumn('金额', 'money', [1, Number.NaN, Number.NaN, Number.NaN, 0, Number.NaN, Number.NaN])],
    origin: { source: new Uint32Array(7), row: new Uint32Array(7) },
  };
  const isBlank = blankRows(table);
  expect([0, 1, 2, 3, 4, 5, 6].filter(isBlank)).toEqual([1, 2, 3, 6]);
});
