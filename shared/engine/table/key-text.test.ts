import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KEY_TIDYINGS, type KeyTidying } from '#contract/documents';
import { keyText, tidiedColumn } from './key-text.ts';
import { textColumn } from './table.ts';

test.each<[KeyTidying, string, string]>([
  ['blanks', '  a\t b\u200b ', 'a b'],
  ['blanks', '13812345678\t', '13812345678'],
  ['width', 'ＡＢＣ－１２３', 'ABC-123'],
  ['case', 'SKU-1', 'sku-1'],
  ['zeros', '00123', '123'],
  ['zeros', '000', '0'],
  ['zeros', '0.5', '0.5'],
  ['zeros', '-01', '-01'],
  ['decimals', '17850.0', '17850'],
  ['decimals', '17850.00', '17850'],
  ['decimals', '17850.05', '17850.05'],
  ['decimals', 'v1.0', 'v1.0'],
  ['signs', '#1001', '1001'],
  ['signs', "'# 1001", '1001'],
  ['signs', '#', '#'],
  ['signs', "'\u200b", "'\u200b"],
  ['signs', "#'\u200b5", '\u200b5'],
  ['signs', 'a#1', 'a#1'],
])('%s: %j is compared as %j', (how, text, key) => expect(keyText([how])(text)).toBe(key));

test('what hides another thing goes first', () => expect(keyText(KEY_TIDYINGS)(' ＃００１２３．０ ')).toBe('123'));

const text = fc.string({ unit: fc.constantFrom('0', '1', '.', '#', "'", ' ', 'A', 'a', 'Ａ', '０', '-', '\u200b'), maxLength: 8 });
const some = fc.subarray([...KEY_TIDYINGS]);

test('a key is its own key, and texts that meet still meet when more is overlooked', () => {
  fc.assert(
    fc.property(text, text, some, (one, other, how) => {
      expect(keyText(how)(keyText(how)(one))).toBe(keyText(how)(one));
      if (keyText(how)(one) === keyText(how)(other)) expect(keyText(KEY_TIDYINGS)(one)).toBe(keyText(KEY_TIDYINGS)(other));
    }),
    { numRuns: 3000 },
  );
});

test('a column of keys has the codes of its texts; nothing left is missing', () => {
  const column = tidiedColumn(textColumn('k', 'id', ['01', '1', null, ' ', '1.0']), ['zeros', 'blanks']);
  expect(Array.from(column.codes, (code) => column.dictionary.text(code))).toEqual(['1', '1', null, null, '1.0']);
});
