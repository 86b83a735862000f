// `npm run bench`: time and peak memory of our import beside what other programs need for the same file, alternating in one run.
// Writes docs/performance.md. Only the ratios say something: absolute times belong to the machine.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkNode, installPackages, root } from '../setup.mjs';
import { writeOrders } from './orders.mjs';
import { others, ours } from './peers.mjs';

const ROWS = Number(process.env.SUANPAN_BENCH_ROWS ?? 1_000_000);
const RUNS = 3;
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

checkNode();
installPackages();
const { build } = await import('../build.mjs');
await build();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-bench-'));
try {
  const file = path.join(folder, 'orders.csv');
  writeOrders(file, ROWS);
  const peers = [ours(folder, file), ...(await others(folder, file))];
  const results = peers.map(() => []);
  for (let time = 0; time < RUNS; time++) for (const [index, peer] of peers.entries()) results[index].push(await peer.run(time));
  const own = median(results[0].map((result) => result.seconds));
  const table = peers.map((peer, index) => {
    const seconds = median(results[index].map((result) => result.seconds));
    const peak = results[index].some((result) => result.peak === null) ? 'not told' : `${Math.max(...results[index].map((result) => result.peak)).toFixed(0)} MB`;
    return `| ${peer.name} | ${seconds.toFixed(1)} s | ${(own / seconds).toFixed(2)} | ${peak} | ${peer.note} |`;
  });
  const text = `# What was measured

\`npm run bench\` writes this page. Programs alternate in one run; only ratios compare, absolute times belong to the machine.

## Import of one CSV, ${(fs.statSync(file).size / 1e6).toFixed(0)} MB, ${ROWS.toLocaleString('en')} rows × 12 columns

Median of ${RUNS} whole processes; highest peak of resident memory.

| program | time | ours ÷ it | peak memory | what it does |
|---|---|---|---|---|
${table.join('\n')}

Node ${process.version}, ${os.cpus().length} cores, ${os.platform()} ${os.arch()}.${peers.length === 1 ? '\n\nNo peer was installed; install `sqlite3` to compare.' : ''}
`;
  fs.writeFileSync(path.join(root, 'docs/performance.md'), text);
  console.log(text);
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
