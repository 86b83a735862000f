import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { literal, readBytes } from '../../../../tests/support/reading.ts';

// Written by DuckDB 1.5 (kinds.parquet) and pyarrow 25 (the others).
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

const NESTED = ['clocks', 'prices', 'days', 'rec', 'lines', 'tags', 'large', 'wide'];
const WITHIN = [
  '["08:30:00",null]',
  '["1.50",null,"-0.01"]',
  '["2026-05-01"]',
  '{"t":"08:30:00","d":"12.3400","on":"2026-05-01","f":0.1,"at":"2026-05-01 08:00:00","z":"2026-05-01 08:00:00Z"}',
  '[{"sku":"A","price":"9.90","ids":["9007199254740993"]}]',
  '{"a":"1.10"}',
  '["1","2"]',
  '["12345678901234567890123.4567"]',
];
const LAST = ['["23:59:59.500"]', '["1234567890123456.78"]', '[]', '{"t":null,"d":null,"on":null,"f":null,"at":null,"z":null}', '[]', '{}', '[]', '[]'];

test('Parquet: within lists, records and maps a value reads as in a column of its own', async () => {
  expect(await tableOf('nested.parquet')).toEqual([NESTED, WITHIN, NESTED.map(() => null), LAST]);
});

test('Feather: the same, decimals that count hundreds, lists of one length, dictionaries in lists', async () => {
  const more = ['rounded', 'roundeds', 'pair', 'dict', 'dictlist', 'spans', 'clock'];
  expect(await tableOf('nested.feather')).toEqual([
    [...NESTED, ...more],
    [...WITHIN, '1200', '["1200"]', '["1.10","2.20"]', 'x', '["x","y"]', '["26:00:00"]', '08:30:00'],
    [...NESTED.map(() => null), null, null, null, null, '[]', null, null],
    [...LAST, '-300', '[]', '["3.30",null]', 'y', '["x"]', '[]', '23:59:59.500'],
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
