import * as XLSX from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fileOf } from '../../../../tests/support/reading.ts';
import { importHost } from '#engine/workspace/import-host';
import { testPorts } from '#node/testing';
import { readTables } from '../read.ts';
import { MergesBehind } from './merges-behind.ts';

const SHEET =
  '<row r="9"><c r="A9" t="inlineStr"><is><t>mergeCells mergeCell ref="A1:B1"</t></is></c></row></sheetData><x:mergeCells count="3"><x:mergeCell ref="A1:B1"/><x:mergeCell  ref=\'C1:D2\' /><x:mergeCell ref="A500:B500"/></x:mergeCells><mergeCell ref="A3:B3"/></worksheet>';

test.each([1, 2, 3, 7, 16, 61, 1000])('finds the ranges behind the rows, read in pieces of %i bytes', (size) => {
  const found: string[] = [];
  const merges = new MergesBehind((range) => found.push(range));
  const bytes = new TextEncoder().encode(SHEET);
  let isOver = false;
  for (let at = 0; at < bytes.length && !isOver; at += size) isOver = merges.push(bytes.subarray(at, at + size));
  expect([isOver, found]).toEqual([true, ['A1:B1', 'C1:D2', 'A500:B500']]);
});

test('a sheet without any ends with nothing found', () => {
  const merges = new MergesBehind(() => expect.unreachable());
  expect(merges.push(new TextEncoder().encode('<row r="9"/></sheetData></worksheet>'))).toBe(false);
});

const ROWS = 20_000;

function workbook(head: readonly (readonly string[])[], merges: readonly string[]): Uint8Array {
  const rows = [...head, ...Array.from({ length: ROWS }, (_, i) => [`S${i}`, `name ${i}`, i, i * 7])];
  const sheet = XLSX.utils.aoa_to_sheet(rows as (string | number)[][]);
  sheet['!merges'] = merges.map((range) => XLSX.utils.decode_range(range));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'Stock');
  return new Uint8Array(XLSX.write(book, { bookType: 'xlsx', type: 'array', compression: true }) as ArrayBuffer);
}

async function headerOf(bytes: Uint8Array, limit?: number) {
  const ports = testPorts();
  try {
    const { tables, partial } = await readTables({
      file: fileOf('x.xlsx', bytes),
      options: {},
      knowledge: { matchTemplate: () => null, isHeader: () => false, sameField: () => false, fills: () => [], template: () => null },
      work: { signal: new AbortController().signal, progress: () => undefined, breathe: async () => undefined },
      host: importHost(ports),
      ...(limit !== undefined && { limit }),
    });
    const [table] = tables;
    return { partial, names: table?.table.columns.map(({ name }) => name), headerRows: table?.headerRows, codes: table?.findings.map(({ code }) => code) };
  } finally {
    ports.remove();
  }
}

test.each<[string, string[][], string[], string[]]>([
  [
    'parents above the header',
    [
      ['Product', '', 'Sales', ''],
      ['SKU', 'Name', 'Qty', 'Amount'],
    ],
    ['A1:B1', 'C1:D1'],
    ['Product / SKU', 'Product / Name', 'Sales / Qty', 'Sales / Amount'],
  ],
  [
    'names that reach down',
    [
      ['SKU', 'Name', 'Sales', ''],
      ['', '', 'Qty', 'Amount'],
    ],
    ['A1:A2', 'B1:B2', 'C1:D1'],
    ['SKU', 'Name', 'Sales / Qty', 'Sales / Amount'],
  ],
  [
    'years that span columns',
    [
      ['SKU', 'Name', '2024', ''],
      ['', '', 'Qty', 'Amount'],
    ],
    ['A1:A2', 'B1:B2', 'C1:D1'],
    ['SKU', 'Name', '2024 / Qty', '2024 / Amount'],
  ],
  ['a plain header', [['SKU', 'Name', 'Qty', 'Amount']], ['A9:B9'], ['SKU', 'Name', 'Qty', 'Amount']],
])('the beginning of a large sheet has the header of the whole: %s', async (_name, head, merges, names) => {
  const bytes = workbook(head, merges);
  expect(await headerOf(bytes)).toMatchObject({ partial: false, names, headerRows: head.length });
  expect(await headerOf(bytes, 100_000)).toMatchObject({ partial: true, names, headerRows: head.length });
});

test('where they stand too far behind, the preview says that its header may differ', async () => {
  const parts = unzipSync(
    workbook(
      [
        ['SKU', 'Name', 'Sales', ''],
        ['', '', 'Qty', 'Amount'],
      ],
      ['A1:A2', 'B1:B2', 'C1:D1'],
    ),
  );
  const path = 'xl/worksheets/sheet1.xml';
  const [before, after] = strFromU8(parts[path] as Uint8Array).split('</sheetData>') as [string, string];
  const long = new Uint8Array(before.length + (100 << 20) + after.length + 12).fill(32);
  long.set(strToU8(before));
  long.set(strToU8(`</sheetData>${after}`), before.length + (100 << 20));
  const bytes = zipSync({ ...parts, [path]: long }, { level: 1 });
  expect((await headerOf(bytes, 100_000)).codes).toContain('merges-unseen');
  expect(
    (
      await headerOf(
        workbook(
          [
            ['SKU', 'Name', 'Sales', ''],
            ['', '', 'Qty', 'Amount'],
          ],
          ['A1:A2', 'B1:B2', 'C1:D1'],
        ),
        100_000,
      )
    ).codes,
  ).toEqual(['cells-merged']);
});
