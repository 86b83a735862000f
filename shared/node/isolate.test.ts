import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { type IsolatedProgress, LimitError } from '#engine/ports';
import { isolatedBy } from './isolate.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-isolate-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllGlobals());

/** Code in place of the parser: it is given `input` and `reply`. */
const frame = (code: string) => `const { parentPort, workerData } = require('node:worker_threads');
const work = ({ request: { input } }, reply) => { ${code} };
if (parentPort) work(workerData, (answer) => parentPort.postMessage(answer)); else process.once('message', (task) => work(task, (answer) => process.send(answer)));`;

const run = (code: string, milliseconds = 20_000, signal = new AbortController().signal, heard: (progress: IsolatedProgress) => void = () => undefined) => {
  const file = path.join(folder, 'parser.cjs');
  fs.writeFileSync(file, frame(code));
  return isolatedBy(file)('workbook', { kind: 'xls', content: new Uint8Array(3) }, { milliseconds, megabytes: 64 }, { signal, told: heard });
};

const inElectron = () => vi.stubGlobal('process', new Proxy(process, { get: (target, key) => (key === 'versions' ? { ...target.versions, electron: '45' } : Reflect.get(target, key)) }));

describe.each(['in a process', 'in a thread'])('%s', (where) => {
  const told = (...args: Parameters<typeof run>) => {
    if (where === 'in a thread') inElectron();
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

  test('what it tells on its way is heard', async () => {
    const heard: number[] = [];
    await told('reply({ progress: { share: 0.5 } }); reply({ ok: true, result: {} })', 20_000, new AbortController().signal, ({ share }) => heard.push(share));
    expect(heard).toEqual([0.5]);
  });

  test('what it was at when it was ended is told', async () => {
    await expect(told("reply({ progress: { share: 0, at: 'v' } }); setTimeout(() => { for (;;); }, 50)", 900)).rejects.toMatchObject({ over: 'time', at: 'v' });
  });

  test('a cancel ends it at once', async () => {
    const controller = new AbortController();
    const start = performance.now();
    setTimeout(() => controller.abort(new Error('cancelled')), 200);
    await expect(told('for (;;);', 60_000, controller.signal)).rejects.toThrow('cancelled');
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

test('a thread that fills arrays of bytes, which V8 does not limit, is ended', async () => {
  inElectron();
  await expect(run('const all = []; const fill = () => { all.push(Buffer.alloc(32 << 20, 1)); setTimeout(fill, 5); }; fill();')).rejects.toMatchObject({ over: 'memory' });
});

test('a process that runs out of memory all at once takes nobody with it', async () => {
  await expect(run('const all = {}; for (let i = 0; ; i += 1000) all[i * 1000] = i;')).rejects.toBeInstanceOf(LimitError);
});
