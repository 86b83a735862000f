import fs from 'node:fs';
import path from 'node:path';
import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { SuanpanError } from '#contract/errors';
import { cellText, extractWorkbook } from '#engine/import/excel/extract';
import type { Importer } from '#engine/import/importers/define';
import { opendocument } from '#engine/import/importers/opendocument';
import { xlsx } from '#engine/import/importers/xlsx';
import { cellAt } from '#engine/table/table';
import { readTables } from '#engine/import/index';
import { importHost } from '#engine/workspace/import-host';
import { testPorts } from '#node/testing';
import { bulkModule } from '../support/bulk-module.ts';
import { countBulkTraps } from '../support/bulk-traps.ts';

const ROOT = ['../shared/data/messy', '../../shared/data/messy'].map((folder) => path.resolve(folder)).find((folder) => fs.existsSync(folder));
const knowledge = { matchTemplate: () => null, isHeader: () => false, sameField: () => false, fills: () => [], template: () => null };
const work = { signal: new AbortController().signal, progress: () => undefined, breathe: async () => undefined };

/** Every cell that holds something, by sheet and place; or why there are none. */
type Cells = ReadonlyMap<string, string> | { readonly refused: string };

/** @param wasm the module of the bulk reader, however small the file is */
async function byOurs(file: string, ports: ReturnType<typeof testPorts>, wasm: Uint8Array | null = null, importer: Importer = xlsx): Promise<Cells> {
  const source = ports.openSource({ kind: 'path', path: file });
  try {
    const { tables } = await importer.parse({
      file: source,
      options: { preambleRows: 0, headerRows: 0, footerRows: 0 },
      knowledge,
      work,
      host: { ...importHost(ports), bulk: () => wasm },
      readTables,
      budget: { most: 2 ** 32, bytes: 2 ** 32, files: 1000, depth: 4 },
    });
    const cells = new Map<string, string>();
    for (const { name, table } of tables) {
      for (const [column, values] of table.columns.entries()) {
        for (let row = 0; row < table.rows; row++) {
          const text = cellAt(values, row);
          if (text !== null) cells.set(`${name}!${XLSX.utils.encode_cell({ r: (table.origin.row[row] as number) - 1, c: column })}`, oneNewline(String(text)));
        }
      }
    }
    return cells;
  } catch (thrown) {
    if (!(thrown instanceof SuanpanError)) throw thrown;
    return { refused: `${thrown.info.code}: ${thrown.message}` };
  } finally {
    source.close();
  }
}

function bySheetJs(file: string): Cells {
  let book: XLSX.WorkBook;
  try {
    book = XLSX.read(fs.readFileSync(file), { type: 'buffer', cellDates: false, cellNF: true, cellText: false, cellHTML: false, cellFormula: false, dense: true });
  } catch (thrown) {
    return { refused: String(thrown) };
  }
  const cells = new Map<string, string>();
  for (const name of book.SheetNames) {
    const rows = (book.Sheets[name] as { '!data'?: (XLSX.CellObject | undefined)[][] } | undefined)?.['!data'] ?? [];
    for (const [r, row] of rows.entries()) {
      for (const [c, cell] of (row ?? []).entries()) {
        const text = cellText(cell, book.Workbook?.WBProps?.date1904 === true);
        if (text !== '') cells.set(`${name}!${XLSX.utils.encode_cell({ r, c })}`, oneNewline(text));
      }
    }
  }
  return cells;
}

/** SheetJS writes `_x000D_` before a line feed as nothing. */
const oneNewline = (text: string) => text.replaceAll('\r\n', '\n');

function differences(ours: Cells, theirs: Cells): string[] {
  if ('refused' in ours || 'refused' in theirs) {
    const told = (cells: Cells) => ('refused' in cells ? cells.refused : `${cells.size} cells`);
    if ('refused' in ours && ('refused' in theirs || theirs.size === 0)) return [];
    return [`${told(ours)} | ${told(theirs)}`];
  }
  const found: string[] = [];
  for (const place of new Set([...ours.keys(), ...theirs.keys()])) {
    const [our, their] = [ours.get(place), theirs.get(place)];
    if (our !== their) found.push(`${place}: ${JSON.stringify(our)} | ${JSON.stringify(their)}`);
  }
  return found;
}

/** Where the two readers differ, and why ours is right. */
const KNOWN: Readonly<Record<string, string>> = {
  'calamine/issue252.xlsx': 'a part of the zip is damaged in the middle (its checksum is wrong): refused rather than read in part',
  'calamine/minimal_package.xlsx': 'a text in two parts, one of them CDATA: SheetJS drops the second',
  'calamine/richtext-after-plain.xlsx': 'a text followed by rich runs: SheetJS drops the runs',
  'pandas/data/excel/high_surrogate.xlsx': 'half a character, which is none: U+FFFD',
};

const KNOWN_ODS: Readonly<Record<string, string>> = {
  'calamine/covered.ods': 'the value under a merged cell: SheetJS drops it',
  'frictionless/data/table-output.ods': 'rows that SheetJS loses',
  'messytables/horror/ods_formats.ods': '27:17:54 is a time and no day in 1900, and 200,00% no 2',
  'pandas/data/excel/invalid_value_type.ods': 'a type that nobody knows: SheetJS refuses the file',
  'pandas/data/excel/times_1904.ods': 'times of day, as they are shown',
};

function openDocumentBySheetJs(file: string): Cells {
  try {
    const { sheets } = extractWorkbook({ kind: 'ods', content: new Uint8Array(fs.readFileSync(file)) });
    return new Map(
      sheets.flatMap(({ name, rows }) => rows.flatMap((row, r) => (row ?? []).flatMap((text, c) => (text === '' ? [] : [[`${name}!${XLSX.utils.encode_cell({ r, c })}`, text] as const])))),
    );
  } catch (thrown) {
    return { refused: String(thrown) };
  }
}

describe.skipIf(ROOT === undefined)('workbooks of other projects', () => {
  it('read the same by our reader, in bulk and without, and by SheetJS', async () => {
    const root = ROOT as string;
    const ports = testPorts();
    const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.xls[xm]$/i.test(name));
    const found: Record<string, string[]> = {};
    const foundInBulk: Record<string, string[]> = {};
    const wasm = await bulkModule();
    const traps = countBulkTraps();
    try {
      for (const name of files.sort()) {
        const ours = await byOurs(path.join(root, name), ports);
        const different = differences(ours, bySheetJs(path.join(root, name)));
        if (different.length > 0) found[name] = different;
        const inBulk = differences(await byOurs(path.join(root, name), ports, wasm), ours);
        if (inBulk.length > 0) foundInBulk[name] = inBulk;
      }
    } finally {
      ports.remove();
    }
    expect(Object.fromEntries(Object.entries(found).filter(([name]) => !Object.hasOwn(KNOWN, name)))).toEqual({});
    expect(Object.keys(found)).toEqual(Object.keys(KNOWN).sort());
    expect(foundInBulk).toEqual({});
    expect(traps.count).toBe(0);
    expect(files.length).toBeGreaterThan(150);
  }, 600_000);

  it('of OpenDocument read the same by our reader and by SheetJS', async () => {
    const root = ROOT as string;
    const ports = testPorts();
    // SheetJS takes 20 s for a file of 100 MB of XML.
    const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.f?ods$/i.test(name) && !name.endsWith('large.ods'));
    const found: Record<string, string[]> = {};
    const said = console.error;
    console.error = () => undefined;
    try {
      for (const name of files.sort()) {
        const different = differences(await byOurs(path.join(root, name), ports, null, opendocument), openDocumentBySheetJs(path.join(root, name)));
        if (different.length > 0) found[name] = different;
      }
    } finally {
      console.error = said;
      ports.remove();
    }
    expect(Object.fromEntries(Object.entries(found).filter(([name]) => !Object.hasOwn(KNOWN_ODS, name)))).toEqual({});
    expect(Object.keys(found)).toEqual(Object.keys(KNOWN_ODS).sort());
    expect(files.length).toBeGreaterThan(45);
  });

  it.each([
    ['password/tests/inputs/example_password.xlsx', 'file-encrypted'],
    ['password/tests/inputs/rc4cryptoapi_password.xls', 'file-encrypted'],
    ['password/tests/inputs/xor_password_123456789012345.xls', 'file-encrypted'],
    ['messytables/horror/encrypted_no_password.xls', 'file-encrypted'],
    ['calamine/issue_385.xls', 'file-encrypted'],
    ['calamine/pass_protected.ods', 'file-encrypted'],
    ['calamine/pass_protected.xlsb', 'file-encrypted'],
    ['calamine/pass_protected.xlsx', 'file-encrypted'],
    // Written without a password: one row of a text and a number.
    ['password/tests/inputs/plain.xls', 1],
    ['password/tests/outputs/rc4cryptoapi_password_plain.xls', 1],
    ['password/tests/outputs/xor_password_123456789012345_plain.xls', 420],
    // One cell, which is a header: no rows, and a finding that says so.
    ['calamine/rph.xlsx', 'no-rows'],
  ] as const)('%s: %s', async (name, expected) => {
    const ports = testPorts();
    const file = ports.openSource({ kind: 'path', path: path.join(ROOT as string, name) });
    try {
      const { tables } = await readTables({ file, options: {}, knowledge, work, host: importHost(ports) });
      const [only] = tables;
      expect(only?.table.rows === 0 ? only.findings.at(-1)?.code : only?.table.rows).toBe(expected);
    } catch (thrown) {
      if (!(thrown instanceof SuanpanError)) throw thrown;
      expect(thrown.info.code).toBe(expected);
      // What to do, too.
      expect(thrown.info.hint).toEqual({ en: 'Open it in Excel, remove the password, save, import again', zh: '请在 Excel 中取消密码后保存，再重新导入' });
    } finally {
      file.close();
      ports.remove();
    }
  });
});
