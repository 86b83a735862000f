import fs from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { SuanpanError } from '#contract/errors';
import { createEngine } from '#engine/engine';
import { testPorts } from '#node/testing';
import { countBulkTraps } from '../support/bulk-traps.ts';
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
  /** Where the module of the bulk reader lies. */
  readonly bulk: string;
}

const { seed, until, kept, bulk } = workerData as Data;
const module = new Uint8Array(fs.readFileSync(bulk));
const traps = countBulkTraps();
/** What may be read in bulk, in whole or in part. */
const IN_BULK = /\.(csv|txt|xlsx|zip|gz)$/;
/** One in so many goes into a workspace too, which is then verified. */
const INTO_WORKSPACE = 25;
const say = (message: object) => parentPort?.postMessage(message);

/** What is read by streaming, and need not come in one piece. */
const STREAMED = /\.(csv|txt|prn|log|json|xlsx|ods|zip|gz)$/;
/** Below and above the sizes that buffers and words have. */
const SMALL = [1, 2, 3, 7];
const SIZES = [...SMALL, 16, 61, 255, 1000, 4096, 4099];
/** A text in so many pieces takes about as long as one that is read whole a few times. */
const MOST_PIECES = 3000;

async function read(name: string, bytes: Uint8Array, sizes: readonly number[]): Promise<void> {
  const plain = await outcome(name, bytes, null);
  for (const size of STREAMED.test(name) ? sizes : []) {
    const most = Math.max(size, Math.ceil(bytes.length / MOST_PIECES));
    const wasm = IN_BULK.test(name) && size % 2 === 0 ? module : null;
    demandSame(`in pieces of ${most} bytes${wasm === null ? '' : ' and in bulk'}`, plain, await outcome(name, bytes, wasm, most));
  }
  if (!IN_BULK.test(name)) return;
  const before = traps.count;
  const inBulk = await outcome(name, bytes, module);
  if (traps.count > before) throw new Error('the bulk reader failed');
  demandSame('in bulk', plain, inBulk);
}

function demandSame(how: string, plain: readonly string[], other: readonly string[]): void {
  const at = plain.findIndex((line, i) => line !== other[i]);
  if (at >= 0 || plain.length !== other.length) throw new Error(`${how} it is read otherwise: ${plain[at]?.slice(0, 500)} | ${other[at]?.slice(0, 500)}`);
}

/** What became of a file, line by line. */
async function outcome(name: string, bytes: Uint8Array, wasm: Uint8Array | null, most?: number): Promise<string[]> {
  try {
    const parsed = await readBytes(name, bytes, {}, { bulk: () => wasm }, most);
    return parsed.tables.flatMap((table) => {
      if (!reconciles(table)) throw new Error(`rows do not add up in ${table.name}`);
      const rest = [table.preamble, table.footer, table.blankRows, table.totalRows, table.findings, table.setAside.map(({ row, reason }) => [row, reason])];
      return [table.name, ...rest.map((part) => JSON.stringify(part)), ...rowsOf(table.table).map((row, i) => `${table.table.origin.row[i]}: ${JSON.stringify(row)}`)];
    });
  } catch (thrown) {
    onPurpose(thrown);
    return [JSON.stringify((thrown as SuanpanError).info)];
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

async function tryOne(name: string, bytes: Uint8Array, nth: number, sizes: readonly number[]): Promise<void> {
  say({ kind: 'trying', name, bytes });
  try {
    await read(name, bytes, sizes);
    if (nth % INTO_WORKSPACE === 0) await intoWorkspace(name, bytes);
    say({ kind: 'done' });
  } catch (thrown) {
    say({ kind: 'failed', name, bytes, message: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) });
  }
}

async function run(): Promise<void> {
  for (const [i, file] of kept.entries()) await tryOne(path.basename(file), new Uint8Array(fs.readFileSync(file)), i * INTO_WORKSPACE, SIZES);
  const random = new Random(seed);
  const all = seeds();
  const kinds = [all, all.filter((one) => one.many === true), all.filter((one) => one.made === true && STREAMED.test(one.name))];
  for (let nth = 1; Date.now() < until; nth++) {
    const { name, bytes, pack } = random.pick(random.pick(kinds));
    const mutated = mutate(bytes, random);
    await tryOne(name, pack === undefined ? mutated : pack(mutated), nth, [random.pick(SMALL), random.pick(SIZES)]);
  }
  say({ kind: 'over' });
}

void run();
