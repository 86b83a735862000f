import { describe, expect, it } from 'vitest';
import type { InspectedFile } from '#contract/import';
import type { ImportFile } from '../../state/importSession.ts';
import { arriving, columnsBefore, freeName, placeOf } from './places.ts';

const file = (key: number, columns: readonly string[], changes: Partial<ImportFile> = {}): ImportFile => ({
  key,
  name: `${key}.csv`,
  bytes: 1,
  source: null,
  options: {},
  inspected: { alreadyIn: null, tables: [{ columns: columns.map((name) => ({ name })), template: null, name: 'sheet', ownName: `${key}` }] } as unknown as InspectedFile,
  error: null,
  busy: false,
  progress: null,
  skip: false,
  preset: false,
  plain: false,
  intoTables: {},
  corrections: {},
  again: false,
  ...changes,
});

describe('arriving', () => {
  it('tells what is imported, in its order, with the table the user chose', () => {
    const files = [file(1, ['a']), file(2, ['b'], { skip: true }), file(3, ['c'], { intoTables: { sheet: 'stock' }, options: { shop: 'x' } }), file(4, ['d'], { inspected: null })];
    const tables = arriving(files);
    expect(tables.map(({ key, arrival }) => [key, arrival])).toEqual([
      [1, { columns: ['a'], template: null, shop: null, name: '1' }],
      [3, { columns: ['c'], template: null, shop: 'x', name: '3', into: 'stock' }],
    ]);
    const places = [
      { dataset: 'one', isNew: true, drift: null, remembered: [] },
      { dataset: 'stock', isNew: false, drift: null, remembered: [] },
    ];
    expect(placeOf(tables, places, 3, 0)?.dataset).toBe('stock');
    expect(placeOf(tables, places, 2, 0)).toBeUndefined();
  });
});

describe('columnsBefore', () => {
  it('has the columns of earlier files of the same table', () => {
    const files = [file(1, ['a', 'b']), file(2, ['c']), file(3, ['a', 'x'], { options: { renames: { x: 'b' } } })];
    const tables = arriving(files);
    expect(tables[2]?.arrival.renames).toEqual({ x: 'b' });
    const places = ['one', 'two', 'one'].map((dataset) => ({ dataset, isNew: true, drift: null, remembered: [] }));
    const before = places.map((place) => columnsBefore(files, tables, places, place).map(({ name }) => name));
    expect(before).toEqual([[], [], ['a', 'b']]);
  });
});

describe('arriving tables of one file', () => {
  it('have each a choice of their own', () => {
    const tables = ['orders', 'stock'].map((name) => ({ columns: [{ name }], template: null, name, ownName: name }));
    const book = file(1, [], { inspected: { alreadyIn: null, tables } as unknown as InspectedFile, intoTables: { stock: 'goods' } });
    expect(arriving([book]).map(({ arrival }) => [arrival.name, arrival.into])).toEqual([
      ['orders', undefined],
      ['stock', 'goods'],
    ]);
  });
});

describe('freeName', () => {
  it.each([
    ['stock', [], 'stock'],
    ['stock', ['stock'], 'stock 2'],
    ['stock', ['stock', 'stock 2'], 'stock 3'],
  ])('%s beside %j is %s', (name, taken, free) => {
    expect(freeName(name, taken)).toBe(free);
  });
});
