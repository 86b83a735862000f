// The bulk reader at its seams: tables so wide that their rows are fetched every 512, whose columns change their ways at each place of a batch and of a fetch.
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { importHost } from '#engine/workspace/import-host';
import { testPorts } from '#node/testing';
import { readTables } from '../../shared/engine/import/index.ts';
import type { Table } from '../../shared/engine/table/table.ts';
import { fileOf } from '../support/reading.ts';
import { bulkModule } from '../support/bulk-module.ts';
import { countBulkTraps } from '../support/bulk-traps.ts';

const knowledge = { matchTemplate: () => null, isHeader: () => false, sameField: () => false, fills: () => [], template: () => null };
const work = { signal: new AbortController().signal, progress: () => undefined, breathe: async () => undefined };
const ports = testPorts();
const traps = countBulkTraps();
let wasm: Uint8Array | null = null;

beforeAll(async () => {
  wasm = await bulkModule();
  return () => ports.remove();
});

async function read(name: string, bytes: Uint8Array, most: number) {
  const options = { headerRows: 1, preambleRows: 0, footerRows: 0, ...(name.endsWith('.csv') && { delimiter: ',', encoding: 'utf-8' }) };
  const [parsed] = (await readTables({ file: fileOf(name, bytes, most), options, knowledge, work, host: { ...importHost(ports), bulk: () => wasm } })).tables;
  if (parsed === undefined) throw new Error('no table');
  return parsed.table;
}

/** Reads the text in bulk, and compares each column with its cells as they were written. */
async function check(width: number, rows: number, cellOf: (column: number, row: number) => string, most: number): Promise<void> {
  const lines = [Array.from({ length: width }, (_, column) => `c${column}`).join(',')];
  for (let row = 0; row < rows; row++) {
    const cells: string[] = [];
    for (let column = 0; column < width; column++) cells.push(cellOf(column, row));
    lines.push(cells.join(','));
  }
  compare(await read('x.csv', Buffer.from(lines.join('\n')), most), width, rows, (column, row) => cellOf(column, row).replace(/^"|"$/g, '').replaceAll('""', '"'));
}

function compare(table: Table, width: number, rows: number, cellOf: (column: number, row: number) => string): void {
  expect([table.rows, table.columns.length]).toEqual([rows, width]);
  for (const [c, column] of table.columns.entries()) {
    if (column.kind !== 'text') throw new Error('not a text');
    const codes = new Map<string, number>();
    for (let row = 0; row < rows; row++) {
      const cell = cellOf(c, row);
      if (cell !== '' && !codes.has(cell)) codes.set(cell, codes.size + 1);
      const code = codes.get(cell) ?? 0;
      if (column.codes[row] !== code) throw new Error(`column ${c}, row ${row}: code ${column.codes[row]} instead of ${code} for ${cell}`);
    }
    const { dictionary } = column;
    expect([c, dictionary.size]).toEqual([c, codes.size + 1]);
    for (const [cell, code] of codes) if (dictionary.text(code) !== cell || dictionary.find(cell) !== code) throw new Error(`column ${c}: ${dictionary.text(code)} instead of ${cell}`);
  }
  expect(traps.count).toBe(0);
}

const padded = (n: number) => String(n).padStart(5, '0');

describe('columns that are sorted up to some row', () => {
  // Up to row 1100 + c they go one way: that is each place of a batch of 256 rows and of a fetch of 512.
  const kinds: readonly ((row: number, end: number) => string)[] = [
    (row, end) => (row < end ? padded(row) : padded((row * 7) % end)),
    (row, end) => (row < end ? padded(9000 - row) : row % 2 === 0 ? padded(9000) : `new ${row % 5}`),
    (row, end) => (row < end ? padded(row >> 2) : padded(0)),
    (row, end) => (row % 3 === 1 ? '' : row < end ? `a ""${padded(row)}` : padded(row % 11)).replace(/^(.+)$/, '"$1"'),
    (row, end) => (row < end ? 'same' : row === end ? 'other' : row % 600 === 599 ? 'same' : `z${padded(row)}`),
  ];
  test.each(kinds.map((kind, i) => [i, kind] as const))('kind %d', async (_, kind) => {
    for (const most of [1 << 30, 70_001]) await check(520, 2300, (column, row) => (column === 0 ? `r${row}` : kind(row, 1100 + column)), most);
  });
});

describe('columns whose texts are handed over unsorted', () => {
  const long = (n: number) => `${((n * 7919) % 1_000_003).toString(36)}-${'物流很快包装完整'.repeat(9)}-${n}`;
  const kinds: readonly ((row: number) => string)[] = [
    (row) => long(row),
    // From some row on each is one of those before, near or far: they come back.
    (row) => long(row < 11_000 ? row : (row * 31) % 11_000),
    (row) => long(row < 11_003 ? row : row - 1 - (row % 700)),
    (row) => (row % 2 === 0 ? long(row) : row < 12_000 ? long(row - 1) : ''),
    (row) => (row < 13_000 ? long(row) : `${row % 10}`),
    (row) => long(row % 23_111),
    (row) => (row < 300 ? padded(row) : long(row - (row % 511 === 0 ? 511 : 0))),
    // Sorted by far, then never again.
    (row) => (row < 12_288 ? `${padded(row)}${'x'.repeat(200)}` : long(row)),
  ];
  test('all of them', async () => {
    for (const most of [1 << 30, 65_521]) await check(520, 26_000, (column, row) => (column < kinds.length ? (kinds[column] as (row: number) => string)(row) : column === 519 ? '1' : ''), most);
  });
});

describe('sheets', () => {
  const NAMES = Array.from({ length: 500 }, (_, column) => {
    const letter = (n: number) => String.fromCharCode(65 + n);
    return column < 26 ? letter(column) : letter(Math.floor(column / 26) - 1) + letter(column % 26);
  });
  const SHARED = Array.from({ length: 3000 }, (_, i) => `t${padded(i)}${i % 40 === 7 ? '长'.repeat(700) : ''}`);
  // Texts of the cells themselves and shared ones side by side; every 97th row is hidden, and does not come in bulk.
  const kinds: readonly ((row: number, end: number) => number | string)[] = [
    (row, end) => (row < end ? row : (row * 7) % end),
    (row, end) => (row < end ? (row % 2 === 0 ? row : (SHARED[row] as string)) : row % 2 === 0 ? (SHARED[(row * 3) % end] as string) : (row * 3) % end),
    (row, end) => (row < end ? 7 : row % 3 === 0 ? '' : 2999 - (row % 1500)),
  ];

  /** A workbook of these cells: a number is a shared text. */
  function workbook(rows: number, cellOf: (column: number, row: number) => number | string): Uint8Array {
    const line = (row: number, cells: readonly string[]) => `<row r="${row}"${row % 97 === 0 ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
    const lines = [
      line(
        1,
        NAMES.map((name) => `<c r="${name}1" t="str"><v>c${name}</v></c>`),
      ),
    ];
    for (let row = 0; row < rows; row++)
      lines.push(
        line(
          row + 2,
          NAMES.map((name, column) => {
            const cell = cellOf(column, row);
            return cell === '' ? '' : typeof cell === 'number' ? `<c r="${name}${row + 2}" t="s"><v>${cell}</v></c>` : `<c r="${name}${row + 2}" t="str"><v>${cell}</v></c>`;
          }),
        ),
      );
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const relations = (...list: readonly (readonly [string, string, string])[]) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${relation}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;
    const parts = {
      '_rels/.rels': relations(['r1', 'officeDocument', 'xl/workbook.xml']),
      'xl/workbook.xml': `<workbook xmlns:r="${relation}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relations(['r1', 'worksheet', 'worksheets/sheet1.xml'], ['r2', 'sharedStrings', 'sharedStrings.xml']),
      'xl/sharedStrings.xml': `<sst>${SHARED.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`,
    };
    return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])), { level: 0 });
  }

  test.each(kinds.map((kind, i) => [i, kind] as const))('kind %d', async (_, kind) => {
    const rows = 2300;
    const cellOf = (column: number, row: number) => (column === 0 ? `r${row}` : kind(row, 1100 + column));
    const text = (column: number, row: number) => {
      const cell = cellOf(column, row);
      return typeof cell === 'number' ? (SHARED[cell] as string) : cell;
    };
    const bytes = workbook(rows, cellOf);
    for (const most of [1 << 30, 99_991]) compare(await read('x.xlsx', bytes, most), NAMES.length, rows, text);
  });
});
