import { expect, test } from 'vitest';
import type { ColumnType } from '#contract/values';
import { mostAlike } from './alike.ts';

const column = ([name, type, ...examples]: readonly string[]) => ({ name: name as string, type: type as ColumnType, examples });

test.each<[string, readonly string[], readonly (readonly string[])[], string[]]>([
  [
    'a name that goes on',
    ['Umsatz', 'money', '1.00'],
    [
      ['Kunde', 'text', 'a'],
      ['Umsatz brutto', 'money', '2.00'],
    ],
    ['Umsatz brutto', 'Kunde'],
  ],
  [
    'letters of a Chinese name',
    ['实付金额', 'money', '5'],
    [
      ['快递', 'text', 'x'],
      ['买家实际支付', 'money', '7'],
      ['备注', 'text', ''],
    ],
    ['买家实际支付', '快递', '备注'],
  ],
  [
    'what it holds, where no name says so',
    ['state', 'enum', 'paid', 'sent'],
    [
      ['qty', 'int', '1'],
      ['phase', 'enum', 'sent', 'paid'],
    ],
    ['phase', 'qty'],
  ],
  [
    'numbers before texts',
    ['price', 'money', '5.00'],
    [
      ['colour', 'text', 'red'],
      ['amount', 'number', '7.5'],
    ],
    ['amount', 'colour'],
  ],
  [
    'the order of the file, where nothing tells',
    ['x', 'text'],
    [
      ['y', 'text'],
      ['z', 'text'],
    ],
    ['y', 'z'],
  ],
  ['none', ['x', 'text'], [], []],
])('%s', (_name, lost, candidates, order) => {
  expect(mostAlike(column(lost), candidates.map(column))).toEqual(order);
});
