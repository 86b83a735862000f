import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { importHost } from '#engine/workspace/import-host';
import { testPorts } from '#node/testing';
import { bulkModule } from '../../../../tests/support/bulk-module.ts';
import { countBulkTraps } from '../../../../tests/support/bulk-traps.ts';
import type { ReadableFile } from '../../ports.ts';
import type { TextColumn } from '../../table/table.ts';
import { readTables } from '../index.ts';

const knowledge = { matchTemplate: () => null, isHeader: (text: string) => ['订单编号', '金额', '备注'].includes(text), sameField: () => false, fills: () => [], template: () => null };
const work = { signal: new AbortController().signal, progress: () => undefined, breathe: async () => undefined };
const ports = testPorts();
let wasm: Uint8Array = new Uint8Array(0);

beforeAll(async () => {
  wasm = await bulkModule();
  return () => ports.remove();
});

const traps = countBulkTraps();
afterEach(() => expect(traps.count).toBe(0));

/** A file in memory that is read in pieces of the given sizes, over and over. */
function fileOf(bytes: Uint8Array, pieces: readonly number[]): ReadableFile {
  let piece = 0;
  return {
    name: 'orders.csv',
    size: bytes.length,
    read(target, position) {
      const part = bytes.subarray(position, position + Math.min(target.length, pieces[piece++ % pieces.length] as number));
      target.set(part);
      return part.length;
    },
    close: () => undefined,
  };
}

async function read(bytes: Uint8Array, pieces: readonly number[], module: Uint8Array | null, encoding: string | undefined) {
  const options = { headerRows: 1, preambleRows: 0, delimiter: ',', ...(encoding !== undefined && { encoding }) };
  const parsed = await readTables({ file: fileOf(bytes, pieces), options, knowledge, work, host: { ...importHost(ports), bulk: () => module } }).catch((error: unknown) => String(error));
  if (typeof parsed === 'string') return parsed;
  return parsed.tables.map(({ table, preamble, setAside, footer, blankRows, totalRows }) => ({
    columns: (table.columns as readonly TextColumn[]).map(({ name, codes, dictionary }) => ({
      name,
      codes: [...codes],
      texts: Array.from({ length: dictionary.size }, (_, code) => dictionary.text(code)),
      found: Array.from({ length: dictionary.size }, (_, code) => code === 0 || dictionary.find(dictionary.text(code) as string) === code),
    })),
    rows: [...table.origin.row],
    rest: { preamble, setAside: setAside.map(({ bytes, ...aside }) => ({ ...aside, bytes: [...bytes] })), footer, blankRows, totalRows },
  }));
}

const piece = fc.constantFrom('', 'a', '7', '"', '""', ',', '\n', '\r', '\r\n', ' ', '中文', '\uFFFD', 'a longer text of more than sixteen bytes', '"q,\nq"', 'x"y');
const cell = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(''));
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const field = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('', '1', '2', 'north', '"south, far"', '中文', 'a text of more than eight bytes') },
  { weight: 2, arbitrary: cell.map(quoted) },
  { weight: 1, arbitrary: cell },
);
const record = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(field, field, field).map((fields) => fields.join(',')) },
  { weight: 1, arbitrary: fc.constantFrom(',,', '"",,', ',,,', ',') },
  { weight: 1, arbitrary: fc.array(field, { maxLength: 5 }).map((fields) => fields.join(',')) },
);
const text = fc
  .tuple(fc.array(record, { maxLength: 60 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([records, newline, ended]) => ['订单编号,金额,备注', '1,2,3', ...records].join(newline) + (ended ? newline : ''));
const pieces = fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 5000 })), { minLength: 1, maxLength: 5 });

describe('reading in bulk', () => {
  it('gives what plain reading gives, code by code, whatever the text and its chunks', async () => {
    await fc.assert(
      fc.asyncProperty(text, pieces, fc.constantFrom(undefined, 'gb18030', 'utf-16le'), async (source, sizes, encoding) => {
        const bytes = encoding === 'utf-16le' ? Buffer.from(source, 'utf16le') : Buffer.from(source, 'utf8');
        expect(await read(bytes, sizes, wasm, encoding)).toEqual(await read(bytes, sizes, null, encoding));
      }),
      { numRuns: 400 },
    );
  });

  it('counts rows without anything as blank, also in bulk', async () => {
    const lines = ['订单编号,金额,备注', '1,2,a', ',,', '"","",""', ',,,,', '2,,', ',,'];
    const bytes = Buffer.from(lines.join('\n'));
    const result = await read(bytes, [5], wasm, undefined);
    expect(result).toEqual(await read(bytes, [5], null, undefined));
    expect(result[0]).toMatchObject({ rows: [2, 6], rest: { blankRows: 4, totalRows: 7, setAside: [] } });
  });

  it('leaves padded quotes to plain reading', async () => {
    const bytes = Buffer.from('订单编号, 金额, 备注\n1, "2" , "a, b"\n2, 3, "c"\n');
    const result = await read(bytes, [7], wasm, undefined);
    expect(result).toEqual(await read(bytes, [7], null, undefined));
    expect(result[0]).toMatchObject({ columns: [{}, { texts: [null, '2', ' 3'] }, { texts: [null, 'a, b', 'c'] }], rest: { setAside: [] } });
  });

  it('reads sorted columns alike, however long they stay so', async () => {
    const number = fc.record({ rows: fc.integer({ min: 1, max: 900 }), breaks: fc.integer({ min: 0, max: 1200 }), falls: fc.boolean(), repeats: fc.integer({ min: 1, max: 3 }), gaps: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.tuple(number, number, number), pieces, async (columns, sizes) => {
        const cellOf = ({ breaks, falls, repeats, gaps }: (typeof columns)[number], row: number, width: number) => {
          if (gaps && row % 5 === 4) return '';
          const step = Math.floor((falls ? 5000 - row : row) / repeats);
          // Plain numbers rise by number and not by text, filled up they do both; from a row on the order is another.
          return row < breaks ? String(step).padStart(width, '0') : `x${row % 7}`;
        };
        const rows = Math.max(...columns.map((column) => column.rows));
        const lines = Array.from({ length: rows }, (_, row) => columns.map((column, i) => cellOf(column, row, i * 9)).join(','));
        const bytes = Buffer.from(['订单编号,金额,备注', ...lines].join('\n'));
        expect(await read(bytes, sizes, wasm, undefined)).toEqual(await read(bytes, sizes, null, undefined));
      }),
      { numRuns: 60 },
    );
  });

  it('grows with the rows and the different texts of a column', async () => {
    const lines = Array.from({ length: 30_000 }, (_, i) => `${i},${i % 7 === 0 ? `"said ""${i % 500}"""` : i % 3},${'long'.repeat(i % 40)}`);
    const bytes = Buffer.from(['订单编号,金额,备注', ...lines].join('\n'));
    const result = await read(bytes, [100_000, 3], wasm, undefined);
    expect(result).toEqual(await read(bytes, [100_000, 3], null, undefined));
    expect(result[0]).toMatchObject({ rest: { totalRows: 30_001, setAside: [] } });
  });

  it('knows texts again that were handed over before the order of their column broke', async () => {
    // The module hands over what is sorted every 87,000 rows of three columns.
    const padded = (n: number) => String(n).padStart(6, '0');
    const risesUntil = (row: number, end: number) => {
      if (row < end) return padded(row);
      return row % 3 === 0 ? padded((row * 31) % end) : row % 3 === 1 ? padded(end - 1) : `new ${row % 11}`;
    };
    const quoted = '"a ""b"""';
    const lines = Array.from({ length: 190_000 }, (_, row) => [risesUntil(row, 100_000), risesUntil(row, 180_000), row % 50_000 === 49_999 ? quoted : padded(Math.floor(row / 4))].join(','));
    const bytes = Buffer.from(['订单编号,金额,备注', ...lines].join('\n'));
    for (const sizes of [[700_000], [1_000_003, 77_777]]) {
      const [bulk] = await read(bytes, sizes, wasm, undefined);
      const [plain] = await read(bytes, sizes, null, undefined);
      if (typeof bulk === 'string' || typeof plain === 'string') throw new Error(`${bulk} ${plain}`);
      expect(bulk?.columns.map(({ texts }) => texts.length)).toEqual([100_012, 180_012, 47_502]);
      // Deep comparison of so much takes longer than reading it.
      expect(JSON.stringify(bulk) === JSON.stringify(plain)).toBe(true);
    }
  });

  it('knows long texts again that were handed over because hardly one of them came again', async () => {
    const review = (n: number) => `${((n * 7919) % 1_000_003).toString(36)} 物流很快，包装完整，下次还会再来购买 ${n}`;
    const cells = [
      // Never the same, now and then the same, and from a row on always one of those before.
      (row: number) => review(row),
      (row: number) => review(row % 30 === 29 ? row >> 2 : row + 500_000),
      (row: number) => review(row < 90_000 ? row : (row * 31) % 80_000),
    ];
    const lines = Array.from({ length: 130_000 }, (_, row) => cells.map((cell) => cell(row)).join(','));
    const bytes = Buffer.from(['订单编号,金额,备注', ...lines].join('\n'));
    const [bulk] = await read(bytes, [900_000, 77_777], wasm, undefined);
    const [plain] = await read(bytes, [900_000, 77_777], null, undefined);
    if (typeof bulk === 'string' || typeof plain === 'string') throw new Error(`${bulk} ${plain}`);
    expect(bulk?.columns.map(({ texts }) => texts.length)).toEqual([130_001, plain?.columns[1]?.texts.length, 90_001]);
    // Deep comparison of so much takes longer than reading it.
    expect(JSON.stringify(bulk) === JSON.stringify(plain)).toBe(true);
  });

  it('takes a quote for one that is never closed behind 4 MiB, in whatever pieces they come', async () => {
    const inch = '1,27",wide';
    for (const [bytes, aside] of [
      [(4 << 20) - 10, 0],
      [(4 << 20) + 10, 1],
      [6 << 20, 1],
    ] as const) {
      const filler = `8,9,${'x'.repeat(1000)}\n`;
      const between = filler.repeat(Math.floor(bytes / filler.length));
      const rest = `8,9,${'x'.repeat(Math.max(1, bytes - between.length - 5 - '1,27'.length - 1))}\n`;
      const source = Buffer.from(['订单编号,金额,备注', '1,2,3', `5,"open,6\n${between}${rest}${inch}`, '7,8,9'].join('\n'));
      const plain = await read(source, [1 << 20], null, undefined);
      expect([bytes, (plain[0] as Exclude<(typeof plain)[0], string>).rest.setAside.length]).toEqual([bytes, aside]);
      for (const module of [wasm, null])
        for (const size of [1 << 30, 1_000_003, 300_007]) expect([bytes, size, JSON.stringify(await read(source, [size], module, undefined)) === JSON.stringify(plain)]).toEqual([bytes, size, true]);
    }
  });

  it('tells apart more different texts than two bytes do', async () => {
    const lines = Array.from({ length: 70_000 }, (_, i) => {
      const rising = i < 66_000 ? String(i).padStart(6, '0') : String(i % 9);
      return [rising, `${(i * 7919) % 70_001} mixed`, i < 300 ? String(i).padStart(3, '0') : i % 5 === 0 ? '' : 'few'].join(',');
    });
    const bytes = Buffer.from(['订单编号,金额,备注', ...lines].join('\n'));
    for (const sizes of [[400_000], [999, 50_000]]) {
      const [bulk] = await read(bytes, sizes, wasm, undefined);
      const [plain] = await read(bytes, sizes, null, undefined);
      if (typeof bulk === 'string' || typeof plain === 'string') throw new Error(`${bulk} ${plain}`);
      // Deep comparison of so much takes longer than reading it.
      expect(JSON.stringify(bulk) === JSON.stringify(plain)).toBe(true);
      expect(bulk?.columns.map(({ texts }) => texts.length)).toEqual([66_010, 70_001, 302]);
    }
  });
});
