import { expect, test } from 'vitest';
import type { PlainSheet } from '../../ports.ts';
import { lowered, withTitlesAbove } from './titles.ts';

const sheet = (name: string, rows: string[][], merges: string[] = []): PlainSheet => ({ name, rows, merges, errors: [], hidden: false, hiddenRows: [], hiddenColumns: [], names: [] });
const goods = [
  ['商品', '金额'],
  ['A1', '1.50'],
];

const untitled = (one: PlainSheet) => ({ sheet: one, titles: [] });

test('a table that only holds a title stands above the next one', () => {
  const title = sheet('Sheet1', [['销售明细'], ['2025-06-01 — 2025-06-30']], ['A1:B1']);
  expect(withTitlesAbove([title, sheet('Sheet2', goods, ['A1:A2']), sheet('Sheet3', goods)])).toEqual([
    { sheet: sheet('Sheet2', goods, ['A1:A2']), titles: [['销售明细'], ['2025-06-01 — 2025-06-30']] },
    untitled(sheet('Sheet3', goods)),
  ]);
});

test('rows above a sheet move what is merged in it', () => {
  expect(lowered(sheet('Sheet1', goods, ['A1:A2']), [['销售明细'], ['6 月']])).toEqual(sheet('Sheet1', [['销售明细'], ['6 月'], ...goods], ['A3:A4']));
});

test.each<[string, PlainSheet[]]>([
  ['tables', [sheet('Sheet1', goods), sheet('Sheet2', goods)]],
  ['a title below every table', [sheet('Sheet1', goods), sheet('Sheet2', [['完']])]],
  ['a title alone', [sheet('Sheet1', [['销售明细']])]],
  ['a title above what is no table', [sheet('Sheet1', [['销售明细']]), sheet('Sheet2', [['a', 'b']])]],
  ['a list', [sheet('Sheet1', [['编号'], ['1'], ['2']]), sheet('Sheet2', goods)]],
  ['a longer list', [sheet('Sheet1', [['商品'], ['a'], ['b'], ['c']]), sheet('Sheet2', goods)]],
])('%s stay as they are', (_name, sheets) => {
  expect(withTitlesAbove(sheets)).toEqual(sheets.map(untitled));
});
