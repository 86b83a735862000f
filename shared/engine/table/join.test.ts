import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JoinHow, KEY_TIDYINGS, type KeyTidying } from '#contract/documents';
import type { Cell } from '#contract/values';
import { joinedRows, joinTables, matchTables } from './join.ts';
import { gather, rowsOf, tableOf, type Table } from './table.ts';

/** What a join means, row by row. */
function plainJoin(left: Table, right: Table, keys: readonly (readonly [number, number])[], how: JoinHow): Cell[][] {
  const meets = (l: Cell[], r: Cell[]) => keys.every(([a, b]) => l[a] !== null && r[b] !== null && String(l[a]) === String(r[b]));
  const leftRows = rowsOf(left);
  const rightRows = rowsOf(right);
  const out: Cell[][] = [];
  for (const l of leftRows) {
    const met = rightRows.filter((r) => meets(l, r));
    if (how === 'anti') {
      if (met.length === 0) out.push(l);
    } else if (met.length > 0) out.push(...met.map((r) => [...l, ...r]));
    else if (how !== 'inner') out.push([...l, ...right.columns.map(() => null)]);
  }
  if (how === 'full') for (const r of rightRows) if (!leftRows.some((l) => meets(l, r))) out.push([...left.columns.map(() => null), ...r]);
  return out;
}

const text = fc.constantFrom<Cell>('1', '2', 'x', null);
const number = fc.constantFrom<Cell>(1, 2, 2.5, 0, null);
const sideOf = (names: readonly [string, string, string]) =>
  fc.tuple(fc.array(fc.tuple(text, number, text), { maxLength: 12 }), fc.boolean()).map(([rows, half]) => {
    const table = tableOf(
      [
        [names[0], 'text'],
        [names[1], 'number'],
        [names[2], 'text'],
      ],
      rows,
    );
    // Rows that were filtered away leave their texts in the dictionary.
    return half
      ? gather(
          table,
          Uint32Array.from({ length: Math.floor(table.rows / 2) }, (_, i) => i * 2),
        )
      : table;
  });

test('joins are what they mean, whatever the keys', () => {
  const keys = fc.subarray(
    [
      [0, 0],
      [1, 1],
      [0, 1],
      [1, 0],
      [2, 2],
    ] as const,
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(sideOf(['a', 'b', 'c']), sideOf(['d', 'e', 'f']), keys, fc.constantFrom<JoinHow>('left', 'inner', 'full', 'anti'), (left, right, pairs, how) => {
      const match = matchTables(
        left,
        right,
        pairs.map(([l, r]) => [left.columns[l]?.name ?? '', right.columns[r]?.name ?? '']),
      );
      const wanted = plainJoin(left, right, pairs, how);
      expect(rowsOf(joinTables(left, right, match, how))).toEqual(wanted);
      expect(joinedRows(left, right, match, how)).toBe(wanted.length);
    }),
    { numRuns: 500 },
  );
});

test('a join that would fill the memory is refused with its size', () => {
  const side = (name: string) => ({ ...tableOf([[name, 'text']], [['x']]), rows: 5000 });
  const many = (name: string) => gather(side(name), new Uint32Array(5000));
  const match = matchTables(many('a'), many('b'), [['a', 'b']]);
  expect(match).toMatchObject({ matchedLeft: 5000, matchedRight: 5000, pairs: 25_000_000, maxFanOut: 5000 });
  expect(() => joinTables(many('a'), many('b'), match, 'left')).toThrow('25000000 rows');
});

const shop = tableOf(
  [
    ['sku', 'text'],
    ['brand', 'text'],
  ],
  [
    ['00123', 'Adidas'],
    ['#456', 'Addidas'],
    ['17850.0', null],
    ['ＡＢ-1 ', 'Puma'],
    ['x', 'nobody'],
    ['#', ''],
  ],
);
const list = tableOf(
  [
    ['code', 'text'],
    ['maker', 'text'],
    ['n', 'int'],
  ],
  [
    ['123', 'Adidas', 123],
    ["'456", 'Puma ', 456],
    ['ab-1', 'Puma', null],
    ['17850', 'x', 17850],
  ],
);

test.each<[readonly KeyTidying[], readonly (string | null)[]]>([
  [[], [null, null, null, null, null, null]],
  [['zeros'], ['123', null, null, null, null, null]],
  [
    ['decimals', 'signs'],
    [null, "'456", '17850', null, null, null],
  ],
  [
    ['blanks', 'width'],
    [null, null, null, null, null, null],
  ],
  [KEY_TIDYINGS, ['123', "'456", '17850', 'ab-1', null, null]],
])('keys that overlook %j meet, and the cells stay as they are', (tidy, met) => {
  const match = matchTables(shop, list, [['sku', 'code']], [{ tidy, pairs: [] }]);
  const joined = joinTables(shop, list, match, 'left');
  expect(rowsOf(joined).map((row) => row[2])).toEqual(met);
  expect(rowsOf(joined).map((row) => row[0])).toEqual(rowsOf(shop).map((row) => row[0]));
});

test('numbers and tidied texts meet', () => {
  expect(matchTables(shop, list, [['sku', 'n']], [{ tidy: ['zeros', 'decimals', 'signs'], pairs: [] }]).matchedLeft).toBe(3);
});

test('pairs count where no equal key is there, also when its rows were filtered away', () => {
  const pairs: [string, string][] = [
    ['Addidas', 'Adidas'],
    ['Adidas', 'x'],
    ['nobody', 'nowhere'],
  ];
  const brands = (right: Table) => rowsOf(joinTables(shop, right, matchTables(shop, right, [['brand', 'maker']], [{ tidy: [], pairs }]), 'inner')).map(([, left, , maker]) => [left, maker]);
  expect(brands(list)).toEqual([
    ['Adidas', 'Adidas'],
    ['Addidas', 'Adidas'],
    ['Puma', 'Puma'],
  ]);
  expect(brands(gather(list, Uint32Array.of(3)))).toEqual([['Adidas', 'x']]);
});
