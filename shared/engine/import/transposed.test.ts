import { expect, test } from 'vitest';
import type { SuanpanError } from '#contract/errors';
import { literal, readBytes, reconciles } from '../../../tests/support/reading.ts';

test('names in the first column: columns become rows', async () => {
  const text = '订单编号,1001,1002\n实付金额,10.5,20\n订单状态,交易成功,交易关闭\n';
  const [table] = (await readBytes('x.csv', text)).tables;
  expect(table && literal(table)).toEqual([
    ['订单编号', '实付金额', '订单状态'],
    ['1001', '10.5', '交易成功'],
    ['1002', '20', '交易关闭'],
  ]);
  expect(table?.findings.map(({ code }) => code)).toEqual(['transposed']);
  expect(table && reconciles(table)).toBe(true);
  expect((await readBytes('x.csv', text, { transpose: false })).tables[0]?.table.rows).toBe(3);
});

test('an upright table stays, and is turned on demand', async () => {
  const text = 'name,a,b\nx,1,2\ny,3,4\n';
  expect((await readBytes('x.csv', text)).tables[0]?.findings).toEqual([]);
  const [turned] = (await readBytes('x.csv', text, { transpose: true })).tables;
  expect(turned && literal(turned)).toEqual([
    ['name', 'x', 'y'],
    ['a', '1', '3'],
    ['b', '2', '4'],
  ]);
});

test('more columns than a table may have', async () => {
  const wide = Array.from({ length: 3 }, (_, row) => Array.from({ length: 2500 }, (_, i) => (row === 0 ? `n${i}` : row * i)).join(',')).join('\n');
  expect((await readBytes('x.csv', wide)).tables[0]?.table.rows).toBe(2499);
  expect(await readBytes('x.csv', wide, { transpose: false }).catch((thrown: SuanpanError) => thrown.info.code)).toBe('file-unsupported');
});
