import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compileBulk } from '../../build/wasm.mjs';

/** The module of the bulk reader, compiled from its source. */
export async function bulkModule(): Promise<Uint8Array> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-bulk-'));
  try {
    await compileBulk(path.join(folder, 'bulk.wasm'));
    return new Uint8Array(fs.readFileSync(path.join(folder, 'bulk.wasm')));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
