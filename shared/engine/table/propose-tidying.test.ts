import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KEY_TIDYINGS, type KeyTidying } from '#contract/documents';
import { matchTables } from './join.ts';
import { proposeTidying, type Tidying } from './propose-tidying.ts';
import { type Column, tableOf } from './table.ts';

const keys = (cells: readonly (string | null)[]) =>
  tableOf(
    [['k', 'text']],
    cells.map((cell) => [cell]),
  );
const columnOf = (cells: readonly (string | null)[]) => keys(cells).columns[0] as Column;

test.each<[string, readonly (string | null)[], readonly (string | null)[], readonly KeyTidying[], readonly Tidying[]]>([
  ['nothing helps', ['a', 'b'], ['c'], [], []],
  ['all meet', ['a', null], ['a'], [], []],
  ['zeros', ['00123', '00123', '7', 'x'], ['123', '7'], [], [{ how: ['zeros'], rows: 2 }]],
  [
    'two things, each for some rows, and both for all',
    ['01', 'A', 'B'],
    ['1', 'a', 'b'],
    [],
    [
      { how: ['case', 'zeros'], rows: 3 },
      { how: ['case'], rows: 2 },
      { how: ['zeros'], rows: 1 },
    ],
  ],
  ['two things that help only together', ['#001'], ['1'], [], [{ how: ['zeros', 'signs'], rows: 1 }]],
  ['what is overlooked already stays', ['#001', 'A'], ['1', 'a'], ['case'], [{ how: ['case', 'zeros', 'signs'], rows: 1 }]],
])('%s', (_name, left, right, tidy, proposals) => expect(proposeTidying(columnOf(left), columnOf(right), { tidy, pairs: [] })).toEqual(proposals));

test('what is proposed is what the join then finds', () => {
  const cell = fc.constantFrom('1', '01', '#1', '1.0', 'a', 'A', ' a', 'Ａ', 'x', null);
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 8 }), fc.array(cell, { maxLength: 8 }), fc.subarray([...KEY_TIDYINGS], { maxLength: 2 }), (left, right, tidy) => {
      const met = (how: readonly KeyTidying[]) => matchTables(keys(left), keys(right), [['k', 'k']], [{ tidy: how, pairs: [] }]).matchedLeft;
      const proposals = proposeTidying(columnOf(left), columnOf(right), { tidy, pairs: [] });
      for (const { how, rows } of proposals) expect(met(how)).toBe(met(tidy) + rows);
      expect(met(proposals[0]?.how ?? tidy)).toBe(met(KEY_TIDYINGS));
    }),
    { numRuns: 500 },
  );
});
