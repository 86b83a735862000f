import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createEngine } from '#engine/engine';
import { createNodePorts } from '#node/ports';
import { makeSampleShop } from '../../build/sample-shop/main.ts';
import { Random } from '../../build/sample-shop/random.ts';

const CLI = path.resolve('out/cli.cjs');

export interface KillOutcome {
  before: number;
  after: number;
  readonly broken: string[];
}

/**
 * Runs operations in a process of their own and kills it at a random moment; then opens the file as the next start would and looks
 * whether it is whole, and in the state before or after.
 */
export async function killRounds(rounds: number, seed: number): Promise<KillOutcome> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-kill-'));
  const random = new Random(seed);
  const outcome: KillOutcome = { before: 0, after: 0, broken: [] };
  try {
    const exports = path.join(folder, 'exports');
    fs.mkdirSync(exports);
    const files = makeSampleShop().files.filter(({ name }) => /天猫订单|天猫宝贝|京东/.test(name));
    for (const { name, bytes } of files) fs.writeFileSync(path.join(exports, name), bytes);
    const names = files.map(({ name }) => path.join(exports, name));
    const base = path.join(folder, 'base.suanpan');
    await run(['import', base, ...names.slice(0, 9)], folder, null);
    const large = ledger(path.join(folder, 'ledger_2025-06.csv'), 1, 45_000);
    await run(['import', base, large], folder, null);
    const overlapping = ledger(path.join(folder, 'ledger_2025-07.csv'), 30_000, 80_000);
    const recipe = path.join(folder, 'recipe.json');
    fs.writeFileSync(recipe, JSON.stringify({ version: 1, steps: [{ step: 'sort-rows', version: 1, params: { columns: ['买家应付货款'] } }] }));
    const file = path.join(folder, 'round.suanpan');
    const operations: readonly (readonly string[])[] = [
      ['import', file, ...names.slice(9)],
      ['import', file, overlapping],
      ['clean', file, '天猫订单', recipe],
      ['undo', file],
    ];
    const renew = () => {
      for (const name of [file, `${file}-journal`, `${file}.lock`]) fs.rmSync(name, { force: true });
      fs.copyFileSync(base, file);
    };
    renew();
    const { cursor } = await look(folder, file);
    // How long each takes here, so that the kills fall into all of it, the save at its end included.
    const lasting: number[] = [];
    for (const operation of operations) {
      renew();
      const start = performance.now();
      await run(operation, folder, null);
      lasting.push(performance.now() - start);
    }
    for (let round = 0; round < rounds; round++) {
      renew();
      const at = random.whole(0, operations.length - 1);
      const operation = operations[at] as readonly string[];
      // Every other kill aims at the save, which stands at the end and is short.
      const percent = round % 2 === 0 ? random.whole(20, 100) : random.whole(80, 130);
      await run(operation, folder, ((lasting[at] as number) * percent) / 100);
      const problem = await judge(folder, file, cursor, outcome);
      if (problem !== null) outcome.broken.push(`round ${round}, ${operation[0]}: ${problem}`);
    }
    return outcome;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** A table of so many rows that its pages are written past SQLite; the numbers of the rows are its key. */
function ledger(file: string, from: number, to: number): string {
  const rows = ['单号,日期,金额'];
  for (let n = from; n <= to; n++) rows.push(`L${String(n).padStart(8, '0')},2025-0${n > 45_000 ? 7 : 6}-${String((n % 30) + 1).padStart(2, '0')},${(n % 9973) / 100}`);
  fs.writeFileSync(file, rows.join('\n'));
  return file;
}

async function judge(folder: string, file: string, cursor: number, outcome: KillOutcome): Promise<string | null> {
  try {
    const now = await look(folder, file);
    if (!now.ok) return `not whole: ${now.problems}`;
    if (now.cursor === cursor) outcome.before++;
    else outcome.after++;
    return Math.abs(now.cursor - cursor) > 1 ? `cursor moved from ${cursor} to ${now.cursor}` : null;
  } catch (thrown) {
    return String(thrown);
  }
}

/** Opens the file in this process and checks all of it. */
async function look(folder: string, file: string): Promise<{ ok: boolean; problems: string; cursor: number }> {
  const engine = createEngine(createNodePorts({ resources: path.resolve('out/resources'), version: '0', host: 'test', home: folder }));
  const context = { signal: new AbortController().signal, progress: () => undefined };
  try {
    await engine.handlers['workspace.open']({ path: file }, context);
    const { ok, problems } = await engine.handlers['workspace.verify']({}, context);
    const { cursor } = await engine.handlers['history.list']({}, context);
    return { ok, problems: problems.map((problem) => problem.message.en).join('; '), cursor };
  } finally {
    engine.close();
  }
}

function run(args: readonly string[], home: string, killAfter: number | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args, '--json'], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, SUANPAN_HOME: home } });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    if (killAfter !== null) setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('exit', (code) => (killAfter === null && code !== 0 ? reject(new Error(`${args[0]} failed: ${errors}`)) : resolve()));
  });
}
