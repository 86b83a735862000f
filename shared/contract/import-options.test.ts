import { expect, test } from 'vitest';
import { choicesFor, mergedOptions, optionsOf, withoutOptions } from './import-options.ts';

test('what was chosen for a table counts before what was chosen for all', () => {
  const options = { encoding: 'gb18030', headerRows: 1, tables: { A: { headerRows: 2 }, __proto__: { headerRows: 3 } } };
  expect(optionsOf(options, 'A')).toEqual({ encoding: 'gb18030', headerRows: 2 });
  expect(optionsOf(options, 'B')).toEqual({ encoding: 'gb18030', headerRows: 1 });
  expect(optionsOf({ headerRows: 1 }, 'toString')).toEqual({ headerRows: 1 });
});

test('choices for a table leave the others alone', () => {
  const chosen = { encoding: 'gb18030', preambleRows: 2, types: { a: 'text' }, table: undefined } as const;
  expect(choicesFor(chosen, 'xlsx', 'A')).toEqual({ encoding: 'gb18030', table: undefined, tables: { A: { preambleRows: 2, types: { a: 'text' } } } });
  expect(choicesFor(chosen, 'zip', 'a.csv')).toEqual({ table: undefined, tables: { 'a.csv': { encoding: 'gb18030', preambleRows: 2, types: { a: 'text' } } } });
  expect(choicesFor(chosen, 'delimited', 'A')).toBe(chosen);
  expect(choicesFor(chosen, 'xlsx', '')).toBe(chosen);
  expect(choicesFor({ shop: 'x' }, 'xlsx', 'A')).toEqual({ shop: 'x' });
});

test('options are taken back', () => {
  expect(withoutOptions({ footerRows: 0, padRows: true, tables: { A: { footerRows: 1, headerRows: 1 }, B: { footerRows: 2 } } }, ['footerRows'], 'A')).toEqual({
    padRows: true,
    tables: { A: { headerRows: 1 }, B: { footerRows: 2 } },
  });
});

test('options are merged table by table', () => {
  expect(mergedOptions({ encoding: 'big5', tables: { A: { headerRows: 1, padRows: true }, B: { padRows: true } } }, { encoding: 'gb18030', tables: { A: { headerRows: 2 } } })).toEqual({
    encoding: 'gb18030',
    tables: { A: { headerRows: 2, padRows: true }, B: { padRows: true } },
  });
  expect(mergedOptions({ headerRows: 1 }, {})).toEqual({ headerRows: 1 });
});
