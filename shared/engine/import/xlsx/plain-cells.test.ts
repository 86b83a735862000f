import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bulkModule } from '../../../../tests/support/bulk-module.ts';
import { BulkSheet, BulkUnfit } from '../../bulk/sheet.ts';
import { rowsOf } from '../../table/table.ts';
import { GridCollector } from '../structure/grid.ts';
import { SheetNotes } from './notes.ts';
import { SheetReader } from './sheet.ts';
import { SharedStrings } from './strings.ts';
import { XmlScanner } from './xml.ts';

const encoder = new TextEncoder();
const knowledge = { matchTemplate: () => null, isHeader: () => false, sameField: () => false, fills: () => [], template: () => null };
const SHARED = ['a', '数', '12', 'a&b', '2024-01-01 12:00:00', 'z'];

function sharedStrings(): SharedStrings {
  const strings = new SharedStrings(64);
  for (const text of SHARED) {
    const bytes = encoder.encode(text);
    strings.append(bytes, 0, bytes.length, false);
    strings.end();
  }
  return strings;
}

interface Cell {
  readonly column: number;
  readonly attributes: string;
  readonly content: string;
}

/** A sheet whose rows begin with this number; `usual` is how programs write, the other way is never taken at once. */
function sheetOf(rows: readonly { readonly step: number; readonly hidden: boolean; readonly cells: readonly Cell[] }[], first: number, usual: boolean): string {
  const quote = usual ? '"' : "'";
  let row = first - 1;
  const written = rows.map(({ step, hidden, cells }) => {
    row += step;
    const inner = cells.map(
      ({ column, attributes, content }) => `<c r=${quote}${String.fromCharCode(65 + column)}${row}${quote}${attributes.replaceAll('"', quote)}${content === '' ? '/>' : `>${content}</c>`}`,
    );
    return `<row r=${quote}${row}${quote} spans=${quote}1:4${quote}${hidden ? ` hidden=${quote}1${quote}` : ''}>${inner.join('')}</row>`;
  });
  return `<worksheet><sheetData>${written.join('')}</sheetData></worksheet>`;
}

let wasm: Uint8Array = new Uint8Array(0);

beforeAll(async () => {
  wasm = await bulkModule();
});

const STYLES = ['plain', 'date', 'percent', 'span', 'digits5'] as const;

/** How many rows the bulk reader took, of all that it was asked for. */
let taken = 0;

async function read(sheet: string, piece: number, bulk = false, date1904 = false): Promise<unknown> {
  const strings = sharedStrings();
  const openBulk = (width: number) => {
    const opened = bulk ? BulkSheet.open(wasm, { width, rows: 0, date1904, styles: STYLES, strings: strings.pack() }) : null;
    if (opened === null) return null;
    const take = opened.take.bind(opened);
    opened.take = (...part) => {
      const done = take(...part);
      taken += done.rows;
      return done;
    };
    return opened;
  };
  const request = { file: { name: 'f', size: 0, read: () => 0, close: () => undefined }, options: { preambleRows: 0, headerRows: 0, footerRows: 0 }, knowledge };
  const grid = new GridCollector('s', request, openBulk);
  const notes = new SheetNotes('f', 's');
  const reader = new SheetReader(new XmlScanner('f', 's'), { strings, styles: STYLES, currencies: null, date1904 }, grid, notes);
  const bytes = encoder.encode(sheet);
  await reader.read(
    (async function* () {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    })(),
    Number.POSITIVE_INFINITY,
  );
  const table = grid.finish(notes.findings());
  return table === null ? null : { rows: rowsOf(table.table), at: [...table.table.origin.row], findings: table.findings, total: table.totalRows, footer: table.footer, setAside: table.setAside };
}

/** Numbers as programs write them: with all digits of a double, with an exponent, with zeros. */
const written = fc.oneof(
  fc.tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 12 })).map(([digits, scale]) => (digits / 10 ** scale).toPrecision(17).replace('e', 'E')),
  fc.double({ min: -1e18, max: 1e18, noNaN: true }).map((value) => value.toPrecision(17).replace('e', 'E').replace('E+', 'E')),
  fc.tuple(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: -9, max: 14 })).map(([digits, exponent]) => `${digits}E${exponent}`),
  fc.double({ min: 0, max: 2, noNaN: true }).map((value) => String(value)),
  fc.tuple(fc.integer({ min: 59, max: 81_000 }), fc.integer({ min: 0, max: 86_399 })).map(([day, second]) => String(day + second / 86_400)),
  fc.stringMatching(/^-?\d{1,17}(\.\d{0,17})?([eE][+-]?\d{1,2})?$/),
);
const number = fc.oneof(
  { weight: 2, arbitrary: written },
  { weight: 1, arbitrary: fc.constantFrom('0', '-1', '12', '12.5', '1.50', '0.05', '1E3', '45292', '45292.5', '45293.25', '45292.001817129625', '0.25', '12345678901234567') },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 99 }).map(String) },
);
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('x', '12', 'a&amp;b', '数') },
  { weight: 2, arbitrary: fc.array(fc.constantFrom('x', ' ', '&amp;', '&lt;', '&gt;', '&quot;', '&apos;', '数', '_', '&'), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.constantFrom('&#228;', '_x000D_', 'a_', '_x', 'a\r\nb', '&amp', '&nbsp;', '&amp;&#x4e2d;') },
);
const value = fc.oneof(
  fc.tuple(fc.constantFrom('', ' s="0"', ' s="1"', ' s="2"', ' s="3"', ' s="4"'), number).map(([attributes, text]) => ({ attributes, content: `<v>${text}</v>` })),
  fc.integer({ min: 0, max: SHARED.length - 1 }).map((index) => ({ attributes: ' t="s"', content: `<v>${index}</v>` })),
  text.map((written) => ({ attributes: ' t="str"', content: `<v>${written}</v>` })),
  fc.tuple(text, fc.constantFrom('', '', ' xml:space="preserve"')).map(([written, space]) => ({ attributes: ' t="inlineStr"', content: `<is><t${space}>${written}</t></is>` })),
  fc.constantFrom(' s="1"', '').map((attributes) => ({ attributes, content: '' })),
  fc.constantFrom('0', '1', '0', '1', '2').map((text) => ({ attributes: ' t="b"', content: `<v>${text}</v>` })),
  fc.constantFrom('<f>A1+1</f>', '<f t="shared" ref="A1:A9" si="0">A1&lt;2</f>', '<f t="shared" si="0"/>').map((formula) => ({ attributes: '', content: `${formula}<v>7</v>` })),
  fc.constantFrom({ attributes: ' t="str"', content: '<f>"x"</f><v>x</v>' }, { attributes: ' t="str"', content: '<f>"x"</f><v>x</v>' }, { attributes: ' t="e"', content: '<v>#REF!</v>' }),
);
const row = fc.record({
  step: fc.constantFrom(1, 1, 1, 1, 1, 1, 2),
  hidden: fc.constantFrom(false, false, false, false, false, false, true),
  cells: fc.array(fc.option(value, { freq: 6 }), { minLength: 4, maxLength: 4 }).map((cells) => cells.flatMap((cell, column) => (cell === null ? [] : [{ column, ...cell }]))),
});

describe('cells that are taken at once', () => {
  it('are what the long way reads, wherever pieces end and however many digits rows have', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(1, 990, 9_985, 99_990),
        fc.constantFrom(17, 301, 1 << 16),
        fc.constantFrom(1, 8),
        async (rows, first, piece, times) => {
          // Rows come again, so that columns have cells like those above, also beyond the rows that wait.
          const all = Array.from({ length: times }, () => rows).flat();
          const slow = await read(sheetOf(all, first, false), piece);
          expect(await read(sheetOf(all, first, true), piece)).toEqual(slow);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are what the long way reads where rows are read in bulk, too', async () => {
    taken = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(1, 990, 99_990),
        fc.constantFrom(301, 5_000, 1 << 16),
        fc.boolean(),
        fc.boolean(),
        async (rows, first, piece, date1904, usual) => {
          const all = Array.from({ length: 10 + Math.ceil(150 / rows.length) }, () => rows).flat();
          const slow = await read(sheetOf(all, first, false), piece, false, date1904);
          const fast = await read(sheetOf(all, first, usual), piece, true, date1904).catch((thrown: unknown) => thrown);
          if (!(fast instanceof BulkUnfit)) expect(fast).toEqual(slow);
        },
      ),
      { numRuns: 150 },
    );
    // The test would hold, too, if it took none.
    expect(taken).toBeGreaterThan(300);
  });

  it('are read in bulk however many there are', async () => {
    const cells = (row: number) =>
      `<c r="A${row}"><v>${row}</v></c><c r="B${row}" s="1"><v>${45_292 + row / 96}</v></c><c r="C${row}"><v>${(row * 0.1).toPrecision(17)}</v></c><c r="D${row}" t="s"><v>${row % SHARED.length}</v></c>`;
    const sheet = `<worksheet><sheetData>${Array.from({ length: 30_000 }, (_, i) => `<row r="${i + 1}">${cells(i + 1)}</row>`).join('')}</sheetData></worksheet>`;
    taken = 0;
    const fast = await read(sheet, 1 << 16, true);
    expect(taken).toBeGreaterThan(29_800);
    expect(fast).toEqual(await read(sheet, 1 << 16));
  });

  it('are the same numbers in bulk, whatever digits a program writes', async () => {
    // Park and Miller's generator: the same numbers every time.
    let seed = 20_240_601;
    const next = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const number = (row: number) => {
      const value = (next() - 0.3) * 10 ** Math.floor(next() * 14 - 4);
      return row % 3 === 0 ? value.toPrecision(17).replace('e', 'E') : row % 3 === 1 ? String(Number(value.toFixed(2))) : String(value);
    };
    const rows = Array.from({ length: 20_000 }, (_, i) => {
      const row = i + 1;
      return `<row r="${row}"><c r="A${row}"><v>${number(row)}</v></c><c r="B${row}" s="2"><v>${number(row)}</v></c><c r="C${row}" s="1"><v>${60 + next() * 79_000}</v></c></row>`;
    });
    const sheet = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
    taken = 0;
    const fast = await read(sheet, 1 << 16, true);
    expect(taken).toBeGreaterThan(5_000);
    expect(fast).toEqual(await read(sheet, 1 << 16));
  });

  it('give up reading in bulk at a row that reaches further than all before', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c>${i === 180 ? `<c r="ZZ${i + 1}"><v>2</v></c>` : ''}</row>`);
    await expect(read(`<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`, 1 << 16, true)).rejects.toThrow(BulkUnfit);
  });

  it('stand for the row that they name', async () => {
    for (const wrong of ['B1001', 'B10002', 'B0', 'A1002', 'b']) {
      const rows = Array.from({ length: 12 }, (_, i) => `<row r="${995 + i}"><c r="A${995 + i}"><v>1</v></c><c r="${i === 7 ? wrong : `B${995 + i}`}"><v>2</v></c></row>`);
      await expect(read(`<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`, 1 << 16), wrong).rejects.toThrow();
    }
  });

  it('are in rows that rise', async () => {
    // In 32 bits the last ones are the numbers that would be right.
    for (const wrong of [1001, 1002, 999, 17_000_000, 2 ** 32 + 1003, 2 ** 32 + 1135]) {
      const rows = Array.from({ length: 150 }, (_, i) => `<row r="${i === 8 || i === 140 ? wrong : 995 + i}"><c t="str"><v>x</v></c></row>`);
      const sheet = (from: number) => `<worksheet><sheetData>${rows.slice(from).join('')}</sheetData></worksheet>`;
      await expect(read(sheet(0), 1 << 16), String(wrong)).rejects.toThrow();
      await expect(read(sheet(9), 1 << 16, true), `${wrong} in bulk`).rejects.toThrow();
    }
  });
});
