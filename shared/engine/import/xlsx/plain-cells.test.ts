import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../table/table.ts';
import { GridCollector } from '../grid.ts';
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

async function read(sheet: string, piece: number) {
  const grid = new GridCollector('s', { file: { name: 'f', size: 0, read: () => 0, close: () => undefined }, options: { preambleRows: 0, headerRows: 0, footerRows: 0 }, knowledge });
  const notes = new SheetNotes('f', 's');
  const reader = new SheetReader(new XmlScanner('f', 's'), { strings: sharedStrings(), styles: ['plain', 'date', 'percent'], date1904: false }, grid, notes);
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

const number = fc.oneof(
  fc.constantFrom('0', '-1', '12', '12.5', '1.50', '0.05', '1E3', '45292', '45292.5', '45293.25', '45292.001817129625', '0.25', '12345678901234567'),
  fc.integer({ min: 0, max: 99 }).map(String),
);
const value = fc.oneof(
  fc.tuple(fc.constantFrom('', ' s="0"', ' s="1"', ' s="2"'), number).map(([attributes, text]) => ({ attributes, content: `<v>${text}</v>` })),
  fc.integer({ min: 0, max: SHARED.length - 1 }).map((index) => ({ attributes: ' t="s"', content: `<v>${index}</v>` })),
  fc.constantFrom('x', '12', 'a&amp;b').map((text) => ({ attributes: ' t="str"', content: `<v>${text}</v>` })),
  fc.constantFrom('x', '12', 'a&amp;b').map((text) => ({ attributes: ' t="inlineStr"', content: `<is><t>${text}</t></is>` })),
  fc.constantFrom(' s="1"', '').map((attributes) => ({ attributes, content: '' })),
);
const row = fc.record({
  step: fc.constantFrom(1, 1, 1, 2),
  hidden: fc.constantFrom(false, false, false, true),
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
          expect(await read(sheetOf(all, first, true), piece)).toEqual(await read(sheetOf(all, first, false), piece));
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  it('stand for the row that they name', async () => {
    for (const wrong of ['B1001', 'B10002', 'B0', 'A1002', 'b']) {
      const rows = Array.from({ length: 12 }, (_, i) => `<row r="${995 + i}"><c r="A${995 + i}"><v>1</v></c><c r="${i === 7 ? wrong : `B${995 + i}`}"><v>2</v></c></row>`);
      await expect(read(`<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`, 1 << 16), wrong).rejects.toThrow();
    }
  });

  it('are in rows that rise', async () => {
    for (const wrong of [1001, 1002, 999, 17_000_000]) {
      const rows = Array.from({ length: 12 }, (_, i) => `<row r="${i === 8 ? wrong : 995 + i}"><c t="str"><v>x</v></c></row>`);
      await expect(read(`<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`, 1 << 16), String(wrong)).rejects.toThrow();
    }
  });
});
