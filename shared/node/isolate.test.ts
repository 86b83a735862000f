import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { LimitError } from '#engine/ports';
import { isolatedBy } from './isolate.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-isolate-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllGlobals());

/** Code in place of the parser: it is given `input` and `reply`. */
const frame = (code: string) => `const { parentPort, workerData } = require('node:worker_threads');
const work = (input, reply) => { ${code} };
if (parentPort) work(workerData, (answer) => parentPort.postMessage(answer)); else process.once('message', (input) => work(input, (answer) => process.send(answer)));`;

const run = (code: string, milliseconds = 20_000, signal = new AbortController().signal) => {
  const file = path.join(folder, 'parser.cjs');
  fs.writeFileSync(file, frame(code));
  return isolatedBy(file)({ kind: 'xls', content: new Uint8Array(3) }, { milliseconds, megabytes: 64 }, signal);
};

describe.each(['in a process', 'in a thread'])('%s', (where) => {
  const told = (...args: Parameters<typeof run>) => {
    if (where === 'in a thread') vi.stubGlobal('process', new Proxy(process, { get: (target, key) => (key === 'versions' ? { ...target.versions, electron: '45' } : Reflect.get(target, key)) }));
    return run(...args);
  };

  test('what the parser gives comes back', async () => {
    expect(await told('reply({ ok: true, result: { sheets: [], got: input.content.length } })')).toEqual({ sheets: [], got: 3 });
  });

  test('what the parser says comes back', async () => {
    await expect(told("reply({ ok: false, message: 'password' })")).rejects.toThrow('password');
  });

  test('a parser that hangs is ended', async () => {
    await expect(told('for (;;);', 700)).rejects.toBeInstanceOf(LimitError);
  });

  test('a parser that swells is ended', async () => {
    await expect(told('const all = []; for (;;) all.push(new Array(100_000).fill({}).map((_, i) => ({ i })));')).rejects.toBeInstanceOf(LimitError);
  });

  test('a cancel ends it at once', async () => {
    const controller = new AbortController();
    const start = performance.now();
    setTimeout(() => controller.abort(new Error('cancelled')), 200);
    await expect(told('for (;;);', 60_000, controller.signal)).rejects.toThrow('cancelled');
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

test('a process that runs out of memory all at once takes nobody with it', async () => {
  await expect(run('const all = {}; for (let i = 0; ; i += 1000) all[i * 1000] = i;')).rejects.toBeInstanceOf(LimitError);
});
