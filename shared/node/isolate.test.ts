import { type ChildProcess, fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type IsolatedProgress, LimitError } from '#engine/ports';
import { parquetBytes } from '../../tests/support/parquet-bytes.ts';
import { isolatedBy, type StartParser } from './isolate.ts';
import { ParsersElsewhere } from './parsers-elsewhere.ts';
import type { PortLike } from './wires.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-isolate-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** Code in place of the parser: it is given `input` and `reply`. */
const frame = (code: string) => `const work = ({ request: { input } }, reply) => { ${code} };
process.once('message', (task) => work(task, (answer) => process.send(answer)));`;

const run = (code: string, milliseconds = 20_000, signal = new AbortController().signal, heard: (progress: IsolatedProgress) => void = () => undefined, start?: (file: string) => StartParser) => {
  const file = path.join(folder, 'parser.cjs');
  fs.writeFileSync(file, frame(code));
  return isolatedBy(file, start?.(file))('workbook', { kind: 'xls', content: new Uint8Array(3) }, { milliseconds, megabytes: 64 }, { signal, told: heard });
};

/** A process that another one has to start, which hands over a port to it: as in Electron. */
function elsewhere(file: string): StartParser {
  const children = new Map<number, ChildProcess>();
  const parsers = new ParsersElsewhere((request) => {
    if (request.type === 'parser-stop') {
      children.get(request.id)?.kill('SIGKILL');
      return;
    }
    const child = fork(file, { execArgv: [`--max-old-space-size=${request.megabytes}`], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    children.set(request.id, child);
    child.once('exit', () => parsers.ended(request.id));
    const port: PortLike = {
      postMessage: (message) => void child.send(message as object, () => undefined),
      on: (event, listener) => event === 'message' && child.on('message', (data) => listener({ data } as never)),
      close: () => undefined,
    };
    setImmediate(() => parsers.connected(request.id, port));
  });
  return parsers.start;
}

describe.each(['as a child', 'started elsewhere'])('%s', (where) => {
  const told = (...[code, milliseconds, signal, heard]: Parameters<typeof run>) => run(code, milliseconds, signal, heard, where === 'as a child' ? undefined : elsewhere);

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
    await expect(told("reply({ progress: { share: 0, at: 'v' } }); setTimeout(() => { for (;;); }, 50)", 4000)).rejects.toMatchObject({ over: 'time', at: 'v' });
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

const BUILT = 'out/resources/parser.cjs';

describe.skipIf(!fs.existsSync(BUILT))('the parser itself', () => {
  const isolate = isolatedBy(BUILT);
  const run = { signal: new AbortController().signal };
  const whole = parquetBytes({ rows: 3, values: 3, page: new Uint8Array(Int32Array.of(7, 8, 9).buffer) });

  test('gives columns as arrays, from bytes and from a place', async () => {
    const file = path.join(folder, 'whole.parquet');
    fs.writeFileSync(file, whole);
    for (const bytes of [whole, { path: file }]) {
      const { tables } = await isolate('parquet', { bytes }, { milliseconds: 20_000, megabytes: 256 }, run);
      expect(tables.map(({ rows, columns }) => [rows, columns.map(({ name, codes, bytes: texts }) => [name, [...codes], new TextDecoder().decode(texts)])])).toEqual([[3, [['a', [1, 2, 3], '789']]]]);
    }
  });

  test('is ended where a file makes it swell', async () => {
    const rows = 900_000_000;
    const hostile = parquetBytes({ rows, values: rows, page: Uint8Array.of(0), encoding: 8, padding: 100_000 });
    await expect(isolate('parquet', { bytes: hostile }, { milliseconds: 8000, megabytes: 200 }, run)).rejects.toBeInstanceOf(LimitError);
  });
});
