import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importHost } from '#engine/workspace/import-host';
import { testPorts } from '#node/testing';
import { fileOf, literal, readBytes, reconciles } from '../../../../tests/support/reading.ts';
import { rowsOf } from '../../table/table.ts';
import { type Knowledge, readTables } from '../index.ts';

const knowledge: Knowledge = { matchTemplate: () => null, isHeader: (text) => ['订单编号', '金额', '备注'].includes(text), sameField: () => false, fills: () => [], template: () => null };
const work = { signal: new AbortController().signal, progress: () => undefined, breathe: async () => undefined };

async function read(bytes: Uint8Array, most?: number) {
  const ports = testPorts();
  try {
    const parsed = await readTables({ file: fileOf('orders.csv', bytes, most), options: {}, knowledge, work, host: importHost(ports) });
    const [only] = parsed.tables;
    if (only === undefined) throw new Error('no table');
    return { encoding: parsed.encoding, names: only.table.columns.map(({ name }) => name), rows: rowsOf(only.table), setAside: only.setAside, total: only.totalRows };
  } finally {
    ports.remove();
  }
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const cell = fc.string({ unit: fc.constantFrom('a', '7', '"', ',', '\n', ' x', '中', '€', '𠮷', '.'), minLength: 1, maxLength: 8 }).filter((text) => text.trim() === text && text !== '');
const rows = fc.array(fc.tuple(cell, cell), { minLength: 3, maxLength: 20 });
const written = (list: readonly (readonly [string, string])[], newline: string) =>
  ['订单编号,金额,备注', ...list.map(([a, b], index) => `${1000 + index},${quoted(a)},${quoted(b)}`)].join(newline) + newline;

describe('delimited text', () => {
  it.each([
    ['utf-8 without a mark', Buffer.from('订单编号,金额\n0012,5\n0013,6\n', 'utf8'), 'utf-8'],
    ['utf-8 with a mark', Buffer.from('\uFEFF订单编号,金额\n0012,5\n0013,6\n', 'utf8'), 'utf-8'],
    ['utf-16 little endian', Buffer.from('\uFEFF订单编号,金额\n0012,5\n0013,6\n', 'utf16le'), 'utf-16le'],
    // “订单编号,金额” in GBK, by iconv.
    ['gb18030', Buffer.concat([Buffer.from('b6a9b5a5b1e0bac52cbdf0b6ee', 'hex'), Buffer.from('\n0012,5\n0013,6\n', 'latin1')]), 'gb18030'],
  ])('finds out %s and keeps leading zeros', async (_name, bytes, encoding) => {
    expect(await read(bytes)).toEqual({
      encoding,
      names: ['订单编号', '金额'],
      rows: [
        ['0012', '5'],
        ['0013', '6'],
      ],
      setAside: [],
      total: 3,
    });
  });

  it('names an encoding that nothing decodes instead of misreading it', async () => {
    await expect(read(Buffer.from('\x1b$)Cid,name\n1,\x0eAV9.\x0f\n', 'latin1'))).rejects.toMatchObject({
      info: { code: 'file-unsupported', where: { file: 'orders.csv' }, message: { en: 'orders.csv is in an encoding that is not supported: Korean (ISO-2022-KR)' } },
    });
  });

  it('gives back every cell that was written, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n'), async (list, newline) => {
        const result = await read(Buffer.from(written(list, newline), 'utf8'));
        expect(result.rows).toEqual(list.map(([a, b], index) => [String(1000 + index), a, b]));
      }),
      { numRuns: 60 },
    );
  });

  it('reads the same however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), async (list, most) => {
        const bytes = Buffer.from(written(list, '\r\n'), 'utf8');
        expect(await read(bytes, most)).toEqual(await read(bytes));
      }),
      { numRuns: 40 },
    );
  });

  it('sets a row of another width aside with its bytes, and counts every row', async () => {
    const result = await read(Buffer.from('订单编号,金额,备注\n1,2,a\n2,3\n3,4,b\n4,5,c,d\n5,6,e\n', 'utf8'));
    expect(result.rows).toEqual([
      ['1', '2', 'a'],
      ['3', '4', 'b'],
      ['5', '6', 'e'],
    ]);
    expect(result.setAside.map(({ row, bytes }) => [row, Buffer.from(bytes).toString('utf8').trim()])).toEqual([
      [3, '2,3'],
      [5, '4,5,c,d'],
    ]);
    expect(result.total).toBe(6);
  });
});

describe('rows of separators only', () => {
  it.each<[string, string, string[][], number]>([
    [
      'between and behind rows',
      'name,n,note\na,1,x\n,,\nb,2,\n,,\n,,\n',
      [
        ['a', '1', 'x'],
        ['b', '2', ''],
      ],
      3,
    ],
    [
      'quoted',
      'name,n,note\na,1,x\n"",,""\n,5,\n',
      [
        ['a', '1', 'x'],
        ['', '5', ''],
      ],
      1,
    ],
    [
      'of another width',
      'name,n,note\na,1,x\n,,,,,\n,\nb,2,y\n',
      [
        ['a', '1', 'x'],
        ['b', '2', 'y'],
      ],
      2,
    ],
    [
      'before a total',
      'name,n,note\na,1,x\nb,2,y\n,,\n合计,3,\n',
      [
        ['a', '1', 'x'],
        ['b', '2', 'y'],
      ],
      1,
    ],
    ['none in a table of one column', 'name\na\n""\nb\n', [['a'], [''], ['b']], 0],
  ])('%s are blank', async (_name, text, rows, blank) => {
    const [table] = (await readBytes('orders.csv', text)).tables;
    if (table === undefined) throw new Error('no table');
    expect(reconciles(table)).toBe(true);
    expect([table.blankRows, table.setAside]).toEqual([blank, []]);
    expect(
      literal(table)
        .slice(1)
        .map((cells) => cells.map((cell) => cell ?? '')),
    ).toEqual(rows);
  });
});

describe('column names', () => {
  it('differ even where only capitals differ, as SQL needs them to', async () => {
    expect((await read(Buffer.from('SKU,sku,Sku,n\nx,y,z,1\n'))).names).toEqual(['SKU', 'sku (2)', 'Sku (3)', 'n']);
  });

  it('hold nothing that would end a statement', async () => {
    expect((await read(Buffer.from('na\u0000me,n\u0001,x\na,1,2\n'))).names).toEqual(['na me', 'n', 'x']);
  });
});

it('where the bulk reader runs out of memory the text is read without it', async () => {
  // A module that has all that is asked for at the start, and traps.
  const type = [1, 4, 1, 0x60, 0, 0];
  const exports = [7, 18, 2, 6, ...new TextEncoder().encode('memory'), 2, 0, 5, ...new TextEncoder().encode('start'), 0, 0];
  const trap = Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...type, 3, 2, 1, 0, 5, 3, 1, 0, 1, ...exports, 10, 5, 1, 3, 0, 0, 11]);
  let asked = 0;
  const bulk = () => {
    asked++;
    return trap;
  };
  const { tables } = await readBytes('x.csv', 'id,name\n1,cup\n2,pot\n', {}, { bulk });
  expect(asked).toBe(1);
  expect(tables.map(literal)).toEqual([
    [
      ['id', 'name'],
      ['1', 'cup'],
      ['2', 'pot'],
    ],
  ]);
});

it('zeros behind the text are no rows, and told', async () => {
  for (const zeros of [3, 1000, 200_000]) {
    const { tables } = await readBytes('x.csv', Buffer.concat([Buffer.from('id,name\n1,cup\n2,pot\n'), Buffer.alloc(zeros)]));
    const [table] = tables;
    expect([table && literal(table), table?.findings.map(({ code, severity }) => [code, severity]), table && reconciles(table)]).toEqual([
      [
        ['id', 'name'],
        ['1', 'cup'],
        ['2', 'pot'],
      ],
      [['zeros-follow', 'warning']],
      true,
    ]);
  }
  await expect(readBytes('x.csv', Buffer.alloc(1000))).rejects.toMatchObject({ info: { code: 'file-unsupported' } });
});
