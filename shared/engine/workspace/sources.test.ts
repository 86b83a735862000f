import { expect, test } from 'vitest';
import { stackSources } from '../import/reimport/stack.ts';
import { tableOf } from '../table/table.ts';
import { loadSources } from './sources.ts';

const file = (name: string, ...cells: string[]) =>
  tableOf(
    [[name, 'text']],
    cells.map((cell) => [cell]),
  );

test('files of the running import are stacked once, unless their columns are called otherwise', () => {
  const freshSources = new Map([
    [1, file('no', 'A', 'B')],
    [2, file('no', 'B', 'C')],
  ]);
  const places = { freshSources, database: undefined as never };
  const load = (renames: Record<string, string>) => loadSources(places, { sources: [1, 2], renames, types: {}, dateOrder: 'ymd', decimal: '.' });
  const stacked = stackSources(load({}), ['no']);
  expect(stacked.rows).toBe(4);
  expect(stackSources(load({}), ['no'])).toBe(stacked);
  const renamed = load({ no: 'order' });
  expect(renamed.map(({ table }) => table.columns[0]?.name)).toEqual(['order', 'order']);
  expect(stackSources(renamed, ['order'])).not.toBe(stacked);
  expect(stackSources(load({}).slice(1), ['no']).rows).toBe(2);
});
