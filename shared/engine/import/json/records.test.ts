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
