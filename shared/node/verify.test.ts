import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createEngine } from '#engine/engine';
import { openSqlite } from '#engine/store/open';
import { testPorts, verified } from './testing.ts';

const ports = testPorts();
afterAll(() => ports.remove());
const context = { signal: new AbortController().signal, progress: () => undefined };

test('a workspace that has lost a piece of a column is told to be damaged, and by which table', async () => {
  const file = path.join(ports.folder, 'shop.suanpan');
  const tickets = path.join(ports.folder, 'tickets.csv');
  fs.writeFileSync(tickets, ['ticket,minutes', ...Array.from({ length: 120_000 }, (_, i) => `ticket number ${i},${i % 50}`)].join('\n'));
  const engine = createEngine(ports);
  await engine.handlers['workspace.create']({ name: 'shop', path: file }, context);
  await engine.handlers['import.run']({ files: [{ source: { kind: 'path', path: tickets } }] }, context);
  engine.close();
  expect(await verified(ports, file)).toEqual({ ok: true, problems: [] });
  const { database } = await openSqlite(ports, file);
  expect(database.one('SELECT owner, part, piece FROM sp_pieces')).toEqual({ owner: 'source:1', part: 'texts', piece: 1 });
  database.run('DELETE FROM sp_pieces');
  database.close();
  expect(await verified(ports, file)).toMatchObject({ ok: false, problems: [{ code: 'workspace-damaged', message: { en: 'What is stored of source:1 is not whole' } }] });
});
