// Whatever sizes a file and what is unpacked of it come in, its tables are those of one piece; and the same in bulk and without.
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, test } from 'vitest';
import { importHost } from '#engine/workspace/import-host';
import { testPorts } from '#node/testing';
import { readTables } from '../../shared/engine/import/index.ts';
import type { ImportHost } from '../../shared/engine/import/parsed.ts';
import { bulkModule } from '../support/bulk-module.ts';
import { PACKED, unpackingInPieces } from '../support/in-pieces.ts';
import { fileOf } from '../support/reading.ts';

const DATA = path.resolve('../shared/data');
const knowledge = { matchTemplate: () => null, isHeader: () => false, sameField: () => false, fills: () => [], template: () => null };
const work = { signal: new AbortController().signal, progress: () => undefined, breathe: async () => undefined };
const ports = testPorts();
let wasm: Uint8Array | null = null;

beforeAll(async () => {
  wasm = await bulkModule();
  return () => ports.remove();
});

function hostOf(most: number, bulk: Uint8Array | null): ImportHost {
  const host = importHost(ports);
  return { ...host, bulk: () => bulk, ...unpackingInPieces(host, most) };
}

async function read(name: string, bytes: Uint8Array, most: number, bulk: Uint8Array | null): Promise<string> {
  const parsed = await readTables({ file: fileOf(name, bytes, PACKED.test(name) ? bytes.length : most), options: {}, knowledge, work, host: hostOf(most, bulk) }).catch((error: unknown) =>
    String(error),
  );
  if (typeof parsed === 'string') return parsed;
  const told = (_: string, value: unknown) => (value instanceof Map ? [...value] : ArrayBuffer.isView(value) ? [...(value as Uint8Array)] : value);
  return JSON.stringify(
    parsed.tables.map(({ table, reasons, formats, ...rest }) => ({
      ...rest,
      rows: table.rows,
      origin: [...table.origin.row],
      columns: table.columns.map((column) =>
        column.kind === 'number' ? [column.name, [...column.values]] : [column.name, [...column.codes], Array.from({ length: column.dictionary.size }, (_, code) => column.dictionary.text(code))],
      ),
    })),
    told,
  );
}

/** Below and above the powers of two that buffers have; `SUANPAN_PIECES=all` for every size to 300. */
const SIZES = process.env.SUANPAN_PIECES === 'all' ? Array.from({ length: 300 }, (_, i) => i + 1) : [1, 2, 3, 7, 13, 64, 127, 300, 1021, 4093, 4096, 4099, 65_521, 65_537];
/** Of longer texts the first so many bytes. */
const MOST_TEXT = 30_000;
const MOST_PACKED = 200_000;
/** Unpacks to many times what a text here is. */
const LEFT_OUT = /\.dta\.gz$/;

const filesBelow = (folder: string): string[] =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesBelow(path.join(folder, entry.name)) : [path.join(folder, entry.name)]));

describe('pieces', () => {
  const files = filesBelow(DATA).filter((file) =>
    PACKED.test(file) ? !LEFT_OUT.test(file) && fs.statSync(file).size < MOST_PACKED : /\.(fods|csv|tsv|txt|json|jsonl|log)$|logs?$|first5000$/.test(file),
  );
  test.each(files.map((file) => [path.relative(DATA, file), file]))('%s', async (_, file) => {
    const all = new Uint8Array(fs.readFileSync(file));
    const bytes = PACKED.test(file) ? all : all.subarray(0, MOST_TEXT);
    const name = path.basename(file);
    const whole = await read(name, bytes, 1 << 30, null);
    for (const size of [1 << 30, ...SIZES])
      for (const bulk of [null, wasm]) {
        // A comparison of so long texts would take longer than reading them.
        if ((await read(name, bytes, size, bulk)) !== whole) throw new Error(`in pieces of ${size} bytes ${bulk === null ? 'without' : 'with'} the bulk reader it reads otherwise`);
      }
  });
});
