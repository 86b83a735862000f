import { expect, test } from 'vitest';
import type { ColumnType } from '#contract/values';
import { cellAt, tableOf } from '../../table/table.ts';
import { inOneConvention } from './conventions.ts';

const files = (type: ColumnType, ...sheets: string[][]) =>
  inOneConvention(
    sheets.map((cells, source) => ({
      source,
      table: tableOf(
        [['c', 'text']],
        cells.map((cell) => [cell]),
      ),
    })),
    { types: { c: type }, dateOrder: 'mdy', decimal: '.' },
  ).map(({ table }) => Array.from({ length: table.rows }, (_, row) => cellAt(table.columns[0] as never, row)));

test.each<[string, ColumnType, string[][], string[][]]>([
  [
    'the odd file is respelled',
    'date',
    [
      ['06/01/2025', '06/25/2025'],
      ['01/07/2025', '25/07/2025'],
    ],
    [
      ['06/01/2025', '06/25/2025'],
      ['2025-07-01', '2025-07-25'],
    ],
  ],
  ['with its time of day', 'instant', [['06/25/2025 9:05'], ['25/07/2025 9:05', '01/07/2025 21:05:07']], [['06/25/2025 9:05'], ['2025-07-25 09:05:00', '2025-07-01 21:05:07']]],
  ['where all prove the same nothing changes', 'date', [['25/06/2025'], ['01/07/2025', '25/07/2025']], [['25/06/2025'], ['01/07/2025', '25/07/2025']]],
  ['a file that proves nothing stays as it is', 'date', [['06/25/2025'], ['25/07/2025'], ['01/08/2025']], [['06/25/2025'], ['2025-07-25'], ['01/08/2025']]],
  ['texts are texts', 'text', [['06/25/2025'], ['25/07/2025']], [['06/25/2025'], ['25/07/2025']]],
  [
    'decimal signs',
    'money',
    [
      ['1,234.50', '2.25'],
      ['¥1.234,50', '1.000', '-', '2,25'],
    ],
    [
      ['1,234.50', '2.25'],
      ['¥1,234.50', '1,000', '-', '2.25'],
    ],
  ],
])('%s', (_, type, given, expected) => expect(files(type, ...given)).toEqual(expected));
