import { expect, test } from 'vitest';
import { type TextColumn, tableOf } from '../../table/table.ts';
import { sideBySideFindings } from './side-by-side.ts';

type Cells = readonly (string | null)[];

function said(header: readonly string[], rows: readonly Cells[]): string[] {
  const table = tableOf(
    header.map((name, i) => [name || `column_${i + 1}`, 'text'] as const),
    rows.map((row) => [...row]),
  );
  return sideBySideFindings({ ...table, columns: table.columns as TextColumn[] }, header, 'x.xlsx', 'May').map(({ message }) => message.zh.split(' 列')[0] as string);
}

test.each<[string, readonly string[], readonly Cells[], string[]]>([
  [
    'two tables',
    ['店铺', '金额', '', '商品', '件数'],
    [
      ['甲', '1', null, '杯', '5'],
      ['乙', '2', null, '盘', '7'],
    ],
    ['A–B、D–E'],
  ],
  [
    'the second shorter',
    ['店铺', '金额', '', '商品', '件数'],
    [
      ['甲', '1', null, '杯', '5'],
      ['乙', '2', null, '盘', '7'],
      ['丙', '3', null, null, null],
    ],
    ['A–B、D–E'],
  ],
  [
    'three, two blank columns',
    ['a', 'b', '', '', 'c', 'd', '', 'e', 'f'],
    [
      ['x', '1', null, null, 'y', '2', null, 'z', '3'],
      ['x', '1', null, null, 'y', '2', null, 'z', '3'],
    ],
    ['A–B、E–F、H–I'],
  ],
  [
    'one column beside',
    ['店铺', '金额', '', '备注'],
    [
      ['甲', '1', null, '2'],
      ['乙', '2', null, '3'],
    ],
    [],
  ],
  [
    'a cell between',
    ['店铺', '金额', '', '商品', '件数'],
    [
      ['甲', '1', '→', '杯', '5'],
      ['乙', '2', null, '盘', '7'],
    ],
    [],
  ],
  [
    'no names on one side',
    ['店铺', '金额', '', '', ''],
    [
      ['甲', '1', null, '杯', '5'],
      ['乙', '2', null, '盘', '7'],
    ],
    [],
  ],
  [
    'texts only on one side',
    ['店铺', '金额', '', '商品', '备注'],
    [
      ['甲', '1', null, '杯', '好'],
      ['乙', '2', null, '盘', '坏'],
    ],
    [],
  ],
  ['one row only', ['店铺', '金额', '', '商品', '件数'], [['甲', '1', null, '杯', '5']], []],
  [
    'no blank column',
    ['店铺', '金额', '商品', '件数'],
    [
      ['甲', '1', '杯', '5'],
      ['乙', '2', '盘', '7'],
    ],
    [],
  ],
])('%s', (_name, header, rows, expected) => {
  expect(said(header, rows)).toEqual(expected);
});
