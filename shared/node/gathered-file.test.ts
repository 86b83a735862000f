import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { SuanpanError } from '#contract/errors';
import { writeTable } from '#engine/store/bulk';
import { GatheredFile } from '#engine/store/gathered-file';
import { openSqlite } from '#engine/store/open';
import { tableOf } from '#engine/table/table';
import { testPorts } from './testing.ts';

const plain = testPorts();
afterAll(() => plain.remove());

/** Bytes that the disk still takes; what is beyond fails as a full disk does. */
let room = Number.POSITIVE_INFINITY;
const ports = {
  ...plain,
  files: {
    ...plain.files,
    write(handle: number, bytes: Uint8Array, position: number) {
      room -= bytes.length;
      if (room < 0) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      return plain.files.write(handle, bytes, position);
    },
  },
};
beforeEach(() => {
  room = Number.POSITIVE_INFINITY;
});

const call = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('next' as const), length: fc.integer({ min: 1, max: 300 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('write' as const), at: fc.integer({ min: 0, max: 2000 }), length: fc.integer({ min: 1, max: 300 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('read' as const), at: fc.integer({ min: 0, max: 2500 }), length: fc.integer({ min: 1, max: 300 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('truncate' as const), size: fc.integer({ min: 0, max: 2000 }) }) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'sync' as const }, { kind: 'size' as const }) },
);

describe('a file whose writes are gathered', () => {
  it('sets the disk to work on what was written, and is flushed all the same', async () => {
    const path = plain.files.join(plain.folder, 'ahead.bin');
    const ahead: string[] = [];
    let flushes = 0;
    const files = {
      ...plain.files,
      flushAhead: (name: string) => {
        ahead.push(name);
        plain.files.flushAhead?.(name);
      },
      flush: (handle: number) => {
        flushes++;
        plain.files.flush(handle);
      },
    };
    const gathered = new GatheredFile(files, path, files.open(path, { write: true, create: true, exclusive: true }));
    const mebibyte = new Uint8Array(1 << 20).fill(7);
    for (let i = 0; i < 40; i++) gathered.write(mebibyte, i << 20);
    expect(ahead).toEqual([path, path]);
    gathered.sync();
    expect(flushes).toBe(1);
    gathered.close();
    // Turns in which it opens the file, flushes it and closes it again.
    for (let i = 0; i < 50; i++) await new Promise((resolve) => setTimeout(resolve, 2));
    expect(plain.files.stat(path).size).toBe(40 << 20);
  });

  it('reads and ends as a file that is written at once', () => {
    let files = 0;
    fc.assert(
      fc.property(fc.array(call, { maxLength: 40 }), (calls) => {
        const path = plain.files.join(plain.folder, `${++files}.bin`);
        const gathered = new GatheredFile(plain.files, path, plain.files.open(path, { write: true, create: true, exclusive: true }));
        let model = new Uint8Array(0);
        let end = 0;
        const write = (at: number, length: number, byte: number) => {
          const bytes = new Uint8Array(length).fill(byte);
          const longer = new Uint8Array(Math.max(model.length, at + length));
          longer.set(model);
          longer.set(bytes, at);
          model = longer;
          end = at + length;
          expect(gathered.write(bytes, at)).toBe(length);
        };
        for (const [i, one] of calls.entries()) {
          if (one.kind === 'next') write(end, one.length, i + 1);
          else if (one.kind === 'write') write(one.at, one.length, i + 1);
          else if (one.kind === 'read') {
            const target = new Uint8Array(one.length);
            const expected = model.slice(one.at, one.at + one.length);
            expect(gathered.read(target, one.at)).toBe(expected.length);
            expect([...target.subarray(0, expected.length)]).toEqual([...expected]);
          } else if (one.kind === 'truncate') {
            gathered.truncate(one.size);
            const cut = new Uint8Array(one.size);
            cut.set(model.subarray(0, one.size));
            model = cut;
          } else if (one.kind === 'sync') gathered.sync();
          else expect(gathered.size).toBe(model.length);
        }
        gathered.close();
        const handle = plain.files.open(path, { write: false, create: false, exclusive: false });
        const whole = new Uint8Array(plain.files.size(handle));
        plain.files.read(handle, whole, 0);
        plain.files.close(handle);
        expect([...whole]).toEqual([...model]);
      }),
    );
  });
});

describe('a full disk', () => {
  // Of the journal and of the file: wherever the first write fails.
  it.each([0, 600, 5000, 70_000, 400_000, 3_000_000])('with room for %i bytes leaves the file as it was, and says so', async (left) => {
    const path = ports.files.join(ports.folder, `full-${left}.suanpan`);
    const first = await openSqlite(ports, path);
    first.database.run('CREATE TABLE kept (n INTEGER, t TEXT)');
    first.database.transaction(() => {
      for (let n = 0; n < 3000; n++) first.database.run('INSERT INTO kept VALUES (?, ?)', [n, 'x'.repeat(50)]);
    });
    const large = tableOf(
      [['text', 'text']],
      Array.from({ length: 60_000 }, (_, row) => [`row ${row} ${'y'.repeat(80)}`]),
    );
    room = left;
    first.database.run('BEGIN IMMEDIATE');
    const failed = await (async () => {
      first.database.run("UPDATE kept SET t = 'changed'");
      await writeTable(first.database, 'large', large, false);
      first.database.run('COMMIT');
    })().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(failed).toBeInstanceOf(SuanpanError);
    expect((failed as SuanpanError).info.code).toBe('disk-full');
    room = Number.POSITIVE_INFINITY;
    first.database.rollback();
    const state = () => ({
      tables: first.database.all("SELECT name FROM sqlite_master WHERE type = 'table'"),
      sum: first.database.one('SELECT count(*) AS n, count(DISTINCT t) AS t, max(t) AS m FROM kept'),
    });
    const expected = { tables: [{ name: 'kept' }], sum: { n: 3000, t: 1, m: 'x'.repeat(50) } };
    expect(state()).toEqual(expected);
    first.database.close();
    const second = await openSqlite(ports, path);
    expect(second.database.one('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    expect(second.database.one('SELECT count(*) AS n, max(t) AS m FROM kept')).toEqual({ n: 3000, m: 'x'.repeat(50) });
    second.database.close();
  });
});
