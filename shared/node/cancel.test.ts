import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createEngine } from '#engine/engine';
import { csv, testPorts } from './testing.ts';

/** The import that runs is cancelled at this breath; `0` lets it run. */
let cancelAt = 0;
let breaths = 0;
let running = new AbortController();
const ports = testPorts({
  breathe: () => {
    breaths++;
    if (breaths === cancelAt) running.abort();
    return Promise.resolve();
  },
});
const engine = createEngine(ports);
afterAll(() => {
  engine.close();
  ports.remove();
});
const context = () => ({ signal: running.signal, progress: () => undefined });

async function bring(name: string, at: number) {
  running = new AbortController();
  breaths = 0;
  cancelAt = at;
  try {
    return await engine.handlers['import.run']({ files: [{ source: { kind: 'path', path: path.join(ports.folder, name) } }], into: 'tickets' }, context());
  } finally {
    cancelAt = 0;
  }
}

/** What the file holds, down to its last row. */
async function held(): Promise<unknown> {
  running = new AbortController();
  const read = async (sql: string) => (await engine.handlers['query.run']({ sql }, context())).rows;
  return [
    await read('SELECT * FROM tickets ORDER BY _row, _source'),
    await read('SELECT id, name, rows, summary FROM sp_sources'),
    await read('SELECT name, recipe_hash, rows FROM sp_built'),
    await read('SELECT count(*) FROM sp_columns'),
    await read('SELECT count(*) FROM sp_operations'),
  ];
}

test('an import that looks for its key is cancelled at each breath it takes, and leaves no trace', async () => {
  const ticket = (id: number, state: string) => `T${1000 + id},${id < 30 ? state : 'open'},room ${id % 9},${id * 3}`;
  const tickets = (from: number, to: number, state: string) => csv('ticket_id,state,room,minutes', ...Array.from({ length: to - from }, (_, i) => ticket(from + i, state)));
  fs.writeFileSync(path.join(ports.folder, 'week 1.csv'), tickets(0, 100, 'open'));
  fs.writeFileSync(path.join(ports.folder, 'week 2.csv'), tickets(20, 120, 'closed'));
  await engine.handlers['workspace.create']({ name: 'cancel', path: path.join(ports.folder, 'cancel.suanpan') }, context());
  await bring('week 1.csv', 0);
  const before = await held();
  let at = 1;
  let replies: Awaited<ReturnType<typeof bring>> | null = null;
  for (; replies === null; at++) {
    try {
      replies = await bring('week 2.csv', at);
    } catch (thrown) {
      expect(String(thrown)).toMatch(/abort|cancel/i);
      expect(await held()).toEqual(before);
    }
  }
  expect(replies).toMatchObject([{ rowsNew: 20, rowsUpdated: 10, rowsUnchanged: 70, key: { used: true } }]);
  // Each column is typed, stacked, read as its type and stored by itself, and each key is tried by itself.
  expect(at).toBeGreaterThan(20);
  expect(await held()).not.toEqual(before);
  expect(await engine.handlers['workspace.verify']({}, context())).toEqual({ ok: true, problems: [] });
});
