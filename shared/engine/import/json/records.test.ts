import { expect, test } from 'vitest';
import { literal, readBytes } from '../../../../tests/support/reading.ts';

test('a field that is called like the path to another is a column of its own', async () => {
  const { tables } = await readBytes('x.json', '[{"a.b":3,"a":{"b":4},"l.x":[{"q":1}]},{"a.b":5,"a":{"b":6},"l.x":[]}]', {});
  expect(tables.map((table) => [table.name, literal(table)])).toEqual([
    [
      '',
      [
        ['a.b', 'a.b (2)', 'l.x'],
        ['3', '4', null],
        ['5', '6', null],
      ],
    ],
    [
      'l.x',
      [
        ['parent_row', 'q'],
        ['1', '1'],
      ],
    ],
  ]);
});

test.each<[string, string, string[]]>([
  ['an identity of each parent', '[{"id":7,"l":[{"q":1},{"q":2}]},{"id":8,"l":[{"q":3}]}]', ['parent.id', 'q']],
  ['one that two parents share', '[{"id":7,"l":[{"q":1}]},{"id":7,"l":[{"q":3}]}]', ['parent_row', 'parent.id', 'q']],
  ['one that a parent lacks', '[{"id":7,"l":[{"q":1}]},{"l":[{"q":3}]}]', ['parent_row', 'parent.id', 'q']],
  ['a name only, which the next file may give to another', '[{"name":"Li","l":[{"q":1}]},{"name":"Wu","l":[{"q":3}]}]', ['parent_row', 'parent.name', 'q']],
])('the number of the row above stands where nothing else names it: %s', async (_what, text, columns) => {
  const { tables } = await readBytes('x.json', text, {});
  expect(tables.find(({ name }) => name === 'l')?.table.columns.map(({ name }) => name)).toEqual(columns);
});
