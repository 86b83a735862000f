import { describe, expect, test } from 'vitest';
import type { ColumnType } from '#contract/values';
import { isPersonalHeader } from '../../model/index.ts';
import { TableBuilder } from '../builder.ts';
import type { SourceTable } from './stack.ts';
import { findKeys } from './natural-key.ts';

/** A file of rows as they stand, one cell a column. */
function file(source: number, names: readonly string[], rows: readonly (readonly string[])[]): SourceTable {
  const builder = new TableBuilder(names.length);
  rows.forEach((cells, row) => {
    builder.startRow(row + 2);
    for (const [column, text] of cells.entries()) builder.setText(column, text);
  });
  return { source, table: builder.build(names) };
}

const keysOf = (types: Readonly<Record<string, ColumnType>>, ...files: SourceTable[]) => findKeys(files, { types, isPersonal: isPersonalHeader });
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

const ORDER = { order_id: 'id', status: 'enum', amount: 'money' } as const;
const order = (id: number, status = 'sent') => [`A${10_000 + id}`, status, `${id}.50`];
const orders = (source: number, ids: readonly number[], status?: (id: number) => string) =>
  file(
    source,
    Object.keys(ORDER),
    ids.map((id) => order(id, status?.(id))),
  );

describe('the columns that tell rows apart', () => {
  test('an id that differs in every row and finds most rows again is certain', () => {
    const { proposals } = keysOf(
      ORDER,
      orders(1, range(0, 100)),
      orders(2, range(10, 110), (id) => (id < 20 ? 'returned' : 'sent')),
    );
    expect(proposals).toEqual([
      {
        columns: ['order_id'],
        rows: 100,
        different: 100,
        found: 90,
        agreeing: (80 * 2 + 10) / 180,
        sure: true,
        reason: { en: 'order_id: 100 of 100 different, 90 found again', zh: 'order_id：100 行中 100 行互不相同，90 行已存在' },
      },
    ]);
  });

  test('of a single file it is said that its rows differ, and nothing is certain', () => {
    const { proposals } = keysOf(ORDER, orders(1, range(0, 100)));
    expect(proposals.map(({ columns, found, sure, reason }) => ({ columns, found, sure, en: reason.en }))).toEqual([
      { columns: ['order_id'], found: null, sure: false, en: 'order_id: 100 of 100 different' },
    ]);
  });

  test('of several files at once the one that finds most of its rows again speaks, wherever it stands; ahead of an import only the last', () => {
    const files = [orders(1, range(0, 40)), orders(2, range(0, 40), (id) => (id < 3 ? 'returned' : 'sent')), orders(3, range(38, 100)), orders(4, range(100, 130))];
    const told = (ofLast: boolean) => findKeys(files, { types: ORDER, isPersonal: isPersonalHeader, ofLast }).proposals.map(({ columns, rows, found, sure }) => ({ columns, rows, found, sure }));
    expect(told(false)).toEqual([{ columns: ['order_id'], rows: 40, found: 40, sure: true }]);
    expect(told(true)).toEqual([{ columns: ['order_id'], rows: 30, found: 0, sure: false }]);
  });

  test.each([
    ['fewer than half of the rows are found again', range(60, 160), undefined],
    ['too few rows are found again to be no chance', range(90, 105), undefined],
    ['the rows that meet are unlike', range(10, 110), (id: number) => `new ${id}`],
  ])('it is not certain where %s', (_why, ids, status) => {
    expect(keysOf({ ...ORDER, amount: 'money' }, orders(1, range(0, 100)), orders(2, ids, status)).proposals.map(({ columns, sure }) => ({ columns, sure }))).toEqual([
      { columns: ['order_id'], sure: false },
    ]);
  });

  test('a column that numbers the rows of each file meets rows that are not the same: it is no key', () => {
    const numbered = (source: number, ids: readonly number[]) =>
      file(
        source,
        ['no', ...Object.keys(ORDER)],
        ids.map((id, i) => [String(i + 1), ...order(id)]),
      );
    const { proposals } = keysOf({ no: 'id', ...ORDER }, numbered(1, range(0, 100)), numbered(2, range(30, 130)));
    expect(proposals.map(({ columns, sure }) => ({ columns, sure }))).toEqual([{ columns: ['order_id'], sure: true }]);
  });

  test('an order of several lines needs the line: the smallest set that does', () => {
    const types = { order_id: 'id', sku: 'id', quantity: 'int', note: 'text' } as const;
    const lines = (source: number, ids: readonly number[]) =>
      file(
        source,
        Object.keys(types),
        ids.flatMap((id) => ['X1', 'X2', 'X3'].map((sku) => [`A${id}`, sku, '1', `n${id % 7}`])),
      );
    const { proposals } = keysOf(types, lines(1, range(0, 60)), lines(2, range(10, 70)));
    expect(proposals.map(({ columns, sure }) => ({ columns, sure }))).toEqual([{ columns: ['order_id', 'sku'], sure: true }]);
  });

  test('a day and a name tell days of campaigns apart; without an id that is offered, not used', () => {
    const types = { day: 'date', campaign: 'text', cost: 'money' } as const;
    const days = (source: number, list: readonly number[]) =>
      file(
        source,
        Object.keys(types),
        list.flatMap((day) => ['brand', 'sale'].map((campaign) => [`2024-01-${String(day).padStart(2, '0')}`, campaign, `${day}`])),
      );
    const { proposals } = keysOf(types, days(1, range(1, 25)), days(2, range(5, 29)));
    expect(proposals.map(({ columns, sure }) => ({ columns, sure }))).toEqual([{ columns: ['day', 'campaign'], sure: false }]);
    // Of a single file, that its rows differ in something without an id says nothing.
    expect(keysOf(types, days(1, range(1, 25))).proposals).toEqual([]);
  });

  test('blanks, amounts and people make no key; the nearest columns are told', () => {
    const types = { order_id: 'id', phone: 'id', amount: 'money', ticket_id: 'id' } as const;
    const rows = range(0, 50).map((id) => [`A${Math.floor(id / 2)}`, `1380000${1000 + id}`, `${id}.10`, id === 7 ? '' : `T${id}`]);
    const found = keysOf(types, file(1, Object.keys(types), rows), file(2, Object.keys(types), rows.slice(5)));
    expect(found.proposals).toEqual([]);
    expect(found.nearest).toMatchObject({ columns: ['order_id'], rows: 45, different: 23, sure: false });
  });
});

test('the day of a file is part of every key', () => {
  const rows = (date: string) => Array.from({ length: 30 }, (_, i) => [`S${i}`, String(i % 7), date]);
  const names = ['sku', 'stock', 'file_date'];
  const { proposals } = findKeys([file(1, names, rows('2025-06-01')), file(2, names, rows('2025-06-02'))], {
    types: { sku: 'id', stock: 'int', file_date: 'date' },
    isPersonal: () => false,
  });
  expect(proposals.map(({ columns, sure }) => [columns, sure])).toEqual([[['sku', 'file_date'], false]]);
});
