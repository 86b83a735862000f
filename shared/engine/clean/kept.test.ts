import { describe, expect, it } from 'vitest';
import type { KeptRow, RecipeStep } from '#contract/documents';
import { rowsOf, tableOf } from '../table/table.ts';
import { replayRecipe } from './apply.ts';

const orders = tableOf(
  [
    ['id', 'id'],
    ['state', 'text'],
    ['paid', 'money'],
  ],
  [
    ['1', 'closed', 10000],
    ['2', 'done', 20000],
    ['1', 'done', 10000],
    ['3', 'closed', null],
    ['2', 'closed', 20000],
  ],
);
const context = { typing: { decimal: '.', dateOrder: 'ymd', offsetOf: () => 0 } as const, pseudonym: (text: string) => text, table: (id: string) => (id === 'other' ? other : undefined) };
const other = tableOf([['id', 'id']], [['2']]);
const at = (...rows: number[]): KeptRow[] => rows.map((row) => ({ source: 0, row }));
const replay = (...steps: RecipeStep[]) => replayRecipe(orders, steps, context, () => 0);
const last = (...steps: RecipeStep[]) => rowsOf(replay(...steps).tables.at(-1) ?? orders);
const filter = (keep?: KeptRow[]): RecipeStep => ({ step: 'filter-rows', version: 1, params: { condition: "state = 'done'" }, ...(keep && { keep }) });
const duplicates = (keep?: KeptRow[]): RecipeStep => ({ step: 'remove-duplicates', version: 1, params: { columns: ['id'] }, ...(keep && { keep }) });

describe('rows kept by hand', () => {
  it('stand at their old place among those that stay', () => {
    expect(last(filter()).map(([id, state]) => [id, state])).toEqual([
      ['2', 'done'],
      ['1', 'done'],
    ]);
    expect(last(filter(at(4, 1)))).toEqual([
      ['1', 'closed', 10000],
      ['2', 'done', 20000],
      ['1', 'done', 10000],
      ['3', 'closed', null],
    ]);
  });

  it('are an exception of one step: the next one takes them away as any other row', () => {
    expect(last(filter(at(1)), duplicates()).map(([id, state]) => [id, state])).toEqual([
      ['1', 'closed'],
      ['2', 'done'],
    ]);
    expect(last(duplicates(at(3)), filter()).map(([id]) => id)).toEqual(['2', '1']);
  });

  it('work in any step that takes rows away, with nothing in columns that it adds', () => {
    const join: RecipeStep = { step: 'join', version: 1, params: { dataset: 'other', on: [['id', 'id']], how: 'inner' }, keep: at(1) };
    const rows = last(join);
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ['1', 'closed'],
      ['2', 'done'],
      ['2', 'closed'],
    ]);
  });

  it('change nothing where the step keeps them anyway, where they are not there, or where it makes rows of its own', () => {
    expect(last(filter(at(2, 99)))).toEqual(last(filter()));
    const sums: RecipeStep = { step: 'aggregate', version: 1, params: { columns: ['state'], values: [['count', 'id', 'n']] } };
    expect(last({ ...sums, keep: at(1) })).toEqual(last(sums));
  });

  it('are said in the detail of the step, and counted in its rows', () => {
    const { results } = replay(filter(at(1, 4)));
    expect(results[0]?.detail.en).toBe("state = 'done'; 2 rows kept by hand");
    expect(results[0]?.detail.zh).toBe("state = 'done'；手动保留 2 行");
    expect(results[0]?.rowsAfter).toBe(4);
  });
});
