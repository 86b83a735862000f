import { expect, test } from 'vitest';
import { literal, readBytes } from '../../../tests/support/reading.ts';

const read = async (text: string) => (await readBytes('orders.csv', text)).tables.map((table) => ({ cells: literal(table), codes: table.findings.map(({ code }) => code) }))[0];

test('lines that end in two returns, as a program writes them that ends lines twice, leave none in the last column', async () => {
  expect(await read('no,paid,note\r\r\nA1,1.5,\r\r\nA2,2.5,in a hurry\r\r\nA3,3.5,\r\r\n')).toEqual({
    cells: [
      ['no', 'paid', 'note'],
      ['A1', '1.5', null],
      ['A2', '2.5', 'in a hurry'],
      ['A3', '3.5', null],
    ],
    codes: ['doubled-returns'],
  });
});

test('a return in one cell stays', async () => {
  expect(await read('no,paid,note\r\nA1,1.5,"a\r"\r\nA2,2.5,b\r\n')).toEqual({
    cells: [
      ['no', 'paid', 'note'],
      ['A1', '1.5', 'a\r'],
      ['A2', '2.5', 'b'],
    ],
    codes: [],
  });
});
