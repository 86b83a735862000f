import { describe, expect, it } from 'vitest';
import type { RecipeStep } from '#contract/documents';
import { replayRecipe } from '../clean/index.ts';
import { type Table, tableOf } from '../table/table.ts';
import { removedView } from './removed-view.ts';

const orders = tableOf(
  [
    ['id', 'id'],
    ['at', 'date'],
  ],
  [
    ['1', '2025-01-01'],
    ['2', '2025-01-01'],
    ['1', '2025-03-01'],
    ['3', '2025-01-01'],
    ['2', '2025-01-02'],
    ['1', '2025-02-01'],
  ],
);
const context = { typing: { decimal: '.', dateOrder: 'ymd', offsetOf: () => 0 } as const, pseudonym: (text: string) => text, table: () => undefined };

function viewOf(step: RecipeStep) {
  const [before, after] = replayRecipe(orders, [step], context, () => 0).tables as [Table, Table];
  const { rows, fate, ...rest } = removedView(before, after, step);
  return { rows: [...rows].map((row) => `${row + 1}${' -h'[fate[row] as number]}`), ...rest };
}

const newest: RecipeStep = { step: 'remove-duplicates', version: 1, params: { columns: ['id'], keep: 'newest', by: 'at' } };

describe('the rows a step takes away', () => {
  it('stand under the one that stays of each key', () => {
    expect(viewOf(newest)).toEqual({ rows: ['3 ', '1-', '6-', '5 ', '2-'], removed: 3, same: { columns: ['id'], groups: 2 }, keepable: true });
  });

  it('no longer count those that are kept by hand', () => {
    expect(viewOf({ ...newest, keep: [{ source: 0, row: 1 }] })).toEqual({ rows: ['1h', '3 ', '6-', '5 ', '2-'], removed: 2, same: { columns: ['id'], groups: 2 }, keepable: true });
    expect(viewOf({ ...newest, keep: [{ source: 0, row: 2 }] }).same).toEqual({ columns: ['id'], groups: 1 });
  });

  it('stand alone where the step compares no rows', () => {
    const filter = { step: 'filter-rows', version: 1, params: { condition: "id = '1'" } };
    expect(viewOf(filter)).toEqual({ rows: ['2-', '4-', '5-'], removed: 3, same: null, keepable: true });
  });

  it('cannot be kept where the step makes rows of its own', () => {
    expect(viewOf({ step: 'aggregate', version: 1, params: { columns: ['id'], values: [['count', 'at', 'n']] } }).keepable).toBe(false);
  });
});
