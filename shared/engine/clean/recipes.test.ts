import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecipeStep } from '#contract/documents';
import type { Cell } from '#contract/values';
import { rowsOf, type Table, tableOf } from '../table/table.ts';
import { replayRecipe } from './apply.ts';
import type { StepContext } from './define.ts';

const context: StepContext = {
  typing: { decimal: '.', dateOrder: 'ymd', offsetOf: () => 480 },
  pseudonym: (text) => `p${text.length}`,
  table: () =>
    tableOf(
      [
        ['s', 'text'],
        ['v', 'money'],
      ],
      [
        ['x', 1],
        ['x', 2],
        ['ｙ ', 3],
      ],
    ),
};

const row = fc.tuple(
  fc.constantFrom<Cell>('x', ' x', 'ｙ ', 'A/b', '', null),
  fc.constantFrom<Cell>(0, 1, 2, -3, null),
  fc.constantFrom<Cell>(10_000, 25_000, null),
  fc.constantFrom<Cell>('2025-06-01', '2025-06-18', null),
);
const table = fc.array(row, { maxLength: 14 }).map((rows) =>
  tableOf(
    [
      ['s', 'text'],
      ['n', 'int'],
      ['m', 'money'],
      ['d', 'date'],
    ],
    rows.map((cells) => cells.map((cell) => (cell === '' ? null : cell))),
  ),
);

/** Steps that fit the table at the start; later some of them meet columns that are gone, and fail. */
const STEPS: readonly RecipeStep[] = (
  [
    ['tidy-text', { columns: ['s'] }],
    ['rename-columns', { names: [['s', 't']] }],
    ['remove-columns', { columns: ['n'] }],
    ['reorder-columns', { columns: ['d', 'm'] }],
    ['replace-values', { column: 's', values: [['x', 'z']] }],
    ['split-column', { column: 's', by: 'separator', at: '/', names: ['left', 'right'] }],
    ['merge-columns', { columns: ['s', 'm'], name: 'both' }],
    ['set-type', { column: 'n', type: 'text' }],
    ['derive', { column: 'twice', expression: 'n * 2' }],
    ['fill', { columns: ['s', 'n'], how: 'down' }],
    ['filter-rows', { condition: 'n > 0' }],
    ['remove-duplicates', { columns: ['s'] }],
    ['sort-rows', { columns: ['n', 's'] }],
    ['row-number', { name: 'no', within: ['s'] }],
    ['rank', { column: 'm', name: 'place' }],
    ['running-total', { column: 'm', name: 'total' }],
    ['lag', { column: 'n', name: 'before' }],
    ['bucket', { column: 'n', limits: ['1'], name: 'range' }],
    ['convert-unit', { column: 'm', conversion: 'times', factor: 3 }],
    ['date-parts', { column: 'd', part: 'month', name: 'month' }],
    [
      'aggregate',
      {
        columns: ['s'],
        values: [
          ['sum', 'm', 'm'],
          ['count', '', 'n'],
        ],
      },
    ],
    ['pivot', { columns: ['d'], across: 's', how: 'sum', of: 'm' }],
    ['unpivot', { columns: ['n', 'm'], name: 'what', value: 'much' }],
    ['join', { dataset: 'other', on: [['s', 's']] }],
    ['look-up', { dataset: 'other', on: [['s', 's']], columns: ['v'] }],
    ['stack', { datasets: ['other'] }],
    ['mask', { columns: ['s'] }],
    ['tag-rows', { name: 'tag', rules: [['n > 1', 'big']] }],
    ['edit-cells', { cells: ['0\t1\ts\tedited'] }],
  ] as const
).map(([step, params]) => ({ step, version: 1, params }) as unknown as RecipeStep);
const recipe = fc.array(fc.constantFrom(...STEPS), { maxLength: 6 });

const written = (one: Table) => [one.columns.map(({ name, type }) => `${name}:${type}`), rowsOf(one), [...one.origin.source], [...one.origin.row]];
const run = (start: Table, steps: readonly RecipeStep[]) => replayRecipe(start, steps, context, () => 0);
const last = (start: Table, steps: readonly RecipeStep[]) => written(run(start, steps).tables.at(-1) as Table);

test('a recipe replayed is the same as its steps one after the other, as far as they go', () => {
  fc.assert(
    fc.property(table, recipe, (start, steps) => {
      const { tables, failedAt } = run(start, steps);
      expect(tables).toHaveLength(steps.length + 1);
      let current = start;
      for (const [i, step] of steps.entries()) {
        if (failedAt >= 0 && i >= failedAt) break;
        current = run(current, [step]).tables[1] as Table;
        expect(written(tables[i + 1] as Table)).toEqual(written(current));
      }
      expect(written(tables.at(-1) as Table)).toEqual(written(current));
    }),
    { numRuns: 300 },
  );
});

test('what is known of the first steps is taken as it is', () => {
  fc.assert(
    fc.property(table, recipe, recipe, (start, first, second) => {
      const earlier = run(start, first);
      const steps = [...first, ...second];
      const { tables, results, failedAt } = replayRecipe(start, steps, context, () => 0, { tables: earlier.tables, results: earlier.results });
      const whole = run(start, steps);
      expect(tables.map(written)).toEqual(whole.tables.map(written));
      expect([results, failedAt]).toEqual([whole.results, whole.failedAt]);
    }),
    { numRuns: 200 },
  );
});

test('a step that is turned off is not there; turned on again it is as before', () => {
  fc.assert(
    fc.property(table, recipe, fc.nat(5), (start, steps, at) => {
      const off = steps.map((step, i) => (i === at ? { ...step, on: false } : step));
      expect(last(start, off)).toEqual(
        last(
          start,
          steps.filter((_, i) => i !== at),
        ),
      );
      expect(
        last(
          start,
          off.map((step) => ({ ...step, on: true })),
        ),
      ).toEqual(last(start, steps));
    }),
    { numRuns: 200 },
  );
});

test('a recipe survives being written down, and steps that this version does not know', () => {
  fc.assert(
    fc.property(table, recipe, fc.nat(6), (start, steps, at) => {
      const unknown = { step: 'from-the-future', version: 9, params: { deep: [1, { x: null }] } } as RecipeStep;
      const longer = JSON.parse(JSON.stringify([...steps.slice(0, at), unknown, ...steps.slice(at)])) as RecipeStep[];
      expect(longer[Math.min(at, steps.length)]).toEqual(unknown);
      expect(last(start, longer)).toEqual(last(start, steps));
    }),
    { numRuns: 200 },
  );
});

test('no step writes into the table it is given', () => {
  fc.assert(
    fc.property(table, recipe, (start, steps) => {
      const before = written(start);
      const { tables } = run(start, steps);
      const middle = tables.map(written);
      run(start, steps);
      expect(written(start)).toEqual(before);
      expect(tables.map(written)).toEqual(middle);
    }),
    { numRuns: 100 },
  );
});
