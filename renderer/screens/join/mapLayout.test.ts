import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Relations, TableLink } from '#contract/recipe';
import { mapLayout } from './mapLayout.ts';

const tables = (...ids: string[]): Relations['tables'] => ids.map((id) => ({ id, name: id, origin: 'import', rows: 1 }));
const key = (from: string, to: string, rate = 1): TableLink => ({ from, to, kind: 'key', on: [['id', 'id']], rates: [rate, rate / 2] });
const made = (from: string, to: string, kind: 'join' | 'branch' | 'step' = 'join'): TableLink => ({ from, to, kind, on: [], rates: null });

test('what belongs together stands on both sides, in rows that do not cross', () => {
  const { boxes, alone } = mapLayout({ tables: tables('a', 'b', 'x', 'c', 'd'), links: [key('a', 'c'), key('b', 'd')] });
  const at = (id: string) => boxes.find((box) => box.id === id);
  expect([at('a')?.side !== at('c')?.side, at('b')?.side !== at('d')?.side]).toEqual([true, true]);
  expect([at('a')?.place === at('c')?.place, at('b')?.place === at('d')?.place]).toEqual([true, true]);
  expect(alone).toEqual(['x']);
});

test('a key is not drawn where the tables are joined, nor where each has better ones', () => {
  const links = [key('a', 'b'), made('a', 'b', 'step'), key('a', 'c', 0.9), key('a', 'd', 0.8), key('a', 'e', 0.4), key('e', 'c', 0.9), key('e', 'd', 0.9)];
  expect(mapLayout({ tables: tables('a', 'b', 'c', 'd', 'e'), links }).links).toEqual(links.filter((link) => link !== links[0] && link !== links[4]));
});

test('every table is there once, each side without gaps', () => {
  const link = fc
    .tuple(fc.nat(9), fc.nat(9), fc.constantFrom('key', 'join', 'branch', 'step'))
    .map(([a, b, kind]) => (kind === 'key' ? key(`t${a}`, `t${b}`) : made(`t${a}`, `t${b}`, kind as 'join')));
  fc.assert(
    fc.property(fc.array(link, { maxLength: 20 }), (links) => {
      const all = tables(...Array.from({ length: 10 }, (_, i) => `t${i}`));
      const { boxes, alone, links: drawn } = mapLayout({ tables: all, links });
      expect([...boxes.map(({ id }) => id), ...alone].sort()).toEqual(all.map(({ id }) => id));
      for (const side of [0, 1]) expect(boxes.filter((box) => box.side === side).map(({ place }) => place)).toEqual(boxes.filter((box) => box.side === side).map((_, i) => i));
      for (const { from, to } of drawn) expect(alone.includes(from) || alone.includes(to)).toBe(false);
    }),
  );
});
