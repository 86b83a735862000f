import { expect, test } from 'vitest';
import type { ImportOptions } from '#contract/documents';
import { readBytes } from '../../../../tests/support/reading.ts';
import type { Knowledge } from '../parsed.ts';
import { inspectTable, propose } from './inspect.ts';

const knowledge: Knowledge = { matchTemplate: () => null, isHeader: () => false, sameField: () => false, template: () => null, fills: () => [] };

test.each<[string, string, string[]]>([
  ['at the end', 'day,n,m\n2026-05-01,1,1\n2026-05-02,2,2\n合计,3,3\n', ['header 1', 'data 2', 'data 3', 'footer 4']],
  ['below the header', 'day,n,m\n合计,9,9\n2026-05-01,1,1\n2026-05-02,2,2\n', ['header 1', 'footer 2', 'data 3', 'data 4']],
])('a total %s is previewed where it stands', async (_, text, rows) => {
  const file = await readBytes('x.csv', text);
  const [parsed] = file.tables;
  if (parsed === undefined) throw new Error('no table');
  const { preview } = inspectTable(propose(parsed, {}, knowledge, null), file, 'x.csv', {}, knowledge);
  expect(preview.map(({ kind, row }) => `${kind} ${row}`)).toEqual(rows);
});

test('a header of several rows says which ones it takes', async () => {
  const text = '六月店铺报表,,,\n编号,日期,金额,\n,,应付,实付\nA1,2025-06-01,3.00,2.00\nA2,2025-06-02,3.00,2.00\n';
  const file = await readBytes('x.csv', text);
  const [parsed] = file.tables;
  if (parsed === undefined) throw new Error('no table');
  const { preview, detections } = inspectTable(propose(parsed, {}, knowledge, null), file, 'x.csv', {}, knowledge);
  expect(preview.filter(({ kind }) => kind === 'header').map(({ row, until, cells }) => [row, until, cells])).toEqual([[2, 3, ['编号', '日期', '金额 / 应付', '金额 / 实付']]]);
  expect(detections.find(({ id }) => id === 'header')?.value.en).toBe('Rows 2 to 3');
});

test('the rows of a table that stands below another are counted as the file counts them', async () => {
  const file = await readBytes('x.csv', '日报\n店铺,金额,订单\n甲,120.5,3\n乙,80,2\n\n按商品\n商品,件数,金额\n杯,5,1\n盘,7,2\n');
  const looked = file.tables.map((parsed) => inspectTable(propose(parsed, {}, knowledge, null), file, 'x.csv', {}, knowledge));
  expect(looked.map(({ preview }) => preview.map(({ kind, row }) => `${kind} ${row}`))).toEqual([
    ['preamble 1', 'header 2', 'data 3', 'data 4'],
    ['preamble 6', 'header 7', 'data 8', 'data 9'],
  ]);
  const reasons = looked.map(({ detections }) => detections.find(({ id }) => id === 'header')?.reason);
  expect(reasons.map((reason) => [reason?.en.split('. ')[0], reason?.zh.split('。')[0]])).toEqual([
    ['Row 1 is no part of the table', '前 1 行不属于表格'],
    ['Row 6 is no part of the table', '第 6 行不属于表格'],
  ]);
});

/** A table of that many rows; `odd` gives other cells or other lines, by their row in the file. */
async function previewed(count: number, odd: Readonly<Record<number, string>>, options: ImportOptions = {}) {
  const lines = Array.from({ length: count }, (_, i) => odd[i + 2] ?? `a${i},${i + 1}`);
  const file = await readBytes('x.csv', ['name,n', ...lines, ''].join('\n'), options);
  const [parsed] = file.tables;
  if (parsed === undefined) throw new Error('no table');
  return inspectTable(propose(parsed, options, knowledge, null), file, 'x.csv', options, knowledge).preview;
}

const told = (preview: Awaited<ReturnType<typeof previewed>>) =>
  preview.map(({ kind, row, until, problems, refused, emptied }) => {
    if (kind === 'folded') return `${row}–${until}${problems === 0 ? '' : ` with ${problems}`}`;
    return `${kind} ${row}${refused.length > 0 ? ` refuses ${refused}` : ''}${emptied === undefined ? '' : ` empties ${emptied}`}`;
  });
const data = (from: number, until: number) => Array.from({ length: until - from + 1 }, (_, i) => `data ${from + i}`);

test('without a problem the first rows, and the last ones', async () => {
  expect(told(await previewed(200, {}))).toEqual(['header 1', ...data(2, 61), '62–198', ...data(199, 201)]);
});

test('problem rows stand where they are, between stretches that read well', async () => {
  const preview = await previewed(200, { 50: 'a,b', 90: 'a,1,2', 91: 'a,b', 201: 'a,1,2' });
  expect(told(preview)).toEqual(['header 1', ...data(2, 7), '8–49', 'data 50 refuses 1', '51–89', 'set-aside 90', 'data 91 refuses 1', '92–197', ...data(198, 200), 'set-aside 201']);
});

test('of many problem rows the first ones, and how many stand behind them', async () => {
  const odd = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [100 + i * 10, i % 2 === 0 ? 'a,b' : 'a,1,2']));
  const preview = await previewed(3000, odd);
  expect(told(preview).slice(-5)).toEqual(['set-aside 490', '491–2998 with 20', ...data(2999, 3001)]);
  expect(preview.filter(({ kind, refused }) => kind === 'set-aside' || refused.length > 0)).toHaveLength(40);
});

test('a text that was read as empty is to be seen in some of its rows', async () => {
  const odd = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [100 + i * 10, 'a,?']));
  const preview = await previewed(3000, odd, { emptyTexts: ['?'] });
  expect(told(preview).filter((row) => row.includes('empties'))).toEqual(Array.from({ length: 10 }, (_, i) => `data ${100 + i * 10} empties 1`));
  expect(preview.find(({ row }) => row === 100)?.cells).toEqual(['a', '?']);
});

test('a dash among numbers is no filled cell, and one that is refused is', async () => {
  const file = await readBytes('x.csv', ['name,n', ...Array.from({ length: 300 }, (_, i) => `a${i},${i}`), 'b,-', ',4', 'c,many', ''].join('\n'));
  const [parsed] = file.tables;
  if (parsed === undefined) throw new Error('no table');
  const { columns } = inspectTable(propose(parsed, {}, knowledge, null), file, 'x.csv', {}, knowledge);
  expect(columns.map(({ nulls, unparsed }) => [nulls, unparsed])).toEqual([
    [1, 0],
    [1, 1],
  ]);
});
