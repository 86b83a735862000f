import { expect, test } from 'vitest';
import { keyOf } from './changesKey.ts';

const moments = { moments: [], week: null, lastImport: null, columns: ['no', 'sku'], key: [] as string[], suggested: [{ columns: ['sku'], share: 1 }] };

test('the key is what was chosen, else the own one, else the one proposed', () => {
  expect(keyOf('["no","gone"]', moments)).toEqual(['no']);
  expect(keyOf('[]', moments)).toEqual([]);
  expect(keyOf('no', moments)).toEqual(['sku']);
  expect(keyOf(undefined, { ...moments, key: ['no'] })).toEqual(['no']);
  expect(keyOf(undefined, { ...moments, suggested: [] })).toEqual([]);
});
