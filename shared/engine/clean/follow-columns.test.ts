import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsRead, parseExpression } from './expression/parse.ts';
import { followColumns, followedColumns, renameColumns, renameInExpression } from './follow-columns.ts';
import { STEPS } from './steps/registry.ts';

const step = (id: string, params: Record<string, unknown>) => ({ step: id, version: 1, params });

test.each<[string, string, string, string]>([
  ['[qty] * 2 + qty', 'qty', 'amount', '[amount] * 2 + [amount]'],
  ['if(qty > 1, \'qty\', "[qty]")', 'qty', 'how many', 'if([how many] > 1, \'qty\', "[qty]")'],
  ['[a]]b] & [c]', 'a]b', 'x]', '[x]]] & [c]'],
  ['not(实付金额 = [退款金额])', '实付金额', 'paid', 'not([paid] = [退款金额])'],
  ['abs(abs) - ab', 'abs', 'x', 'abs([x]) - ab'],
  ['[qty] +', 'qty', 'x', '[qty] +'],
])('%s with %s called %s', (text, from, to, renamed) => expect(renameInExpression(text, from, to)).toBe(renamed));

test.each([
  ['a column', step('bucket', { column: 'a', name: 'a', edges: 'a' }), { column: 'x', name: 'a', edges: 'a' }],
  ['columns', step('sort-rows', { columns: ['b', 'a'] }), { columns: ['b', 'x'] }],
  ['old names', step('rename-columns', { names: [['a', 'b']] }), { names: [['x', 'b']] }],
  ['values are no columns', step('replace-values', { column: 'a', values: [['a', 'b']] }), { column: 'x', values: [['a', 'b']] }],
  ['keys here, not there', step('look-up', { dataset: 'a', on: [['a', 'a']], columns: ['a'] }), { dataset: 'a', on: [['x', 'a']], columns: ['a'] }],
  ['aggregates', step('aggregate', { columns: ['a'], values: [['sum', 'a', 'a']] }), { columns: ['x'], values: [['sum', 'x', 'a']] }],
  ['expressions', step('filter-rows', { condition: 'a > 1' }), { condition: '[x] > 1' }],
  ['conditions among texts', step('tag-rows', { name: 'a', rules: [['[a] > 1', 'a']] }), { name: 'a', rules: [['[x] > 1', 'a']] }],
  ['lines of cells', step('edit-cells', { cells: ['1\t2\ta\ta'] }), { cells: ['1\t2\tx\ta'] }],
])('%s', (_name, given, params) => expect(renameColumns(given, 'a', 'x').params).toEqual(params));

test('a step that is not known stays as it is', () => {
  const unknown = step('from-the-future', { column: 'a' });
  expect(renameColumns(unknown, 'a', 'x')).toBe(unknown);
});

for (const definition of STEPS) {
  test(`${definition.id} reads the column by its new name`, () => {
    for (const { params } of definition.examples) {
      const given = step(definition.id, params as Record<string, unknown>);
      const before = definition.columns(params);
      if (before === 'unknown') continue;
      for (const column of before.reads.filter((name) => name !== '')) {
        const after = definition.columns(renameColumns(given, column, 'renamed column').params);
        expect(after).toMatchObject({ reads: before.reads.map((name) => (name === column ? 'renamed column' : name)) });
      }
    }
  });
}

test('a name holds until a step makes or takes away the column', () => {
  const steps = [
    step('sort-rows', { columns: ['a'] }),
    step('derive', { column: 'total', expression: 'a * b' }),
    step('rename-columns', { names: [['a', 'c']] }),
    step('derive', { column: 'a', expression: 'c + 1' }),
    step('sort-rows', { columns: ['a', 'b'] }),
  ];
  expect(followColumns(steps, { a: 'x', b: 'y' }).map(({ params }) => params)).toEqual([
    { columns: ['x'] },
    { column: 'total', expression: '[x] * [y]' },
    { names: [['x', 'c']] },
    { column: 'a', expression: 'c + 1' },
    { columns: ['a', 'y'] },
  ]);
});

test('columns of other tables, and what comes of them here', () => {
  const steps = [
    step('look-up', { dataset: 'prices', on: [['k', 'k']], columns: ['p'] }),
    step('derive', { column: 'twice', expression: 'p * 2' }),
    step('join', { dataset: 'makers', on: [['k', 'm']] }),
    step('sort-rows', { columns: ['town', 'k'] }),
  ];
  const foreign = new Map([
    ['prices', new Map([['p', 'price']])],
    [
      'makers',
      new Map([
        ['m', 'maker'],
        ['town', 'city'],
      ]),
    ],
  ]);
  const followed = followedColumns(steps, new Map([['k', 'key']]), (id) => foreign.get(id) ?? new Map());
  expect(followed.steps.map(({ params }) => params)).toEqual([
    { dataset: 'prices', on: [['key', 'k']], columns: ['price'] },
    { column: 'twice', expression: '[price] * 2' },
    { dataset: 'makers', on: [['key', 'maker']] },
    { columns: ['city', 'key'] },
  ]);
  expect([...followed.names]).toEqual([
    ['k', 'key'],
    ['p', 'price'],
    ['m', 'maker'],
    ['town', 'city'],
  ]);
});

test('two columns change places', () => {
  expect(followColumns([step('derive', { column: 'd', expression: 'a - b' })], { a: 'b', b: 'a' })).toEqual([step('derive', { column: 'd', expression: '[b] - [a]' })]);
});

test('renamed and renamed back an expression reads the same columns', () => {
  const name = fc.constantFrom('a', 'b b', 'c]', '数量', 'if');
  const expression = fc
    .array(fc.tuple(name, fc.constantFrom(' + ', '*', ' = ', ' and ', ' & ')), { minLength: 1, maxLength: 6 })
    .map((parts) => `${parts.map(([one, sign]) => `[${one.replaceAll(']', ']]')}]${sign}`).join('')}1`);
  fc.assert(
    fc.property(expression, name, (text, from) => {
      const there = renameInExpression(text, from, 'zz');
      expect(columnsRead(parseExpression(there))).toEqual(columnsRead(parseExpression(text)).map((one) => (one === from ? 'zz' : one)));
      expect(renameInExpression(there, 'zz', from)).toBe(text);
    }),
  );
});
