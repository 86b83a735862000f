import { expect, test } from 'vitest';
import { textColumn } from '../../table/table.ts';
import { dateOrderFindings } from './date-order.ts';

test('dates of which nobody can tell the day from the month are told', () => {
  const columns = [
    textColumn('either', 'text', ['-', '03/04/2024', '05/04/2024']),
    textColumn('proven', 'text', ['25/12/2024', '03/04/2024', null]),
    textColumn('iso', 'text', ['2024-03-04', null, null]),
  ];
  expect(dateOrderFindings(columns, 'mdy', (row) => row + 2).map(({ where, message }) => [where, message.en])).toEqual([
    [{ row: 3, column: 'either' }, 'Day and month of either could be the other way round: 03/04/2024 is read as 2024-03-04. Set the order of dates if that is wrong'],
  ]);
});
