import { expect, test } from 'vitest';
import { rowsOf, tableOf } from '../../table/table.ts';
import { combineSources } from './combine.ts';

const file = (source: number, rows: (string | null)[][]) => ({
  source,
  table: tableOf(
    [
      ['sku', 'text'],
      ['name', 'text'],
    ],
    rows,
  ),
});

test('rows without a key replace nothing: they are known by all of their cells', () => {
  const { table, counts } = combineSources(
    [
      file(1, [
        [null, 'shirt'],
        [null, 'hat'],
        ['A', 'shoe'],
      ]),
      file(2, [
        [null, 'pot'],
        [null, 'hat'],
        ['A', 'boot'],
      ]),
    ],
    ['sku'],
  );
  expect(rowsOf(table)).toEqual([
    [null, 'shirt'],
    [null, 'hat'],
    ['A', 'boot'],
    [null, 'pot'],
  ]);
  expect(counts[1]).toEqual({ source: 2, read: 3, added: 1, updated: 1, unchanged: 1 });
});

test('a blank never overwrites a value, however many files leave it blank', () => {
  const report = (source: number, ...row: (string | null)[]) => ({
    source,
    table: tableOf(
      [
        ['no', 'text'],
        ['state', 'text'],
        ['note', 'text'],
      ],
      [row],
    ),
  });
  const { table, counts } = combineSources([report(1, 'A', 'paid', 'call first'), report(2, 'A', 'sent', null), report(3, 'A', 'done', null), report(4, 'A', null, 'call first')], ['no']);
  expect(rowsOf(table)).toEqual([['A', 'done', 'call first']]);
  expect(counts.map(({ added, updated, unchanged }) => [added, updated, unchanged])).toEqual([
    [1, 0, 0],
    [0, 1, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]);
});

test('rows that are equal inside one file stay as many as the file with the most of them has', () => {
  const hats = (source: number, count: number) =>
    file(
      source,
      Array.from({ length: count }, () => ['A', 'hat']),
    );
  const { table, counts } = combineSources([hats(1, 2), hats(2, 3), hats(3, 1)], []);
  expect(table.rows).toBe(3);
  expect(counts.map(({ added, unchanged }) => [added, unchanged])).toEqual([
    [2, 0],
    [1, 2],
    [0, 1],
  ]);
});

test('the sources themselves stay as they were', () => {
  const sources = [file(1, [['A', 'shoe']]), file(2, [['B', null]]), file(3, [['B', 'pot']])];
  combineSources(sources, ['sku']);
  expect(sources.map(({ table }) => rowsOf(table))).toEqual([[['A', 'shoe']], [['B', null]], [['B', 'pot']]]);
});

test('codes are the same with and without what keeps Excel from eating them', () => {
  const orders = (source: number, ...rows: [string, string][]) => ({
    source,
    table: tableOf(
      [
        ['no', 'text'],
        ['state', 'text'],
      ],
      rows,
    ),
  });
  const { table, counts } = combineSources(
    [
      orders(1, ['="001"', 'paid'], ['002', 'paid'], ['\t003', 'paid'], ["'004", 'paid'], ['005', 'paid'], ['006', 'paid']),
      orders(2, ['001', 'done'], ['002\t', 'done'], ['="003"', 'done'], ['004 ', 'done'], ['="005"', 'paid'], ['0006', 'paid']),
    ],
    ['no'],
  );
  expect(rowsOf(table)).toEqual([
    ['001', 'done'],
    ['002\t', 'done'],
    ['="003"', 'done'],
    ['004 ', 'done'],
    ['005', 'paid'],
    ['006', 'paid'],
    ['0006', 'paid'],
  ]);
  expect(counts[1]).toEqual({ source: 2, read: 6, added: 1, updated: 4, unchanged: 1 });
  // Without a key a row is known by all of its cells, as they stand.
  expect(combineSources([orders(1, ['="001"', 'paid']), orders(2, ['001', 'paid'])], []).counts[1]?.added).toBe(1);
});
