// `npm run bench`: time and peak memory of our import beside sqlite3's `.import` of the same file, alternating in one run.
// Writes docs/performance.md. Only the ratios say something: absolute times belong to the machine.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './setup.mjs';

const ROWS = Number(process.env.SUANPAN_BENCH_ROWS ?? 1_000_000);
const RUNS = 3;
const CITIES = ['北京', '上海', '广州', '深圳', '杭州', '成都', '重庆', '武汉', '西安', '南京', '天津', '苏州'];
const CATEGORIES = ['手机数码', '家用电器', '美妆个护', '食品生鲜', '"厨具,餐具"', '家居家装'];
const STATES = ['paid', 'shipped', 'completed', 'refunded', 'cancelled'];

/** Orders with 17-digit ids, quoted commas, empty cells and Chinese, always the same ones. */
function writeOrders(file) {
  let seed = 0x9e3779b9 | 0;
  const random = () => {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    return (seed >>> 0) / 4294967296;
  };
  const pick = (list) => list[Math.floor(random() * list.length)];
  const handle = fs.openSync(file, 'w');
  let lines = ['order_id,order_time,user_id,sku,category,qty,unit_price,discount,amount,channel,city,status'];
  for (let row = 0; row < ROWS; row++) {
    const time = new Date(Date.UTC(2024, 0, 1) + Math.floor((row / ROWS) * 365 * 86_400) * 1000).toISOString().slice(0, 19).replace('T', ' ');
    const quantity = 1 + Math.floor(random() * random() * 9);
    const price = Math.floor(500 + random() * 300_000);
    const discount = random() < 0.3 ? Math.floor(random() * price * 0.2) : 0;
    const amount = price * quantity - discount;
    lines.push(
      `${20240100000000000n + BigInt(row) * 7n},${time},U${100_000_000 + Math.floor(random() ** 1.8 * 200_000) * 37},SKU-${String(Math.floor(random() ** 2 * 50_000)).padStart(6, '0')},${pick(CATEGORIES)},${quantity},${(price / 100).toFixed(2)},${discount === 0 ? '' : (discount / 100).toFixed(2)},${(amount / 100).toFixed(2)},app,${pick(CITIES)},${pick(STATES)}`,
    );
    if (lines.length === 20_000) {
      fs.writeSync(handle, `${lines.join('\n')}\n`);
      lines = [];
    }
  }
  if (lines.length > 0) fs.writeSync(handle, `${lines.join('\n')}\n`);
  fs.closeSync(handle);
}

/** Runs a program to its end: seconds on the wall, and its peak memory in MB where the system tells it (Linux). */
function measure(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } });
    let peak = null;
    const watch = setInterval(() => {
      try {
        const kilobytes = fs.readFileSync(`/proc/${child.pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)?.[1];
        if (kilobytes !== undefined) peak = Math.max(peak ?? 0, Number(kilobytes) / 1024);
      } catch {
        // The program has ended, or the system has no /proc.
      }
    }, 20);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, peak });
      else reject(new Error(`${program} ended with ${code}`));
    });
  });
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-bench-'));
try {
  const file = path.join(folder, 'orders.csv');
  writeOrders(file);
  const peers = [
    {
      name: 'Suanpan',
      note: 'encoding, dialect and header detected, types inferred, ids kept as text, refused cells listed, durable',
      run: async (time) => measure(process.execPath, [path.join(root, 'out/cli.cjs'), 'import', path.join(folder, `${time}.suanpan`), file], { SUANPAN_HOME: folder }),
    },
  ];
  const sqlite = spawnSync('sqlite3', ['--version'], { encoding: 'utf8' });
  if (sqlite.status === 0)
    peers.push({
      name: `sqlite3 ${sqlite.stdout.split(' ')[0]}`,
      note: '`.import --csv`: twelve columns of text, nothing detected or checked',
      run: async (time) => measure('sqlite3', [path.join(folder, `${time}.db`), '-cmd', '.mode csv', `.import ${file} t`]),
    });
  const results = peers.map(() => []);
  for (let time = 0; time < RUNS; time++) for (const [index, peer] of peers.entries()) results[index].push(await peer.run(time));
  const ours = median(results[0].map((result) => result.seconds));
  const table = peers.map((peer, index) => {
    const seconds = median(results[index].map((result) => result.seconds));
    const peak = results[index].some((result) => result.peak === null) ? 'not told' : `${Math.max(...results[index].map((result) => result.peak)).toFixed(0)} MB`;
    return `| ${peer.name} | ${seconds.toFixed(1)} s | ${(ours / seconds).toFixed(2)} | ${peak} | ${peer.note} |`;
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
