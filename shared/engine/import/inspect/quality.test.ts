import { expect, test } from 'vitest';
import { numberColumn, textColumn } from '../../table/table.ts';
import { qualityOf } from './quality.ts';

test('days in the future and from before there were shops are far out', () => {
  const at = textColumn('at', 'instant', ['2025-06-01 10:00:00', '2099-01-01 00:00:00', '1899-12-31 00:00:00', '2025-06-02 10:00:00', null, '2099-01-01 00:00:00']);
  expect(qualityOf(at, 6, 0, false, '2025-06-01')).toMatchObject({ filled: 5, min: '1899-12-31 00:00:00', max: '2099-01-01 00:00:00', outliers: 3 });
});

test('numbers beyond three quartile distances are far out', () => {
  const values = [...Array.from({ length: 30 }, (_, i) => i), 1000];
  expect(qualityOf(numberColumn('n', 'int', values), 31, 0, true, '2025-06-01')).toMatchObject({ filled: 31, min: null, max: null, median: null });
  expect(qualityOf(numberColumn('n', 'int', values), 31, 0, false, '2025-06-01')).toMatchObject({ filled: 31, outliers: 1, median: 15 });
});
