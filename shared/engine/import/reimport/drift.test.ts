import { expect, test } from 'vitest';
import { sharesField } from '../../model/index.ts';
import { driftOf, unitsClash } from './drift.ts';

const drift = (known: string, incoming: string) => driftOf(known.split(','), incoming.split(','), sharesField);

test.each<[string, string, string, { added: string[]; lost: string[]; renamed: { from: string; to: string }[] }]>([
  ['nothing', 'a,b,c', 'c,a,b', { added: [], lost: [], renamed: [] }],
  ['a unit', '订单号,实付金额', '订单号,实付金额(元)', { added: [], lost: [], renamed: [{ from: '实付金额(元)', to: '实付金额' }] }],
  ['another word of the trade', '订单编号,买家会员名,宝贝标题', '订单编号,买家昵称,宝贝标题', { added: [], lost: [], renamed: [{ from: '买家昵称', to: '买家会员名' }] }],
  ['another currency is another column', 'Day,Amount spent (USD)', 'Day,Amount spent (EUR)', { added: ['Amount spent (EUR)'], lost: ['Amount spent (USD)'], renamed: [] }],
  ['so are ten thousands beside ones', '日期,花费', '日期,花费（万元）', { added: ['花费（万元）'], lost: ['花费'], renamed: [] }],
  ['so is another multiple', '日期,花费(元)', '日期,花费（万元）', { added: ['花费（万元）'], lost: ['花费(元)'], renamed: [] }],
  ['new and lost', 'a,b,c', 'a,b,x,y', { added: ['x', 'y'], lost: ['c'], renamed: [] }],
])('%s', (_name, known, incoming, found) => {
  expect(drift(known, incoming)).toMatchObject(found);
});

test('of two that could be meant none is taken', () => {
  expect(drift('n,金额（元）,金额(含税)', 'n,金额').renamed).toEqual([]);
});

test.each([
  ['Amount spent (USD)', 'Amount spent (EUR)', true],
  ['Amount spent (USD)', 'Amount spent', false],
  ['花费(元)', '花费（元）', false],
  ['花费(元)', '花费(万元)', true],
  ['花费', '花费(万元)', true],
  ['金额(含税)', '金额(元)', false],
  ['PAID(USD)', 'Sales (EUR)', false],
])('%s beside %s counts in another unit: %s', (known, incoming, clash) => {
  expect(unitsClash(['Day', known], ['Day', incoming])).toBe(clash);
});
