import zlib from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { SuanpanError } from '#contract/errors';
import { literal, readBytes } from '../../../../tests/support/reading.ts';

const ORDERS = 'order,amount\n1,10.50\n2,7.00\n';
const STOCK = 'sku,stock\nA1,5\nB2,0\n';
const refused = async (name: string, bytes: Uint8Array): Promise<SuanpanError['info']> => {
  try {
    await readBytes(name, bytes);
  } catch (thrown) {
    return (thrown as SuanpanError).info;
  }
  throw new Error('was read');
};

describe('archives', () => {
  test('a zip gives every table of every file', async () => {
    const parsed = await readBytes('june.zip', zipSync({ 'a/orders.csv': strToU8(ORDERS), 'stock.csv': strToU8(STOCK), '__MACOSX/a/._orders.csv': strToU8('x'), 'readme.txt': strToU8('hello') }));
    expect(parsed.format).toBe('zip');
    expect(parsed.tables.map(({ name, inner }) => ({ name, inner }))).toEqual([
      { name: 'a/orders.csv', inner: { path: 'a/orders.csv', sheet: '' } },
      { name: 'stock.csv', inner: { path: 'stock.csv', sheet: '' } },
    ]);
    expect(parsed.tables.map(literal)).toEqual([
      [
        ['order', 'amount'],
        ['1', '10.50'],
        ['2', '7.00'],
      ],
      [
        ['sku', 'stock'],
        ['A1', '5'],
        ['B2', '0'],
      ],
    ]);
  });

  test('notes beside its tables are passed over and said', async () => {
    const notes = {
      '说明.txt': '本压缩包由千牛导出\n',
      '导出信息.txt': '店铺：测试店\n导出时间：2025-06-01 10:00:00\n请勿修改，谢谢。\n',
      'readme.txt': 'hello',
      '__MACOSX/._x.csv': 'x',
    };
    // A list of one column, and a table that has no rows yet.
    const tables = { '商品编号.csv': '商品编号\nA1\nA2\n', '退款.csv': '退款编号,订单编号\n', '商品说明.csv': '商品,说明\nA1,蓝色\n' };
    const packed = zipSync(Object.fromEntries(Object.entries({ ...notes, ...tables }).map(([name, text]) => [name, strToU8(text)])));
    const parsed = await readBytes('june.zip', packed);
    expect(parsed.tables.map(({ name }) => name)).toEqual(Object.keys(tables));
    expect(parsed.tables[0]?.findings.map(({ where, message }) => [where.file, message.en])).toEqual([
      ['june.zip/说明.txt', 'A note that came with the files, not a table'],
      ['june.zip/导出信息.txt', 'No table: the lines do not share a shape'],
      ['june.zip/readme.txt', 'A note that came with the files, not a table'],
    ]);
    // What was taken for a table once is read again.
    expect((await readBytes('june.zip', packed, { table: '说明.txt' })).tables.map(({ name }) => name)).toEqual(['说明.txt']);
    // In a folder of its own a lone line is a text like any other.
    expect((await readBytes('one.zip', zipSync({ '信息.txt': strToU8('店铺一号\n') }))).tables).toHaveLength(1);
    await expect(readBytes('two.zip', zipSync({ 'a.csv': strToU8(ORDERS), '信息.txt': strToU8('店铺一号\n') }))).resolves.toMatchObject({ tables: [{ name: 'a.csv' }] });
  });

  test('one table of it may be asked for', async () => {
    const parsed = await readBytes('june.zip', zipSync({ 'orders.csv': strToU8(ORDERS), 'stock.csv': strToU8(STOCK) }), { table: 'stock.csv' });
    expect(parsed.tables.map(({ name }) => name)).toEqual(['stock.csv']);
  });

  test('names in GBK are read', async () => {
    const packed = Buffer.from(zipSync({ 'orders_x.csv': strToU8(ORDERS) }, { level: 0 }));
    // The same eight bytes in both headers: 订单 in GBK is four bytes, `orders_x` is eight.
    const name = iconv.encode('订单明细', 'gbk');
    for (let at = packed.indexOf('orders_x'); at >= 0; at = packed.indexOf('orders_x')) packed.set(name, at);
    const [only] = (await readBytes('x.zip', packed)).tables;
    expect(only?.inner?.path).toBe('订单明细.csv');
  });

  test('a name that says its own UTF-8 path is read by it', async () => {
    // Info-ZIP's extra field 0x7075: version, CRC-32 of the other name, path.
    const path = strToU8('订单.csv');
    const field = Uint8Array.from([1, 0, 0, 0, 0, ...path]);
    const packed = zipSync({ 'orders.csv': [strToU8(ORDERS), { extra: { 28789: field } }] });
    expect((await readBytes('x.zip', packed)).tables[0]?.inner?.path).toBe('订单.csv');
  });

  test('bytes before the archive are passed over, as in archives that unpack themselves', async () => {
    const packed = zipSync({ 'orders.csv': strToU8(ORDERS) });
    const shifted = new Uint8Array([0x50, 0x4b, 7, 8, ...new Uint8Array(500), ...packed]);
    expect((await readBytes('x.zip', shifted)).tables.map(literal)).toEqual((await readBytes('x.zip', packed)).tables.map(literal));
  });

  test('gz and bz2 are read through', async () => {
    const gz = await readBytes('orders.csv.gz', zlib.gzipSync(ORDERS));
    expect([gz.format, gz.tables[0]?.name, gz.tables[0]?.inner?.path]).toEqual(['delimited (gz)', '', 'orders.csv']);
    expect(gz.tables.map(literal)).toEqual([
      [
        ['order', 'amount'],
        ['1', '10.50'],
        ['2', '7.00'],
      ],
    ]);
    // printf 'a,b\n1,2\n3,4\n' | bzip2 | base64
    const bz2 = await readBytes('t.csv.bz2', Buffer.from('QlpoOTFBWSZTWQMMHxsAAAVZAAAQAAQ8ADAAIAAiHqGIQwInNOOAHi7kinChIAYYPjY=', 'base64'));
    expect(bz2.tables.map(literal)).toEqual([
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ]);
    // tar cf - o.csv | gzip | base64
    const tgz = await readBytes(
      'o.tgz',
      Buffer.from(
        'H4sIAAAAAAAAA+3OOw7CMACD4cw5RQ4QRc6rnKcCRoiUppyfqiMSMFUI6f8WD/bgFs7LwxxLm6mUPTevKeViYs1KKrlOySiqpmKcDv61W5cxd+dMb2182n3r/1Trl2v3862t92GjjwpVNvlTkOyvvwEAAAAAAAAAAAAAAAAA3nsCTGtMOAAoAAA=',
        'base64',
      ),
    );
    expect(tgz.tables.map(literal)).toEqual([
      [
        ['order', 'amount'],
        ['1', '10.50'],
        ['2', '7.00'],
      ],
    ]);
  });

  test('archives inside archives, down to a bound', async () => {
    let inner = zipSync({ 'orders.csv': strToU8(ORDERS) });
    inner = zipSync({ 'inner.zip': inner, 'stock.csv': strToU8(STOCK) });
    const parsed = await readBytes('outer.zip', inner);
    expect(parsed.tables.map(({ name }) => name)).toEqual(['inner.zip/orders.csv', 'stock.csv']);
    for (let i = 0; i < 6; i++) inner = zipSync({ 'in.zip': inner });
    expect((await refused('deep.zip', inner)).message.en).toMatch(/too deep/);
  });

  test('a small file that unpacks beyond the bounds is refused', async () => {
    const zeros = zipSync({ 'bomb.csv': new Uint8Array(1000) });
    const entry = Buffer.from(zeros);
    // The directory may say what it likes: what comes out is counted.
    entry.writeUInt32LE(500, entry.indexOf('PK\u0001\u0002') + 24);
    expect((await refused('bomb.zip', entry)).code).toBe('file-damaged');
  });

  test('damage is said', async () => {
    const sound = Buffer.from(zipSync({ 'orders.csv': strToU8(ORDERS.repeat(50)) }));
    const flipped = Buffer.from(sound);
    flipped[60] = (flipped[60] as number) ^ 0xff;
    expect((await refused('x.zip', flipped)).code).toBe('file-damaged');
    expect((await refused('x.zip', sound.subarray(0, sound.length - 30))).code).toBe('file-damaged');
    expect((await refused('x.csv.gz', zlib.gzipSync(ORDERS).subarray(0, 30))).code).toBe('file-damaged');
  });

  test('a password is said', async () => {
    const locked = Buffer.from(zipSync({ 'orders.csv': strToU8(ORDERS) }));
    locked[6] = 1;
    locked[locked.indexOf('PK\u0001\u0002') + 8] = 1;
    expect(await refused('x.zip', locked)).toMatchObject({
      code: 'file-encrypted',
      message: { en: 'x.zip is protected by a password', zh: 'x.zip 设有密码保护' },
      hint: { en: expect.stringContaining('Unpack it with the password'), zh: expect.stringContaining('密码解压') },
    });
  });

  test('what is no table is told and passed over', async () => {
    const parsed = await readBytes('x.zip', zipSync({ 'orders.csv': strToU8(ORDERS), 'scan.pdf': strToU8('%PDF-1.4 …') }));
    expect(parsed.tables.map(({ name }) => name)).toEqual(['orders.csv']);
    expect(parsed.tables[0]?.findings.map(({ code, where }) => [code, where?.file])).toEqual([['archive-file-skipped', 'x.zip/scan.pdf']]);
    expect((await refused('y.zip', zipSync({ 'a.pdf': strToU8('%PDF-1.4'), 'b.pdf': strToU8('%PDF-1.4') }))).code).toBe('file-unsupported');
  });
});
