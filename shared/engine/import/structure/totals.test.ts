import { expect, test } from 'vitest';
import { readBytes } from '../../../../tests/support/reading.ts';

const read = async (text: string) => {
  const [table] = (await readBytes('x.csv', text)).tables;
  if (table === undefined) throw new Error('no table');
  return table;
};

test.each(['Gesamt', 'Summe:', 'Gesamtsumme', 'Total général', 'Total general', 'Totale', '合計', '総計'])('“%s” is a total, and proven with a decimal comma', async (label) => {
  const table = await read(`Artikel;Menge;Umsatz\nTasse;10;1.234,50\nGlas;5;99,95\nBol;7;0,55\n${label};22;1.335,00\n`);
  expect([table.table.rows, table.findings, table.reasons.footer]).toEqual([
    3,
    [],
    {
      label,
      sums: [
        { column: 'Menge', text: '22' },
        { column: 'Umsatz', text: '1.335,00' },
      ],
    },
  ]);
});

test('subtotals are proven with a decimal comma', async () => {
  const table = await read('Kanal;Artikel;Umsatz\nWeb;a;1.234,50\nWeb;b;2,25\nZwischensumme;;1.236,75\nApp;a;7,00\nZwischensumme;;7,00\nGesamt;;1.243,75\n');
  expect([table.table.rows, table.footer.map(({ row }) => row), table.findings.map(({ code }) => code)]).toEqual([3, [4, 6, 7], ['subtotals']]);
});

test('names that begin like a label are data', async () => {
  const table = await read('Artikel;Farbe;Umsatz\nGesamtausgabe;rot;1,50\nSummer;blau;2,50\nTotale Sperre;rot;3,50\n');
  expect(table.table.rows).toBe(3);
});
