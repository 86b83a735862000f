import fs from 'node:fs';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportOptions } from '#contract/documents';
import { csv, type TestShop, testShop, putFile } from './testing.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await testShop({});
});
afterEach(() => shop.stop());

const put = (name: string, content: string | Uint8Array) => putFile(shop.folder, name, content);
const sheet = (...odd: string[]) => csv('a,b,c', '1,2,3', '4,5,6', ...odd, '7,8,9');
const rows = async (source: ReturnType<typeof put>, table = '', options: ImportOptions = {}, page: { offset?: number; limit?: number } = {}) => {
  const reply = await shop.client.call('import.aside-rows', { source, options, table, ...page });
  return [reply.total, reply.rows.map(({ row, reason, text }) => [row, reason.en, text])];
};

test('all rows that would be set aside, as they then are', async () => {
  const source = put('x.csv', sheet('1,2', '1,2,3,4', '9'));
  const expected = [
    [4, 'too few fields: 2 instead of 3', '1,2'],
    [5, 'too many fields: 4 instead of 3', '1,2,3,4'],
    [6, 'too few fields: 1 instead of 3', '9'],
  ];
  expect(await rows(source)).toEqual([3, expected]);
  expect(await rows(source, '', {}, { offset: 1, limit: 1 })).toEqual([3, [expected[1]]]);
  await shop.client.call('import.run', { files: [{ source }] });
  expect((await shop.client.call('import.set-aside', {})).rows.map(({ row, reason, text }) => [row, reason.en, text])).toEqual(expected);
});

test('by the choices made for the file', async () => {
  const source = put('x.csv', sheet('1,2', '1,2,3,4'));
  expect(await rows(source, '', { padRows: true })).toEqual([1, [[5, 'too many fields: 4 instead of 3', '1,2,3,4']]]);
});

test('of one file of an archive; of a table that is not there none', async () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const source = put('x.zip', zipSync({ 'one.csv': bytes(sheet('1,2')), 'two.csv': bytes(sheet('3')) }));
  expect(await rows(source, 'two.csv')).toEqual([1, [[4, 'too few fields: 1 instead of 3', '3']]]);
  expect(await rows(source, 'three.csv')).toEqual([0, []]);
});

test('a file that was changed meanwhile is read anew', async () => {
  const source = put('x.csv', sheet('1,2'));
  expect((await rows(source))[0]).toBe(1);
  put('x.csv', sheet('1,2', '3'));
  fs.utimesSync(source.path, new Date(), new Date(Date.now() + 5000));
  expect((await rows(source))[0]).toBe(2);
});
