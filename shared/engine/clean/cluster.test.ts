import { expect, test } from 'vitest';
import type { ClusterMethod } from '#contract/facets';
import { textColumn } from '../table/table.ts';
import { clusterTexts, fingerprint, ngramFingerprint, pinyinKey } from './cluster.ts';
import { facetOf, shapeOf } from './facet.ts';
import { tableOf } from '../table/table.ts';

// The examples of OpenRefine's own documentation and tests (FingerprintKeyerTests, NGramFingerprintKeyerTests).
test.each([
  ['Tom Cruise', 'cruise tom'],
  ['Cruise, Tom', 'cruise tom'],
  ['  tom   CRUISE ', 'cruise tom'],
  ['Ñoño señor', 'nono senor'],
  ['a b a', 'a b'],
  ['¥ - /', ''],
])('fingerprint of %j', (text, key) => expect(fingerprint(text)).toBe(key));

test('pairs of letters', () => {
  expect(ngramFingerprint('Krzysztof')).toBe(ngramFingerprint('krzy sztof.'));
  expect(ngramFingerprint('paris')).toBe('arispari');
});

test('sounds', () => {
  expect([pinyinKey('阿迪达斯'), pinyinKey('阿迪达丝'), pinyinKey('A di da si')]).toEqual(['adidasi', 'adidasi', 'adidasi']);
});

const clusters = (texts: readonly string[], method: ClusterMethod) =>
  clusterTexts(textColumn('c', 'text', texts), texts.length, method).map(({ values, proposed, rows }) => [proposed, rows, values.length]);

test('spellings are found, the commonest is proposed', () => {
  expect(clusters(['Apple Inc.', 'apple inc', 'Apple Inc.', 'Pear', 'INC APPLE'], 'fingerprint')).toEqual([['Apple Inc.', 4, 3]]);
  expect(clusters(['WHITE HANGING HEART T-LIGHT HOLDER', 'WHITE HANGING HEART TLIGHT HOLDER', 'x'], 'ngram')).toEqual([['WHITE HANGING HEART T-LIGHT HOLDER', 2, 2]]);
  expect(clusters(['Guangdong', 'Guangdnog', 'Guandong', 'Shandong'], 'distance')).toEqual([['Guandong', 2, 2]]);
  // In short texts a letter makes another word.
  expect(clusters(['家饰', '家电', '南京市', '北京市', 'GD', 'SD'], 'distance')).toEqual([]);
  expect(clusters(['010404', '010401', '138****2322', '138****2232'], 'ngram')).toEqual([]);
  // A number that differs is another article.
  expect(clusters(['Shampoo 500ml', 'Shampoo 600ml', 'Shampo 500ml'], 'distance')).toEqual([['Shampo 500ml', 2, 2]]);
  expect(clusters(['小米手机', '小米手機', '晓米手机'], 'pinyin')).toEqual([['小米手机', 3, 3]]);
});

test('values, shapes and what lies far out', () => {
  const table = tableOf(
    [
      ['s', 'text'],
      ['n', 'money'],
    ],
    Array.from({ length: 30 }, (_, i) => [i % 3 === 0 ? 'AB-12' : i === 1 ? null : '订单x9', i === 7 ? 9_000_000 : 1000 + i]),
  );
  expect(facetOf(table, 's')).toMatchObject({
    missing: 1,
    distinct: 2,
    values: [
      { value: '订单x9', count: 19 },
      { value: 'AB-12', count: 10 },
    ],
    shapes: [
      { shape: '字字a9', count: 19 },
      { shape: 'AA-99', count: 10, example: 'AB-12' },
    ],
  });
  expect(facetOf(table, 'n').fences).toMatchObject({ outside: 1 });
  expect(shapeOf('2025-06-18 Ünïcode')).toBe('9999-99-99 Aaaaaaa');
  expect(shapeOf('WHITE HANGING HEART T-LIGHT HOLDER 1234')).toBe('A A A A-A A 9');
});
