import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Ports } from '#engine/ports';
import { createNodePorts } from './ports.ts';

/** Ports over a throw-away folder, for tests. The clock stands still unless told. */
export function testPorts(overrides: Partial<Ports> = {}): Ports & { folder: string; remove(): void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-test-'));
  const ports = createNodePorts({ resources: resourceFolder(), version: '0.0.0', host: 'test', home: folder, download: (name) => path.join(folder, name) });
  return { ...ports, ...overrides, folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

/** Where the built resources are; in a tree that was never built, sql.js's own folder has all that the store needs. */
function resourceFolder(): string {
  const built = path.resolve('out/resources');
  return fs.existsSync(path.join(built, 'sql-wasm.wasm')) ? built : path.resolve('node_modules/sql.js/dist');
}
