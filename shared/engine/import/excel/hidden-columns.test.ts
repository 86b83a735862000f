import * as XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import { literal, readBytes } from '../../../../tests/support/reading.ts';

function written(bookType: 'biff8' | 'xlsb' | 'xlml'): Uint8Array {
  const book = XLSX.utils.book_new();
  const none = XLSX.utils.aoa_to_sheet([
    ['k', 'v'],
    ['x', 1],
  ]);
  const sheet = XLSX.utils.aoa_to_sheet([
    ['a', 'cost', 'margin', 'n'],
    ['x', 5, 2, 1],
    ['y', 6, 3, 2],
  ]);
  // The last one is behind all cells.
  sheet['!cols'] = [{ wch: 10 }, { wch: 10, hidden: true }, { wch: 10, hidden: true }, { wch: 10 }, { wch: 10 }, { wch: 10, hidden: true }];
  XLSX.utils.book_append_sheet(book, none, 'Shown');
  XLSX.utils.book_append_sheet(book, sheet, 'Hidden');
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType }) as Buffer);
}

test.each<[string, Parameters<typeof written>[0]]>([
  ['xls', 'biff8'],
  ['xlsb', 'xlsb'],
  ['xml', 'xlml'],
])('hidden columns of %s (%s) are read and told', async (ending, bookType) => {
  const [shown, hidden] = (await readBytes(`hidden.${ending}`, written(bookType))).tables;
  if (shown === undefined || hidden === undefined) throw new Error('no table');
  expect(literal(hidden)).toEqual([
    ['a', 'cost', 'margin', 'n'],
    ['x', '5', '2', '1'],
    ['y', '6', '3', '2'],
  ]);
  const told = (table: typeof shown) => table.findings.filter(({ code }) => code === 'columns-hidden').map(({ message }) => message.en);
  expect([told(shown), told(hidden)]).toEqual([[], ['Hidden columns are read: B:C']]);
});
