import { expect, test } from 'vitest';
import { sharesField } from '../../model/index.ts';
import { driftOf, renamedColumns, unitsClash, withoutChosen } from './drift.ts';

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

test.each<[string, string, string, Record<string, string | null>, { added: string[]; lost: string[]; renamed: { from: string; to: string }[] }]>([
  ['one that nothing recognises', 'n,Umsatz', 'n,Erlös brutto', { 'Erlös brutto': 'Umsatz' }, { added: [], lost: [], renamed: [{ from: 'Erlös brutto', to: 'Umsatz' }] }],
  ['another one than would be found', '金额,小计', '金额（元）,x', { x: '金额' }, { added: ['金额（元）'], lost: ['小计'], renamed: [{ from: 'x', to: '金额' }] }],
  ['one in another currency', 'n,Paid (USD)', 'n,Paid (EUR)', { 'Paid (EUR)': 'Paid (USD)' }, { added: [], lost: [], renamed: [{ from: 'Paid (EUR)', to: 'Paid (USD)' }] }],
  ['two columns that would be taken for one', 'n,金额', 'n,金额（元）', { '金额（元）': null }, { added: ['金额（元）'], lost: ['金额'], renamed: [] }],
  ['what is not in the file', 'n,a', 'n,b', { c: 'a' }, { added: ['b'], lost: ['a'], renamed: [] }],
  ['what is not in the table', 'n,a', 'n,b', { b: 'c' }, { added: ['b'], lost: ['a'], renamed: [] }],
  ['what the file has itself', 'n,a', 'a,b', { b: 'a' }, { added: ['b'], lost: ['n'], renamed: [] }],
  ['what the table has already', 'a,b', 'b,c', { b: 'a' }, { added: ['c'], lost: ['a'], renamed: [] }],
])('said by hand: %s', (_name, known, incoming, chosen, found) => {
  expect(driftOf(known.split(','), incoming.split(','), sharesField, chosen)).toMatchObject(found);
});

test.each([
  ['a remembered name', 'n,b', { b: 'a' }, 'n,a'],
  ['a name that the file has itself', 'a,b', { b: 'a' }, 'a,b'],
  ['of two columns with the same name the first', 'b,c', { b: 'a', c: 'a' }, 'a,c'],
])('%s', (_name, names, renames, called) => {
  expect(renamedColumns(names.split(','), renames as Record<string, string>)).toEqual(called.split(','));
});

test('what is said now goes before what is remembered', () => {
  expect(withoutChosen({ b: 'a', c: 'a', d: 'e' }, { b: null, c: 'x', f: 'g' })).toEqual({ d: 'e' });
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
