import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { literal, readBytes } from '../../../../tests/support/reading.ts';

// Written by DuckDB 1.5 (Parquet) and pyarrow 25 (Feather).
const fixture = (name: string) => fs.readFileSync(path.join(import.meta.dirname, 'fixtures', name));
const tableOf = async (name: string) => (await readBytes(name, fixture(name))).tables.map(literal)[0];

test('Parquet: every digit of a decimal, times of day, spans, numbers of four bytes, bytes that are no text', async () => {
  expect(await tableOf('kinds.parquet')).toEqual([
    ['wide', 'small', 'middle', 'share', 'clock', 'span', 'raw'],
    ['1234567890123456.7891', '12.30', '-123456789012345.67', '0.1', '08:30:00', '26:00:00', '00ff'],
    [null, null, null, null, null, null, null],
    ['-0.0001', '-0.01', '5.00', '12345.67', '23:59:59.500', 'P14M3D', 'abc'],
  ]);
});

test('Feather: times of day, spans, numbers of two and four bytes, and what stands in lists and records', async () => {
  expect(await tableOf('kinds.feather')).toEqual([
    ['half', 'share', 'wide', 'clock', 'took', 'list', 'prices', 'at'],
    ['0.1', '0.1', '1234567890123456.7891', '08:30:00', '26:00:03', '[1,2]', '["1.50"]', '{"on":"2026-05-01 08:00:00"}'],
    [null, null, null, null, null, null, null, null],
    ['-1.5', '12345.67', '-0.0001', '23:59:59.500', '-00:00:01', '[]', '[]', '{"on":null}'],
  ]);
});

test.each([
  ['lz4.feather', 20_000],
  ['zstd.feather', 3000],
])('%s, as pandas packs it, over several blocks', async (name, rows) => {
  const table = await tableOf(name);
  expect(table?.length).toBe(rows + 1);
  expect(table?.slice(0, 7)).toEqual([['n'], ['0'], ['1'], ['2'], ['3'], ['4'], ['0']]);
  expect(table?.slice(1).every(([cell], row) => cell === String(row % 5))).toBe(true);
});
