import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine } from '#engine/engine';
import type { ReadableFile } from '#engine/ports';
import type { Database } from '#engine/store/database';
import { openSqlite } from '#engine/store/open';
import { openOriginal } from '#engine/workspace/originals';
import { testPorts, verified } from './testing.ts';

const ports = testPorts();
afterAll(() => ports.remove());
const context = { signal: new AbortController().signal, progress: () => undefined };
const work = { signal: context.signal, breathe: ports.breathe };
const shop = path.join(ports.folder, 'shop.suanpan');
/** 2.6 MB: three pieces. */
const text = ['编号,备注', ...Array.from({ length: 100_000 }, (_, i) => `${i},第 ${i % 977} 号备注`)].join('\n');
const sha256 = createHash('sha256').update(text).digest('hex');

function bytesOf(file: ReadableFile): string {
  const bytes = Buffer.alloc(file.size);
  for (let at = 0; at < bytes.length; ) at += file.read(bytes.subarray(at), at);
  file.close();
  return bytes.toString();
}

/** Does something to the workspace's file, past the engine. */
async function meddle<T>(file: string, change: (database: Database) => T): Promise<T> {
  const { database } = await openSqlite(ports, file);
  try {
    return await change(database);
  } finally {
    database.close();
  }
}

beforeAll(async () => {
  fs.writeFileSync(path.join(ports.folder, '备注.csv'), text);
  const engine = createEngine(ports);
  await engine.handlers['workspace.create']({ name: 'shop', path: shop }, context);
  await engine.handlers['import.run']({ files: [{ source: { kind: 'path', path: path.join(ports.folder, '备注.csv') } }] }, context);
  engine.close();
});

const kept = { name: '备注.csv', path: null, sha256, original: 1 };

test('an original comes back from its pieces byte by byte', async () => {
  await meddle(shop, async (database) => {
    expect(database.all('SELECT original, piece FROM sp_original_pieces')).toEqual([
      { original: 1, piece: 1 },
      { original: 1, piece: 2 },
    ]);
    expect(bytesOf(await openOriginal(database, ports, kept, work))).toBe(text);
  });
  expect(await verified(ports, shop)).toEqual({ ok: true, problems: [] });
});

test('what is packed already is kept as it is', () => {
  const packed = new Uint8Array(300_000).map((_, i) => (i * i * 31) >>> 3);
  expect(ports.inflate(ports.deflate(packed, true))).toEqual(packed);
  expect(ports.deflate(packed, true).length - packed.length).toBeLessThan(100);
});

test.each([
  ['lost', 'DELETE FROM sp_original_pieces WHERE piece = 2'],
  ['changed', "UPDATE sp_original_pieces SET deflated = x'cb48cdc9c907000000ffff' WHERE piece = 1"],
  ['broken', "UPDATE sp_original_pieces SET deflated = x'ff' WHERE piece = 2"],
])('an original one piece of which is %s is told to be damaged, and not read', async (how, sql) => {
  const file = path.join(ports.folder, `${how}.suanpan`);
  fs.copyFileSync(shop, file);
  await meddle(file, async (database) => {
    database.run(sql);
    await expect(openOriginal(database, ports, kept, work)).rejects.toMatchObject({ info: { code: 'workspace-damaged', where: { file: '备注.csv' } } });
  });
  expect(await verified(ports, file)).toMatchObject({ ok: false, problems: [{ code: 'original' }] });
});

test('a file that is only kept by its place is read again as long as it is the same, not when it is as long', async () => {
  const place = path.join(ports.folder, 'large.csv');
  const large = { name: 'large.csv', path: place, sha256, original: null };
  await meddle(shop, async (database) => {
    fs.writeFileSync(place, text);
    expect(bytesOf(await openOriginal(database, ports, large, work))).toBe(text);
    fs.writeFileSync(place, text.replace('第 5 号', '第 6 号'));
    const gone = { info: { code: 'file-missing', where: { file: 'large.csv' } } };
    await expect(openOriginal(database, ports, large, work)).rejects.toMatchObject(gone);
    fs.rmSync(place);
    await expect(openOriginal(database, ports, large, work)).rejects.toMatchObject(gone);
  });
});
