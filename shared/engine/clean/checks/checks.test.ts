import { expect, test } from 'vitest';
import type { CheckRule } from '#contract/checks';
import { tableOf } from '../../table/table.ts';
import { brokenRows, checkedRule, runCheck } from './run.ts';
import { suggestChecks } from './suggest.ts';

const table = tableOf(
  [
    ['id', 'id'],
    ['status', 'enum'],
    ['paid', 'money'],
    ['goods', 'money'],
    ['freight', 'money'],
    ['at', 'instant'],
  ],
  [
    ['A-1', 'paid', 15_000, 10_000, 5_000, '2025-06-01 10:00:00'],
    ['A-2', 'open', -1, 10_000, 5_000, '2025-06-30 23:59:59'],
    ['A-2', null, null, 1, 2, null],
    [null, 'gone', 30_000, 20_000, null, '2025-07-01 00:00:00'],
    [null, 'paid', 0, 0, 0, '2025-05-01 00:00:00'],
  ],
);
const orders = tableOf([['no', 'id']], [['A-1'], ['A-9']]);
const context = { table: (id: string) => (id === 'orders' ? orders : undefined), today: '2025-07-10', offsetOf: () => 480 };
const rule = (check: string, params: Record<string, unknown>): CheckRule => ({ check, severity: 'error', params });

test.each<[string, Record<string, unknown>, number[]]>([
  ['unique', { columns: ['id'] }, [1, 2]],
  ['unique', { columns: ['id', 'status'] }, []],
  ['filled', { columns: ['status', 'paid'] }, [2]],
  ['range', { column: 'paid', low: '0' }, [1]],
  ['range', { column: 'paid', low: '0', high: '2' }, [1, 3]],
  ['range', { column: 'at', low: '2025-06-01', high: '2025-06-30' }, [3, 4]],
  ['one-of', { column: 'status', values: ['paid', 'open'] }, [3]],
  ['pattern', { column: 'id', pattern: 'A-1|B' }, [1, 2]],
  ['shape', { column: 'id', shape: 'A-9' }, []],
  ['shape', { column: 'status', shape: 'aaaa' }, []],
  ['shape', { column: 'id', shape: 'A9' }, [0, 1, 2]],
  ['reference', { column: 'id', dataset: 'orders', there: 'no' }, [1, 2]],
  ['condition', { condition: 'goods + freight = paid' }, [1]],
])('%s %j', (check, params, rows) => {
  expect([...brokenRows(table, checkedRule(rule(check, params)), context).rows]).toEqual(rows);
});

test('a table is fresh or says how old it is', () => {
  expect(runCheck(table, rule('fresh', { column: 'at', days: 9 }), context)).toMatchObject({ state: 'passes', failing: 0 });
  expect(runCheck(table, rule('fresh', { column: 'at', days: 8 }), context)).toMatchObject({ state: 'fails', failing: 1, detail: { en: 'The newest day is 2025-07-01, 9 days ago' } });
});

test('what cannot be looked at does not pass', () => {
  expect(runCheck(table, rule('unique', { columns: ['gone'] }), context)).toMatchObject({ state: 'unknown', error: { en: 'missing column: gone' } });
  expect(runCheck(table, rule('reference', { column: 'id', dataset: 'none', there: 'x' }), context)).toMatchObject({ state: 'unknown' });
  expect(runCheck(table, rule('from-the-future', {}), context)).toMatchObject({ state: 'unknown' });
  expect(() => checkedRule(rule('range', {}))).toThrow('missing parameter');
});

test('rules are suggested from what holds in every row, once', () => {
  const rows = Array.from({ length: 40 }, (_, i) => [`SKU-${1000 + i}`, i % 2 === 0 ? 'a' : 'b', i * 100, i % 3 === 0 ? null : `x${i}`]);
  const whole = tableOf(
    [
      ['sku', 'id'],
      ['kind', 'enum'],
      ['price', 'money'],
      ['other', 'id'],
    ],
    rows,
  );
  const suggested = suggestChecks(whole, []);
  expect(suggested.map(({ rule: one, title }) => [one.check, title.en])).toEqual([
    ['unique', 'sku is unique'],
    ['shape', 'sku has the shape AAA-9999'],
    ['one-of', 'kind is one of 2 values'],
    ['range', 'price is 0 or more'],
  ]);
  for (const { rule: one } of suggested) expect(runCheck(whole, one, context).state).toBe('passes');
  expect(
    suggestChecks(
      whole,
      suggested.map((one) => one.rule),
    ),
  ).toEqual([]);
  expect(suggestChecks(tableOf([['sku', 'id']], [['a']]), [])).toEqual([]);
});
