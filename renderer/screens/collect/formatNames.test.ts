import { expect, test } from 'vitest';
import { formatName } from './formatNames.ts';

test.each([
  ['delimited', 'format.delimited'],
  ['fixed-width', 'format.fixedWidth'],
  ['weblog', 'format.weblog'],
  ['xlsx', 'XLSX'],
  ['sqlite', 'SQLite'],
  ['xml', 'Excel 2003 XML'],
  ['zip', 'ZIP'],
  ['markdown', 'Markdown'],
  ['mhtml', 'MHTML'],
])('%s is called %s', (format, name) => {
  expect(formatName(format, (key) => key)).toBe(name);
});
