import { expect, test } from 'vitest';
import { tableOf } from '../table/table.ts';
import { atOnce } from '../values/sliced.ts';
import { FreshSources } from './fresh-sources.ts';
import { loadSources, stackedSources, takeSources } from './sources.ts';

const file = (name: string, ...cells: string[]) =>
  tableOf(
    [[name, 'text']],
    cells.map((cell) => [cell]),
  );

const origin = (renames: Record<string, string> = {}) => ({ sources: [1, 2], renames, types: {}, dateOrder: 'ymd', decimal: '.' }) as const;

function places() {
  const freshSources = new FreshSources();
  freshSources.keep(1, file('no', 'A', 'B'));
  freshSources.keep(2, file('no', 'B', 'C'));
  return { freshSources, database: undefined as never };
}

test('files of the running import are called as their table has them', () => {
  expect(loadSources(places(), origin({ no: 'order' })).map(({ table }) => table.columns[0]?.name)).toEqual(['order', 'order']);
});

test('files of the running import are stacked once, and then are in memory as that alone', () => {
  const here = places();
  const stacked = atOnce(stackedSources(here, origin()));
  expect([stacked.table.rows, stacked.parts.map(({ source, rows }) => [source, rows])]).toEqual([
    4,
    [
      [1, 2],
      [2, 2],
    ],
  ]);
  expect([here.freshSources.table(1), here.freshSources.table(2)]).toEqual([undefined, undefined]);
  expect(takeSources(here, origin())).toBe(stacked);
});

test('a stack is handed over once: who has it fills its blanks', () => {
  const here = places();
  atOnce(stackedSources(here, origin()));
  takeSources(here, origin());
  expect(here.freshSources.takeStacked(JSON.stringify([[1, 2], {}, {}, 'ymd', '.']))).toBeUndefined();
});

test('a stack under other names is another one', () => {
  const here = places();
  const other = atOnce(stackedSources(places(), origin({ no: 'order' })));
  here.freshSources.keepStacked('other', other);
  expect(Array.isArray(takeSources(here, origin()))).toBe(true);
});

test('what is kept has an end', () => {
  const fresh = new FreshSources();
  const large = { ...file('no', 'A'), rows: 1_500_000 };
  fresh.keep(1, large);
  fresh.keep(2, large);
  expect([fresh.table(1), fresh.table(2)]).toEqual([large, undefined]);
});
