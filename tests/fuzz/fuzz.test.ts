import fs from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import { compileBulk } from '../../build/wasm.mjs';

const SECONDS = Number(process.env.SUANPAN_FUZZ_SECONDS ?? 60);
const SEED = Number(process.env.SUANPAN_SEED ?? 20_260_601);
/** A file that takes longer hangs. */
const LONGEST_MS = 20_000;
const KEPT = path.resolve('tests/fuzz/kept');
const out = path.resolve('out/fuzz');
const PARSER = path.resolve('out/resources/parser.cjs');
const BULK = path.join(out, 'bulk.wasm');

interface Failure {
  readonly name: string;
  readonly message: string;
}

async function bundle(): Promise<string> {
  const file = path.join(out, 'worker.cjs');
  const built = await rolldown({
    input: path.resolve('tests/fuzz/worker.ts'),
    platform: 'node',
    external: ['canvas'],
    logLevel: 'silent',
    resolve: { alias: { 'vega-canvas': path.resolve('node_modules/vega-canvas/build/vega-canvas.browser.js') } },
  });
  await built.write({ file, format: 'cjs', codeSplitting: false });
  await built.close();
  return file;
}

/** Runs one worker until it is over or hangs; a hang ends it, and the next one goes on. */
function watch(file: string, seed: number, until: number, kept: readonly string[], failures: Failure[]): Promise<number> {
  return new Promise((resolve) => {
    const worker = new Worker(file, { workerData: { seed, until, kept, bulk: BULK }, resourceLimits: { maxOldGenerationSizeMb: 1500 }, stderr: true, stdout: true });
    let tried = 0;
    let current: { name: string; bytes: Uint8Array } | null = null;
    let clock: NodeJS.Timeout | undefined;
    const keep = (message: string) => {
      if (current === null) return;
      failures.push({ name: current.name, message: `${message} (seed ${seed})` });
      fs.writeFileSync(path.join(out, `${failures.length}-${current.name}`), current.bytes);
    };
    const end = () => {
      clearTimeout(clock);
      void worker.terminate().then(() => resolve(tried));
    };
    worker.on('message', (message: { kind: string; name: string; bytes: Uint8Array; message: string }) => {
      clearTimeout(clock);
      if (message.kind === 'trying') {
        tried++;
        current = message;
        clock = setTimeout(() => {
          keep(`hangs for more than ${LONGEST_MS / 1000} s`);
          end();
        }, LONGEST_MS);
      } else if (message.kind === 'failed') keep(message.message);
      else if (message.kind === 'over') end();
    });
    worker.on('error', (error) => {
      keep(`ends the process: ${error.message}`);
      end();
    });
  });
}

test(
  `mutated files are read or refused, for ${SECONDS} s`,
  async () => {
    if (!fs.existsSync(PARSER)) throw new Error('run `npm run build` first: hostile bytes are read in a process of their own, which is not there');
    fs.mkdirSync(out, { recursive: true });
    const file = await bundle();
    await compileBulk(BULK);
    const kept = fs.existsSync(KEPT) ? fs.readdirSync(KEPT).map((name) => path.join(KEPT, name)) : [];
    const failures: Failure[] = [];
    const until = Date.now() + SECONDS * 1000;
    let tried = 0;
    for (let round = 0; Date.now() < until && failures.length < 20; round++) tried += await watch(file, SEED + round, until, round === 0 ? kept : [], failures);
    console.log(`fuzz: ${tried} files, seed ${SEED}`);
    expect(failures).toEqual([]);
    expect(tried).toBeGreaterThan(SECONDS);
  },
  (SECONDS + 120) * 1000,
);
