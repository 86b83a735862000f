import { expect, test } from 'vitest';
import type { ImportOptions } from '#contract/documents';
import { layoutChoices } from './presets.ts';

test.each<[string, ImportOptions, ImportOptions | null]>([
  ['nothing', {}, null],
  ['how it is read', { encoding: 'gb18030', shop: 'x' }, { encoding: 'gb18030' }],
  ['what was taken back', { encoding: undefined }, null],
  ['what was taken back for a table', { tables: { Orders: {} } }, { tables: { Orders: {} } }],
  ['names of columns, which the table remembers', { renames: { b: 'a' }, tables: { Orders: { renames: { c: null } } } }, null],
  ['names of columns beside others', { headerRows: 1, tables: { Orders: { renames: { c: null }, padRows: true } } }, { headerRows: 1, tables: { Orders: { padRows: true } } }],
])('remembered for a layout: %s', (_name, options, kept) => {
  expect(layoutChoices(options)).toEqual(kept);
});
