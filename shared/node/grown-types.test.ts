import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportOptions } from '#contract/documents';
import { csv, type TestShop, testShop } from './testing.ts';

let shop: TestShop;

beforeEach(async () => {
  shop = await testShop({});
});

afterEach(() => shop.stop());

async function bring(name: string, lines: readonly string[], options?: ImportOptions) {
  const file = path.join(shop.folder, name);
  fs.writeFileSync(file, csv(...lines));
  const [reply] = await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: file }, ...(options !== undefined && { options }) }] });
  if (reply === undefined) throw new Error('no reply');
  return reply;
}

const week = (first: number, cell: (i: number) => string, header = 'x') => [
  `日期,渠道,${header}`,
  ...Array.from({ length: 7 }, (_, i) => `2025-06-${String(first + i).padStart(2, '0')},自然,${cell(i)}`),
];
type Cell = (i: number) => string;

const wholes: Cell = (i) => String(i + 1);
const decimals: Cell = (i) => `${i}.5`;
const sizes: Cell = (i) => 'SML'[i % 3] as string;

// What the column is after each of two files, and how many of its cells of both are refused.
test.each<[string, string, Cell, Cell, string, number]>([
  ['whole numbers, then decimals', '投产比', wholes, decimals, 'number', 0],
  ['whole numbers, then amounts', '成交', wholes, (i) => `￥${i}.50`, 'money', 0],
  ['nothing, then numbers', '投产比', () => '', decimals, 'number', 0],
  ['dashes, then percentages', '退款率', () => '-', (i) => `${i}.5%`, 'ratio', 0],
  ['zeros, then percentages', '退款率', () => '0', (i) => `${i}.5%`, 'ratio', 0],
  ['nothing, then days', '到货', () => '', (i) => `2025-07-0${i + 1}`, 'date', 0],
  ['sizes in numbers, then in letters', '尺码', (i) => String(35 + i), sizes, 'text', 0],
  ['codes, then such with a leading zero', '款', (i) => String(12_345 + i), (i) => `0012${i}`, 'id', 0],
  ['yes and no, then other words', '包邮', (i) => (i % 2 ? '是' : '否'), (i) => ['满额', '会员', '是'][i % 3] as string, 'text', 0],
  ['numbers, then none that are known', '成交金额', wholes, () => '系统故障', 'money', 7],
  ['decimals, then whole numbers', '投产比', decimals, wholes, 'number', 0],
  ['numbers, then nothing', '投产比', decimals, () => '', 'number', 0],
  ['texts, then numbers', '备注', sizes, wholes, 'text', 0],
])('%s', async (_what, header, first, second, type, refused) => {
  const { dataset } = await bring('one.csv', week(1, first, header));
  const reply = await bring('two.csv', week(8, second, header));
  expect(reply.dataset).toBe(dataset);
  const columns = await shop.client.call('datasets.profile', { dataset });
  expect([columns.find(({ name }) => name === header)?.type, reply.columns.find(({ name }) => name === header)?.unparsed]).toEqual([type, refused]);
  expect((await shop.client.call('workspace.verify', {})).ok).toBe(true);
});

test('the reply says which column is of another type now, and why', async () => {
  await bring('one.csv', week(1, wholes, '投产比'));
  const { findings } = await bring('two.csv', week(8, decimals, '投产比'));
  expect(findings.filter(({ code }) => code === 'type-grown').map(({ message }) => message.en)).toEqual(['投产比 held whole numbers before; with this file it holds numbers with decimals']);
});

test('a type that was chosen stays', async () => {
  await bring('one.csv', week(1, wholes, '投产比'), { types: { 投产比: 'int' } });
  const reply = await bring('two.csv', week(8, decimals, '投产比'));
  expect(reply.columns.find(({ name }) => name === '投产比')?.unparsed).toBe(7);
});

const timesLeftOut = ({ findings }: { readonly findings: readonly { readonly code: string; readonly where: { readonly column?: string } }[] }) =>
  findings.filter(({ code }) => code === 'times-left-out').map(({ where }) => where.column);

test('days stay days where a file brings times: that these are left out is told, and who wants them says so', async () => {
  const days: Cell = (i) => `2025-07-0${i + 1}`;
  const times: Cell = (i) => `2025-07-0${i + 1} 10:30:0${i}`;
  const { dataset } = await bring('one.csv', week(1, days, '到货'));
  expect(
    timesLeftOut(
      await bring(
        'midnights.csv',
        week(8, (i) => `${days(i)} 00:00:00`, '到货'),
      ),
    ),
  ).toEqual([]);
  const reply = await bring('two.csv', week(15, times, '到货'));
  expect([reply.dataset, timesLeftOut(reply)]).toEqual([dataset, ['到货']]);
  expect(await shop.query(`SELECT DISTINCT length("到货") FROM "${dataset}"`)).toEqual([[10]]);
  expect(timesLeftOut(await bring('three.csv', week(22, times, '到货'), { types: { 到货: 'instant' } }))).toEqual([]);
  const columns = await shop.client.call('datasets.profile', { dataset });
  expect(columns.find(({ name }) => name === '到货')?.type).toBe('instant');
});

test('three files of one import', async () => {
  for (const [i, cell] of [() => '', wholes, decimals].entries()) fs.writeFileSync(path.join(shop.folder, `w${i}.csv`), csv(...week(1 + i * 7, cell, '投产比')));
  const replies = await shop.client.call('import.run', { files: [0, 1, 2].map((i) => ({ source: { kind: 'path' as const, path: path.join(shop.folder, `w${i}.csv`) } })) });
  const columns = await shop.client.call('datasets.profile', { dataset: replies[0]?.dataset ?? '' });
  expect(columns.find(({ name }) => name === '投产比')?.type).toBe('number');
  expect(await shop.query(`SELECT count("投产比"), sum("投产比") FROM "${replies[0]?.dataset}"`)).toEqual([[14, 28 + 24.5]]);
});
