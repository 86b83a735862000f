import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { EngineClient } from '#contract/methods';
import { connect, serve, wirePair } from '#contract/rpc';
import type { Cell } from '#contract/values';
import type { VerifyReply } from '#contract/workspace';
import { createEngine } from '#engine/engine';
import type { Ports } from '#engine/ports';
import { createNodePorts } from './ports.ts';

/** Ports over a throw-away folder, for tests. The clock stands still unless told. */
export function testPorts(overrides: Partial<Ports> = {}): Ports & { folder: string; remove(): void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-test-'));
  const ports = createNodePorts({ resources: resourceFolder(), version: '0.0.0', host: 'test', home: folder, download: (name) => path.join(folder, name) });
  return { ...ports, ...overrides, folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

/** A workspace made by importing small files, one after the other. */
export interface TestShop {
  readonly client: EngineClient;
  readonly folder: string;
  /** Rows of a read-only SELECT. */
  query(sql: string): Promise<Cell[][]>;
  stop(): void;
}

/** @param files name → text */
export async function testShop(files: Readonly<Record<string, string>>, overrides: Partial<Ports> = {}): Promise<TestShop> {
  const ports = testPorts(overrides);
  const engine = createEngine(ports);
  const [near, far] = wirePair();
  serve(far, engine.handlers);
  const client = connect(near);
  await client.call('workspace.create', { name: 'test', path: path.join(ports.folder, 'test.suanpan') });
  for (const [name, text] of Object.entries(files)) {
    fs.writeFileSync(path.join(ports.folder, name), text);
    await client.call('import.run', { files: [{ source: { kind: 'path', path: path.join(ports.folder, name) } }] });
  }
  return {
    client,
    folder: ports.folder,
    query: async (sql) => (await client.call('query.run', { sql })).rows,
    stop: () => {
      engine.close();
      ports.remove();
    },
  };
}

/** Puts a file into a folder; how it is imported. */
export function putFile(folder: string, name: string, content: string | Uint8Array): { readonly kind: 'path'; readonly path: string } {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  return { kind: 'path', path: file };
}

/** What checking a workspace says. */
export async function verified(ports: Ports, file: string): Promise<VerifyReply> {
  const context = { signal: new AbortController().signal, progress: () => undefined };
  const engine = createEngine(ports);
  try {
    await engine.handlers['workspace.open']({ path: file }, context);
    return await engine.handlers['workspace.verify']({}, context);
  } finally {
    engine.close();
  }
}

/** Lines of a file. */
export const csv = (...lines: string[]): string => `${lines.join('\n')}\n`;

/** Where the built resources are; in a tree that was never built, sql.js's own folder has all that the store needs. */
function resourceFolder(): string {
  const built = path.resolve('out/resources');
  return fs.existsSync(path.join(built, 'sql-wasm.wasm')) ? built : path.resolve('node_modules/sql.js/dist');
}
