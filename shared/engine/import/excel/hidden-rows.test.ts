import fs from 'node:fs';
import path from 'node:path';
import * as XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import { literal, readBytes } from '../../../../tests/support/reading.ts';

function written(bookType: 'xlsb' | 'xlml'): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['a', 'n'],
    ['x', 1],
    ['y', 2],
  ]);
  // Row 2, and one behind the last that holds cells.
  sheet['!rows'] = [{}, { hidden: true }, {}, {}, { hidden: true }];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'S');
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType }) as Buffer);
}

// The .xls as LibreOffice writes it: SheetJS writes none with hidden rows.
test.each<[string, () => Uint8Array]>([
  ['xls', () => fs.readFileSync(path.join(import.meta.dirname, 'fixtures/hidden-row.xls'))],
  ['xlsb', () => written('xlsb')],
  ['xml', () => written('xlml')],
])('hidden rows of %s are read and told', async (ending, bytes) => {
  const [table] = (await readBytes(`hidden.${ending}`, bytes())).tables;
  if (table === undefined) throw new Error('no table');
  expect(literal(table)).toEqual([
    ['a', 'n'],
    ['x', '1'],
    ['y', '2'],
  ]);
  expect(table.findings.filter(({ code }) => code === 'rows-hidden').map(({ message }) => message.en)).toEqual(['Row 2 is hidden; it is read']);
});
