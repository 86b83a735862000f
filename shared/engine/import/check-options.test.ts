import { expect, test } from 'vitest';
import type { ImportOptions } from '#contract/documents';
import { checkOptions } from './check-options.ts';

test.each<[unknown, string]>([
  [{ joinFields: [3, 0] }, 'The import option joinFields has to be the number of a field, from 1, or several; it is [3,0]'],
  [{ joinFields: 0 }, 'The import option joinFields has to be the number of a field, from 1, or several; it is 0'],
  [{ preambleRows: -1 }, 'The import option preambleRows has to be a whole number from 0; it is -1'],
  [{ delimiter: '||' }, 'The import option delimiter has to be one character; it is "||"'],
  [{ types: { amt: 'foo' } }, 'The import option types has to be a type for each column: id, text, int, number, money, ratio, bool, date, instant, enum, json; it is {"amt":"foo"}'],
  [{ renames: { b: 'a', c: 'a' } }, 'The import option renames has to be for columns of the file the column of the table that each is, no two the same, or null; it is {"b":"a","c":"a"}'],
  [{ renames: { b: 7 } }, 'The import option renames has to be for columns'],
  [{ dateOrder: 'ydm' }, 'The import option dateOrder has to be "ymd", "mdy" or "dmy"; it is "ydm"'],
])('%j is refused', (options, message) => {
  expect(() => checkOptions(options as ImportOptions)).toThrow(message);
});

test.each<[ImportOptions]>([
  [{}],
  [{ renames: { b: 'a', c: null, d: null } }],
  [{ joinFields: [3, 1] }],
  [{ joinFields: 3, preambleRows: 0, delimiter: '\t', quote: '', types: { a: 'id' }, decimal: ',', dateOrder: 'dmy' }],
])('%j is taken', (options) => {
  expect(() => checkOptions(options)).not.toThrow();
});
