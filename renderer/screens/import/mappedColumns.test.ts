import { expect, test } from 'vitest';
import type { ColumnRenames } from '#contract/documents';
import { type MappedColumn, mappedColumns, withMapped } from './mappedColumns.ts';

test('columns that lack one come first; each says by whom it was mapped', () => {
  const drift = {
    added: ['x'],
    lost: ['备注'],
    renamed: [
      { from: '到手价', to: '金额' },
      { from: '数量（件）', to: '数量' },
    ],
  };
  expect(mappedColumns({ drift, remembered: [{ from: '客户', to: '买家' }] }, { 到手价: '金额', x: null })).toEqual([
    { to: '备注', from: null, by: null },
    { to: '金额', from: '到手价', by: 'hand' },
    { to: '数量', from: '数量（件）', by: 'found' },
    { to: '买家', from: '客户', by: 'earlier' },
  ]);
  expect(mappedColumns({ drift: null, remembered: [] }, {})).toEqual([]);
});

const lost: MappedColumn = { to: 'a', from: null, by: null };
const found: MappedColumn = { to: 'a', from: 'b', by: 'found' };

test.each<[string, ColumnRenames, MappedColumn, string | null, ColumnRenames]>([
  ['a lost column is one of the file', {}, lost, 'b', { b: 'a' }],
  ['it is another one after all', { b: 'a' }, found, 'c', { b: null, c: 'a' }],
  ['what was found are two columns', {}, found, null, { b: null }],
  ['what was chosen are two columns', { b: 'a', d: 'e' }, found, null, { b: null, d: 'e' }],
  ['they are one again', { b: null }, lost, 'b', { b: 'a' }],
  ['a column of the file changes places', { b: 'x' }, lost, 'b', { b: 'a' }],
  ['a lost column stays lost', {}, lost, null, {}],
  ['the same once more', { b: 'a' }, found, 'b', { b: 'a' }],
])('%s', (_name, renames, column, from, next) => {
  expect(withMapped(renames, column, from)).toEqual(next);
});
