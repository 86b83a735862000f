import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SuanpanError } from '#contract/errors';
import type { ParsedTable } from '../parsed.ts';
import { literal, readBytes, reconciles } from '../../../../tests/support/reading.ts';

const tablesOf = async (text: string, name = 'x.json') => Object.fromEntries((await readBytes(name, text)).tables.map((table) => [table.name, literal(table)]));

describe('JSON', () => {
  test('a list of records: ids keep every digit, nested fields get their path', async () => {
    expect(await tablesOf('[{"id":0001234567890123456789,"buyer":{"city":"杭州","vip":true}},{"id":0.10,"buyer":{"city":null},"note":"a\\n\\u4e2d\\"b"}]')).toEqual({
      '': [
        ['id', 'buyer.city', 'buyer.vip', 'note'],
        ['0001234567890123456789', '杭州', 'true', null],
        ['0.10', null, null, 'a\n中"b'],
      ],
    });
  });

  test('rare letters are what they are: JSON is UTF-8', async () => {
    expect(await tablesOf('[{"a":"Ӿե"}]')).toEqual({ '': [['a'], ['Ӿե']] });
  });

  test('lists of records inside records are tables that can be joined back', async () => {
    expect(await tablesOf('{"page":1,"orders":[{"order_id":"A1","lines":[{"sku":"x","qty":2},{"sku":"y","qty":1}],"tags":["new","vip"]},{"order_id":"A2","lines":[]}]}')).toEqual({
      orders: [
        ['order_id', 'tags', 'lines'],
        ['A1', '["new","vip"]', null],
        ['A2', null, null],
      ],
      'orders.lines': [
        ['parent.order_id', 'sku', 'qty'],
        ['A1', 'x', '2'],
        ['A1', 'y', '1'],
      ],
    });
  });

  test('what stands beside the list is kept above it', async () => {
    const [orders] = (await readBytes('x.json', '{"total":2,"data":{"list":[{"a":1},{"a":2}]}}')).tables;
    expect([orders?.name, orders?.preamble, orders?.table.rows]).toEqual(['data.list', [['total', '2']], 2]);
  });

  test('records line by line; a broken line is set aside', async () => {
    const [only] = (await readBytes('x.ndjson', '{"a":1}\n{"a":\n{"a":3,"b":"x"}\n\n')).tables;
    expect(only && literal(only)).toEqual([
      ['a', 'b'],
      ['1', null],
      ['3', 'x'],
    ]);
    expect(only?.setAside.map(({ row, bytes }) => [row, Buffer.from(bytes).toString()])).toEqual([[2, '{"a":']]);
    expect(only && reconciles(only)).toBe(true);
  });

  test('a list of records a line is one table', async () => {
    const [only] = (await readBytes('x.json', '[{"id":1,"t":5},{"id":2,"t":6}]\n[{"id":3,\n[{"id":3,"t":7}]\n')).tables;
    expect(only && [literal(only), only.setAside.map(({ row }) => row), only.table.origin.row.join()]).toEqual([
      [
        ['id', 't'],
        ['1', '5'],
        ['2', '6'],
        ['3', '7'],
      ],
      [3],
      '1,2,4',
    ]);
    expect(only && reconciles(only)).toBe(true);
  });

  test('a list of values a line is a row each', async () => {
    expect(await tablesOf('["sku","stock"]\n["A1",5]\n\n["B2",0]\n')).toEqual({
      '': [
        ['sku', 'stock'],
        ['A1', '5'],
        ['B2', '0'],
      ],
    });
  });

  test.each(['# taken on 1 July\n// by hand\n{"id":1}\n{"id":2}\n', '\uFEFF# taken on 1 July\n\n  // by hand\r\n[{"id":1},{"id":2}]'])(
    'comments before the first record are kept like the lines above a table: %j',
    async (text) => {
      const [table] = (await readBytes('x.jsonl', text)).tables as [ParsedTable];
      expect(table.preamble).toEqual([['# taken on 1 July'], ['// by hand']]);
      expect(table.table.columns.map(({ name }) => name)).toEqual(['id']);
      expect(reconciles(table)).toBe(true);
      expect(table.table.rows).toBe(2);
    },
  );

  test.each(['callback([{"id":1},{"id":2}]);', ' jQuery1_2.cb ( [{"id":1},{"id":2}] )\n', '/**/cb([{"id":1},{"id":2}])', '\uFEFFcb([{"id":1},{"id":2}])'])(
    'the call of a script around it is none of it: %s',
    async (text) => {
      const { format, tables } = await readBytes('x.json', text);
      expect([format, tables.map(literal)]).toEqual(['json', [[['id'], ['1'], ['2']]]]);
    },
  );

  test('a call that does not end is damaged', async () => {
    await expect(readBytes('x.json', 'callback([{"id":1},{"id"')).rejects.toMatchObject({ info: { code: 'file-damaged' } });
  });

  test.each<[string, string, unknown[][]]>([
    [
      'lists of lists',
      '[["sku","stock"],["A1",5],["B2",0]]',
      [
        ['sku', 'stock'],
        ['A1', '5'],
        ['B2', '0'],
      ],
    ],
    [
      'names beside rows',
      '{"columns":["sku","stock"],"data":[["A1",5]]}',
      [
        ['sku', 'stock'],
        ['A1', '5'],
      ],
    ],
    [
      'columns by name',
      '{"sku":["A1","B2"],"stock":[5,0]}',
      [
        ['sku', 'stock'],
        ['A1', '5'],
        ['B2', '0'],
      ],
    ],
    [
      'columns by name, rows by number',
      '{"sku":{"0":"A1","1":"B2"},"stock":{"0":5,"1":0}}',
      [
        ['sku', 'stock'],
        ['A1', '5'],
        ['B2', '0'],
      ],
    ],
    [
      'records by name',
      '{"A1":{"stock":5},"B2":{"stock":0}}',
      [
        ['key', 'stock'],
        ['A1', '5'],
        ['B2', '0'],
      ],
    ],
    [
      'one record',
      '{"shop":"x","n":1}',
      [
        ['shop', 'n'],
        ['x', '1'],
      ],
    ],
    ['a list of values', '["a","b"]', [['value'], ['a'], ['b']]],
  ])('%s', async (_name, text, rows) => {
    expect(Object.values(await tablesOf(text))).toEqual([rows]);
  });

  test('is known by what stands in it, in any encoding', async () => {
    const wide = await readBytes('export.txt', Buffer.from('\uFEFF[{"订单编号":"1"}]', 'utf16le'));
    expect([wide.format, wide.encoding, wide.tables[0]?.table.columns[0]?.name]).toEqual(['json', 'utf-16le', '订单编号']);
    expect((await readBytes('log.txt', '[2025-01-01] a,b\n[2025-01-02] c,d\n')).format).toBe('delimited');
  });

  test.each(['[{"a":1},{"a":', '{"a" 1}', '[1 2]', '{"a":"x', '[{"a":1-2}]', '[]x'])('%s: where it breaks is said', async (text) => {
    const error = await readBytes('x.json', text).catch((thrown: SuanpanError) => thrown.info);
    expect(error).toMatchObject({ code: 'file-damaged', where: { file: 'x.json', row: 1 } });
  });

  test('every record that was written comes back', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    const records = fc.array(fc.record({ id: fc.bigInt({ min: 0n, max: 10n ** 20n }), name: text }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(records, fc.constantFrom('', '  ', '\n'), async (list, gap) => {
        const written = `[${list.map(({ id, name }) => `${gap}{"id":${id},${gap}"name":${JSON.stringify(name)}}`).join(`,${gap}`)}]`;
        expect((await tablesOf(written))['']?.slice(1)).toEqual(list.map(({ id, name }) => [String(id), name]));
      }),
      { numRuns: 60 },
    );
  });
});
