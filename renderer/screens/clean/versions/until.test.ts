import { expect, test } from 'vitest';
import type { RecipeVersion } from '#contract/versions';
import type { Words } from '../../../i18n/index.ts';
import { untilOptions } from './until.ts';

const version = (n: number): RecipeVersion => ({ id: `change:${n}`, n, at: '2026-05-01 10:00:00', title: { en: `V${n}`, zh: `版${n}` }, name: null, steps: n, current: false });
const english: Words = { lang: 'en', t: (...said: unknown[]) => String(said[0]), text: ({ en }) => en };
const all = [version(3), version(2), version(1)];

test.each([
  ['change:1', ['now', 'change:3', 'change:2']],
  ['change:3', ['now']],
  ['gone', ['now']],
])('a version is compared with now and with later ones: %s', (from, expected) => {
  expect(untilOptions(all, from, english).map(({ value }) => value)).toEqual(expected);
});
