import zlib from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isBuilt, survived } from '../../../../tests/support/hostile.ts';
import { parquetBytes } from '../../../../tests/support/parquet-bytes.ts';
import { literal, readBytes } from '../../../../tests/support/reading.ts';

const NUMBERS = new Uint8Array(Int32Array.of(7, 8, 9).buffer);
const WHOLE = { rows: 3, values: 3, page: NUMBERS };

describe.skipIf(!isBuilt)('Parquet', { timeout: 40_000 }, () => {
  test('a whole one is read', async () => {
    const { tables } = await readBytes('x.parquet', parquetBytes(WHOLE));
    expect(tables.map(literal)).toEqual([[['a'], ['7'], ['8'], ['9']]]);
  });

  test('a footer that tells of ten billion rows is not believed', async () => {
    const bytes = parquetBytes({ ...WHOLE, rows: 10_000_000_000 });
    const { error } = await survived('x.parquet', bytes);
    expect(error).toMatchObject({
      code: 'file-damaged',
      where: { file: 'x.parquet' },
      message: {
        en: `x.parquet is damaged: it tells of 10,000,000,000 rows in ${bytes.length} bytes`,
        zh: `x.parquet 已损坏：声称在 ${bytes.length} 字节中含有 10,000,000,000 行`,
      },
      hint: { en: 'Write it again, or export it as CSV', zh: '请重新导出，或导出为 CSV' },
    });
  });

  test('rows that equal numbers could just make are read as far as time and memory go', async () => {
    const rows = 900_000_000;
    const { error } = await survived('x.parquet', parquetBytes({ rows, values: rows, page: Uint8Array.of(0), encoding: 8, padding: 100_000 }));
    expect(error?.code).toBe('file-damaged');
    expect(error?.message.en).toMatch(/^Reading x\.parquet was stopped: it took more than (\d+ MB of memory|\d+ seconds), far more than a whole file of its size takes$/);
    expect(error?.message.zh).toMatch(/^已停止读取 x\.parquet ：占用超过/);
  });

  test('a page that unpacks to more than it says is cut where it says, one of more than memory holds ends', async () => {
    const bomb = zlib.gzipSync(new Uint8Array(300 << 20));
    expect((await survived('x.parquet', parquetBytes({ ...WHOLE, page: bomb, unpacked: 12, codec: 2 }))).parsed?.tables.map(({ table }) => table.rows)).toEqual([3]);
    const snappy = await survived('x.parquet', parquetBytes({ ...WHOLE, page: NUMBERS, unpacked: 2_000_000_000, codec: 1 }));
    expect(snappy.error).toMatchObject({ code: 'file-damaged', where: { file: 'x.parquet' } });
  });

  test('a footer longer than the file is refused', async () => {
    const bytes = parquetBytes(WHOLE);
    bytes.set([0xff, 0xff, 0xff, 0x7f], bytes.length - 8);
    expect((await survived('x.parquet', bytes)).error).toMatchObject({ code: 'file-damaged', details: expect.stringContaining('exceeds') });
  });
});
