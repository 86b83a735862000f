import * as aq from 'arquero';
import { describe, expect, it } from 'vitest';
import type { Cell, ColumnType } from '#contract/values';
import { rowsOf, type Table, tableOf } from '../table/table.ts';
import { checkParams } from './params.ts';
import { STEPS } from './steps/registry.ts';

// The steps that compute over many rows, beside Arquero 8 as an independent implementation, on random tables.

const ROUNDS = 40;

/** Numbers from 0 up to 1, the same for a seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const COLUMNS: readonly [string, ColumnType][] = [
  ['shop', 'text'],
  ['city', 'text'],
  ['qty', 'int'],
];

function randomRows(seed: number): Cell[][] {
  const next = random(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
  const rows = Math.floor(next() * 60);
  return Array.from({ length: rows }, () => [pick(['a', 'b', 'B', null]), pick(['杭州', '宁波', '']) || null, next() < 0.2 ? null : Math.floor(next() * 9) - 3]);
}

const ours = (rows: Cell[][]): Table => tableOf(COLUMNS, rows);
const theirs = (rows: Cell[][]) => aq.table(Object.fromEntries(COLUMNS.map(([name], i) => [name, rows.map((row) => row[i] ?? null)])));

function run(id: string, table: Table, params: Record<string, unknown>, others: Readonly<Record<string, Table>> = {}): Cell[][] {
  const step = STEPS.find((one) => one.id === id);
  if (step === undefined) throw new Error(id);
  const context = { typing: { decimal: '.' as const, dateOrder: 'ymd' as const, offsetOf: () => 0 }, pseudonym: (text: string) => text, table: (name: string) => others[name] };
  return rowsOf(step.run(table, checkParams(id, step.params, params), context).table) as Cell[][];
}

const cells = (table: aq.ColumnTable): Cell[][] =>
  (table.objects() as Record<string, Cell>[]).map((row) => table.columnNames().map((name) => (row[name] === undefined || Number.isNaN(row[name] as number) ? null : (row[name] as Cell))));
const anyOrder = (rows: Cell[][]) => rows.map((row) => JSON.stringify(row)).sort();

describe.each(Array.from({ length: ROUNDS }, (_, seed) => [seed, randomRows(seed)] as const))('random table %i', (_, rows) => {
  it('keeps the same rows', () => {
    const filtered = theirs(rows).filter((d: { qty: number | null }) => d.qty !== null && d.qty > 1);
    expect(run('filter-rows', ours(rows), { condition: '[qty] > 1' })).toEqual(cells(filtered));
  });

  it('has the same groups, sums, counts and different cells', () => {
    const rollup = theirs(rows)
      .groupby('shop', 'city')
      .rollup({ sum: (d: { qty: number }) => aq.op.sum(d.qty), n: () => aq.op.count(), cities: (d: { qty: number }) => aq.op.distinct(d.qty), least: (d: { qty: number }) => aq.op.min(d.qty) });
    const params = {
      columns: ['shop', 'city'],
      values: [
        ['sum', 'qty', 'sum'],
        ['count', '', 'n'],
        ['distinct', 'qty', 'different'],
        ['min', 'qty', 'least'],
      ],
    };
    // Arquero counts a missing cell as one more different cell, and sums nothing to nothing.
    const expected = cells(rollup).map(([shop, city, sum, n, different, least]) => {
      const own = rows.filter((row) => row[0] === shop && row[1] === city);
      return [shop, city, own.every((row) => row[2] === null) ? null : sum, n, own.some((row) => row[2] === null) ? Number(different) - 1 : different, least];
    });
    expect(anyOrder(run('aggregate', ours(rows), params))).toEqual(anyOrder(expected as Cell[][]));
  });

  it('drops the same duplicates', () => {
    // Rows with nothing in both columns are no duplicates to us.
    const named = rows.filter((row) => row[0] !== null || row[1] !== null);
    expect(run('remove-duplicates', ours(named), { columns: ['shop', 'city'], keep: 'first' })).toEqual(cells(theirs(named).dedupe('shop', 'city')));
  });

  it('joins the same rows, in the same order', () => {
    const stock = [
      ['a', 1],
      ['B', 2],
      ['B', 3],
      ['z', 4],
    ] as Cell[][];
    const right = tableOf(
      [
        ['place', 'text'],
        ['left', 'int'],
      ],
      stock,
    );
    const other = aq.table({ place: stock.map(([place]) => place), left: stock.map(([, left]) => left) });
    for (const how of ['left', 'inner'] as const) {
      const joined = how === 'left' ? theirs(rows).join_left(other, ['shop', 'place']) : theirs(rows).join(other, ['shop', 'place']);
      const mine = run('join', ours(rows), { dataset: 'stock', on: [['shop', 'place']], how }, { stock: right });
      expect(anyOrder(mine.map((row) => [row[0], row[1], row[2], row.at(-1)] as Cell[]))).toEqual(anyOrder(cells(joined.select('shop', 'city', 'qty', 'left'))));
    }
  });

  it('turns rows into columns alike', () => {
    const known = rows.filter((row) => row[1] !== null && row[2] !== null);
    const wide = theirs(known)
      .groupby('shop')
      .pivot('city', { qty: (d: { qty: number }) => aq.op.sum(d.qty) }, { sort: true });
    const mine = run('pivot', ours(known), { columns: ['shop'], across: 'city', how: 'sum', of: 'qty' });
    expect(anyOrder(mine)).toEqual(anyOrder(cells(wide)));
  });
});
