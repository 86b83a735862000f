import { expect, test } from 'vitest';
import type { ImportOptions } from '#contract/documents';
import { readBytes } from '../../../../tests/support/reading.ts';
import type { Knowledge } from '../parsed.ts';
import { inspectTable, propose } from './inspect.ts';

const knowledge: Knowledge = { matchTemplate: () => null, isHeader: () => false, sameField: () => false, template: () => null, fills: () => [] };

async function inspected(text: string, options: ImportOptions = {}) {
  const file = await readBytes('x.csv', text, options);
  const [parsed] = file.tables;
  if (parsed === undefined) throw new Error('no table');
  return inspectTable(propose(parsed, options, knowledge, null), file, 'x.csv', options, knowledge);
}

/** Days and amounts of a hundred orders, some of them not written as such. */
const orders = (odd: Readonly<Record<number, string>>) =>
  ['付款时间,件数,实付金额', ...Array.from({ length: 100 }, (_, i) => odd[i + 2] ?? `2025-06-${String((i % 28) + 1).padStart(2, '0')},${i},${i}.50`), ''].join('\n');

test('refused cells by why, the largest group first, each with its row in the file', async () => {
  const { refused, refusedCells } = await inspected(orders({ 5: '2025/6/31,1,1.50', 9: '2025-06-01,1.5,2.50', 20: '2025-06-02,2,待定', 31: '2025/2/30,3,待定' }), { types: { 件数: 'int' } });
  expect(refusedCells).toBe(5);
  expect(refused.map(({ reason, cells, listed, fixes }) => [reason.en, cells, listed, fixes.map(({ label, options }) => [label.en, options])])).toEqual([
    [
      'not a date',
      2,
      [
        { row: 5, column: '付款时间', text: '2025/6/31' },
        { row: 31, column: '付款时间', text: '2025/2/30' },
      ],
      [],
    ],
    [
      'not a number',
      2,
      [
        { row: 20, column: '实付金额', text: '待定' },
        { row: 31, column: '实付金额', text: '待定' },
      ],
      [['Read 待定 as empty', { types: { 件数: 'int' }, emptyTexts: ['待定'] }]],
    ],
    ['a number that does not fit its column', 1, [{ row: 9, column: '件数', text: '1.5' }], []],
  ]);
});

test.each<[string, Readonly<Record<number, string>>, string[]]>([
  ['a word that says nothing, once', { 4: '2025-06-01,1,???' }, ['???']],
  ['a word that says nothing known', { 4: '2025-06-01,1,cheap' }, []],
  ['any word that is repeated', { 4: '2025-06-01,1,cheap', 7: '2025-06-01,1,cheap' }, ['cheap']],
  ['two words, the more frequent first', { 4: '2025-06-01,1,?', 7: '2025-06-01,待定,1', 9: '2025-06-01,待定,2' }, ['待定', '?']],
  ['a day that does not exist, repeated', { 4: '2025/6/31,1,1', 7: '2025/6/31,1,1' }, []],
  ['a day of zeros', { 4: '0000-00-00,1,1', 7: '0000-00-00,1,1' }, ['0000-00-00']],
])('%s', async (_, odd, words) => {
  const { refused } = await inspected(orders(odd));
  expect(refused.flatMap(({ fixes }) => fixes.map(({ options }) => options.emptyTexts?.at(-1)))).toEqual(words);
});

test('a text that was said to stand for nothing is no refused cell, is told with its columns, and is listed again by one click', async () => {
  const text = orders({ 5: '2025/6/31,1,1.50', 20: '待定,2,待定', 31: '2025-02-03,3, 待定 ' });
  const { refused, refusedCells, detections } = await inspected(text, { emptyTexts: ['待定'] });
  expect([refusedCells, refused.map(({ reason }) => reason.en)]).toEqual([1, ['not a date']]);
  const card = detections.find(({ id }) => id === 'empty-texts');
  expect(card?.value).toEqual({ en: 'Read as empty: 待定 (3 cells)', zh: '视为空：待定（3 个单元格）' });
  expect(card?.evidence.map(({ from, to }) => [from, to])).toEqual([
    ['付款时间', { en: '1 empty', zh: '1 个为空' }],
    ['实付金额', { en: '2 empty', zh: '2 个为空' }],
  ]);
  expect(card?.choices.map(({ label, selected, options }) => [label.en, selected, options])).toEqual([
    ['Empty', true, { emptyTexts: ['待定'] }],
    ['List them', false, { emptyTexts: [] }],
  ]);
});

test('of two texts each is listed again alone', async () => {
  const { detections } = await inspected(orders({ 5: '待定,1,缺' }), { emptyTexts: ['待定', '缺'] });
  const card = detections.find(({ id }) => id === 'empty-texts');
  expect(card?.choices.map(({ label, options }) => [label.zh, options.emptyTexts])).toEqual([
    ['视为空', ['待定', '缺']],
    ['列出 待定', ['缺']],
    ['列出 缺', ['待定']],
    ['全部列出', []],
  ]);
});

test.each<[string, string[], string | undefined]>([
  ['a third of the amounts are not known yet: texts', [], 'text'],
  ['those said to stand for nothing: amounts', ['待定'], 'money'],
])('%s', async (_, emptyTexts, type) => {
  const rows = Array.from({ length: 60 }, (_, i) => `a${i},${i % 3 === 0 ? '待定' : `${i}.50`}`);
  const { columns, refusedCells } = await inspected(['编号,实付金额', ...rows, ''].join('\n'), { emptyTexts });
  expect([columns[1]?.type, refusedCells]).toEqual([type, 0]);
});

test('a zero that stands for no day is a zero among numbers, and a word stays in a column of texts', async () => {
  const { detections, columns } = await inspected(orders({ 5: '0,0,0', 6: '2025-06-01,0,0' }), { emptyTexts: ['0'], types: { 件数: 'int' } });
  expect(columns.map(({ unparsed }) => unparsed)).toEqual([0, 0, 0]);
  expect(detections.find(({ id }) => id === 'empty-texts')?.value.en).toBe('Read as empty: 0 (1 cell)');
});
