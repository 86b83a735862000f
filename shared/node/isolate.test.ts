import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { LimitError } from '#engine/ports';
import { isolatedBy } from './isolate.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-isolate-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** A thread that runs this code in place of the parser. */
const run = (code: string, milliseconds = 5000, signal = new AbortController().signal) => {
  const file = path.join(folder, 'parser.cjs');
  fs.writeFileSync(file, `const { parentPort, workerData } = require('node:worker_threads');\n${code}`);
  return isolatedBy(file)({ kind: 'xls', content: new Uint8Array(3) }, { milliseconds, megabytes: 64 }, signal);
};

test('what the parser gives comes back', async () => {
  expect(await run('parentPort.postMessage({ ok: true, result: { sheets: [], got: workerData.content.length } })')).toEqual({ sheets: [], got: 3 });
});

test('what the parser says comes back', async () => {
  await expect(run("parentPort.postMessage({ ok: false, message: 'password' })")).rejects.toThrow('password');
});

test('a parser that hangs is ended', async () => {
  await expect(run('for (;;);', 300)).rejects.toBeInstanceOf(LimitError);
});

test('a parser that swells is ended', async () => {
  await expect(run('const all = []; for (;;) all.push(new Array(100_000).fill({}).map((_, i) => ({ i })));', 30_000)).rejects.toBeInstanceOf(LimitError);
});

test('a cancel ends it at once', async () => {
  const controller = new AbortController();
  const start = performance.now();
  setTimeout(() => controller.abort(new Error('cancelled')), 200);
  await expect(run('for (;;);', 60_000, controller.signal)).rejects.toThrow('cancelled');
  expect(performance.now() - start).toBeLessThan(5000);
});
