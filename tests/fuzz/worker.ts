import fs from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { SuanpanError } from '#contract/errors';
import { createEngine } from '#engine/engine';
import { testPorts } from '#node/testing';
import { readBytes, reconciles } from '../support/reading.ts';
import { rowsOf } from '#engine/table/table';
import { mutate } from './mutate.ts';
import { Random } from './random.ts';
import { seeds } from './seeds.ts';

// Reads mutated files until the time is over. Before each it says which, so that who watches knows what hung.

interface Data {
  readonly seed: number;
  readonly until: number;
  /** Files to be read as they are, first. */
  readonly kept: readonly string[];
}

const { seed, until, kept } = workerData as Data;
/** One in so many goes into a workspace too, which is then verified. */
const INTO_WORKSPACE = 25;
const say = (message: object) => parentPort?.postMessage(message);

async function read(name: string, bytes: Uint8Array): Promise<void> {
  const parsed = await readBytes(name, bytes);
  for (const table of parsed.tables) {
    if (!reconciles(table)) throw new Error(`rows do not add up in ${table.name}`);
    rowsOf(table.table);
  }
}

async function intoWorkspace(name: string, bytes: Uint8Array): Promise<void> {
  const ports = testPorts();
  const engine = createEngine(ports);
  const context = { signal: new AbortController().signal, progress: () => undefined };
  try {
    const file = path.join(ports.folder, name);
    fs.writeFileSync(file, bytes);
    await engine.handlers['workspace.create']({ name: 'fuzz', path: path.join(ports.folder, 'fuzz.suanpan') }, context);
    try {
      await engine.handlers['import.run']({ files: [{ source: { kind: 'path', path: file } }] }, context);
    } catch (thrown) {
      onPurpose(thrown);
    }
    const verified = await engine.handlers['workspace.verify']({}, context);
    if (!verified.ok) throw new Error(`the workspace does not verify: ${JSON.stringify(verified)}`);
  } finally {
    engine.close();
    ports.remove();
  }
}

/** An error that says what is wrong with the file is what should come. */
function onPurpose(thrown: unknown): void {
  if (!(thrown instanceof SuanpanError) || thrown.info.code === 'internal') throw thrown;
}

async function tryOne(name: string, bytes: Uint8Array, nth: number): Promise<void> {
  say({ kind: 'trying', name, bytes });
  try {
    await read(name, bytes).catch(onPurpose);
    if (nth % INTO_WORKSPACE === 0) await intoWorkspace(name, bytes);
    say({ kind: 'done' });
  } catch (thrown) {
    say({ kind: 'failed', name, bytes, message: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) });
  }
}

async function run(): Promise<void> {
  for (const [i, file] of kept.entries()) await tryOne(path.basename(file), new Uint8Array(fs.readFileSync(file)), i * INTO_WORKSPACE);
  const random = new Random(seed);
  const all = seeds();
  for (let nth = 1; Date.now() < until; nth++) {
    const { name, bytes } = random.pick(all);
    await tryOne(name, mutate(bytes, random), nth);
  }
  say({ kind: 'over' });
}

void run();
