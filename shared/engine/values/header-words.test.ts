import { expect, test } from 'vitest';
import { saysAmount, saysId, saysMoney } from './header-words.ts';

test.each([
  ['Advertised SKU', { id: true, money: false, amount: false }],
  ['7 Day Advertised SKU Units (#)', { id: false, money: false, amount: true }],
  ['7 Day Total Orders (#)', { id: false, money: false, amount: true }],
  ['Order #', { id: false, money: false, amount: false }],
  ['7 Day Advertised SKU Sales', { id: true, money: true, amount: true }],
  ['Total Return on Advertising Spend (ROAS)', { id: false, money: false, amount: true }],
  ['Total Advertising Cost of Sales (ACOS)', { id: false, money: false, amount: true }],
  ['广告花费投产比', { id: false, money: false, amount: false }],
  ['Spend', { id: false, money: true, amount: true }],
])('%s', (name, { id, money, amount }) => {
  expect({ id: saysId(name), money: saysMoney(name), amount: saysAmount(name) }).toEqual({ id, money, amount });
});

test.each(['流水号', '支付流水', '交易号', '批次号', '发票号', '序列号', '会员号', '商户号', '工号'])('%s is a code', (name) => {
  expect(saysId(name)).toBe(true);
});
