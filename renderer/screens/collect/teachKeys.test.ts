import { expect, test } from 'vitest';
import type { KeyProposal } from '#contract/keys';
import { teachKeys } from './teachKeys.ts';

const proposal = (...columns: string[]): KeyProposal => ({ columns, rows: 2, different: 2, found: null, agreeing: null, sure: false, reason: { en: '', zh: '' } });

test.each<[string, string[], KeyProposal[], string[], string[][]]>([
  // A part of a key would take the rows of an order for one.
  ['the whole key of the table first', ['order', 'sku'], [proposal('order', 'sku')], ['line'], [['order', 'sku'], ['line']]],
  ['what the data speaks for, where the table has none', [], [proposal('no')], ['no', 'phone'], [['no'], ['phone']]],
  ['nothing where nothing tells rows apart', [], [], [], []],
])('%s', (_what, columns, proposals, unique, expected) => {
  expect(teachKeys({ columns, proposals }, unique)).toEqual(expected);
});
