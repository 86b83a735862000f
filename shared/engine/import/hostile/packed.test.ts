import { execFileSync } from 'node:child_process';
import zlib from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { survived } from '../../../../tests/support/hostile.ts';
import { literal, readBytes } from '../../../../tests/support/reading.ts';

const ORDERS = 'id,amount\n7,10.50\n8,2.00\n';
const READ = [
  ['id', 'amount'],
  ['7', '10.50'],
  ['8', '2.00'],
];
/** 300 MB of zeros in 300 kB: enough to tell that it never ends. */
const zeros = () => zlib.gzipSync(new Uint8Array(300 << 20));
const trap = (file: string) => ({
  code: 'file-damaged',
  where: { file },
  message: { en: expect.stringMatching(/ unpacks to more than 256 MB: this looks like a trap, not an export$/), zh: expect.stringMatching(/ 解压后超过 256 MB，疑似压缩炸弹$/) },
  hint: { en: 'Unpack it yourself and import the file you need', zh: '请自行解压后导入所需文件' },
});

describe('archives', { timeout: 60_000 }, () => {
  test('whole ones are read', async () => {
    expect((await readBytes('x.csv.gz', zlib.gzipSync(ORDERS))).tables.map(literal)).toEqual([READ]);
    expect((await readBytes('x.zip', zipSync({ 'a.zip': zipSync({ 'b.csv': strToU8(ORDERS) }) }))).tables.map(literal)).toEqual([READ]);
  });

  test('gzip of zeros without end', async () => expect((await survived('zeros.csv.gz', zeros())).error).toMatchObject(trap('zeros.csv.gz')));

  test('a bomb in a zip in a zip', async () => {
    const inner = zipSync({ 'zeros.csv': new Uint8Array(300 << 20) });
    const { error } = await survived('x.zip', zipSync({ 'inner.zip': inner }));
    expect(error).toMatchObject(trap('inner.zip'));
  });

  test('a thousand small bombs add up', async () => {
    const one = zipSync({ 'zeros.bin': new Uint8Array(30 << 20) });
    const { error } = await survived('x.zip', zipSync(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.zip`, one]))));
    expect(error?.message.en).toMatch(/256 MB/);
  });

  test('archives too deep in each other', async () => {
    let packed = zipSync({ 'orders.csv': strToU8(ORDERS) });
    for (let depth = 0; depth < 12; depth++) packed = zipSync({ 'inner.zip': packed });
    expect((await survived('x.zip', packed)).error).toMatchObject({ code: 'file-unsupported', message: { en: expect.stringContaining('too deep') } });
  });
});

const hasBzip2 = (() => {
  try {
    execFileSync('bzip2', ['--help'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!hasBzip2)('bzip2', { timeout: 60_000 }, () => {
  const bzip2 = (bytes: Uint8Array) => new Uint8Array(execFileSync('bzip2', ['-c'], { input: bytes, maxBuffer: 64 << 20 }));

  test('a whole one of several blocks and streams is read', async () => {
    const line = (i: number) => `${i},${(i * 7919) % 1_000_003}\n`;
    const text = `id,amount\n${Array.from({ length: 200_000 }, (_, i) => line(i)).join('')}`;
    const packed = Buffer.concat([bzip2(Buffer.from(text)), bzip2(Buffer.from('200000,5\n'))]);
    const { tables } = await readBytes('x.csv.bz2', packed);
    expect(tables.map(({ table }) => table.rows)).toEqual([200_001]);
    expect(tables.map(literal)[0]?.at(-1)).toEqual(['200000', '5']);
  });

  test('zeros without end', async () => expect((await survived('zeros.csv.bz2', bzip2(new Uint8Array(300 << 20)))).error).toMatchObject(trap('zeros.csv.bz2')));

  test('one that breaks off is told', async () => {
    const packed = bzip2(Buffer.from(ORDERS));
    expect((await survived('x.csv.bz2', packed.subarray(0, packed.length - 12))).error).toMatchObject({ code: 'file-damaged', where: { file: 'x.csv.bz2' } });
  });
});
