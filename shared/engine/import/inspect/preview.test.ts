import { expect, test } from 'vitest';
import { readBytes } from '../../../../tests/support/reading.ts';
import type { Knowledge } from '../parsed.ts';
import { inspectTable, propose } from './inspect.ts';

const knowledge: Knowledge = { matchTemplate: () => null, isHeader: () => false, sameField: () => false, template: () => null, fills: () => [] };

test.each<[string, string, string[]]>([
  ['at the end', 'day,n,m\n2026-05-01,1,1\n2026-05-02,2,2\n合计,3,3\n', ['header 1', 'data 2', 'data 3', 'footer 4']],
  ['below the header', 'day,n,m\n合计,9,9\n2026-05-01,1,1\n2026-05-02,2,2\n', ['header 1', 'footer 2', 'data 3', 'data 4']],
])('a total %s is previewed where it stands', async (_, text, rows) => {
  const file = await readBytes('x.csv', text);
  const [parsed] = file.tables;
  if (parsed === undefined) throw new Error('no table');
  const { preview } = inspectTable(propose(parsed, {}, knowledge, null), file, 'x.csv', {}, knowledge);
  expect(preview.map(({ kind, row }) => `${kind} ${row}`)).toEqual(rows);
});
