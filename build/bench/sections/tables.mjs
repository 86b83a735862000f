import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../../setup.mjs';
import { buildProgram } from '../build-program.mjs';

const ROUNDS = 3;
const NAMES = { join: 'join with 50,000 products', group: 'group by two columns: sum, count, distinct', dedupe: 'remove duplicates by two columns', pivot: 'pivot', sort: 'sort by a number' };
/** performance.md, section 8: the join; the other operations have no bar of their own. */
const BARS = { join: { duckdb: 1, pandas: 0.5 } };

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Measures operations on tables that are in memory already: programs take turns, each times the work alone. */
export async function measureTables({ tools, folder, data: { csv } }) {
  const programs = path.join(root, 'build/bench/programs');
  const ours = await buildProgram(folder, 'tables');
  const contenders = {
    ours: [process.execPath, [ours, csv.file]],
    ...(tools.duckdb !== null && { duckdb: [process.execPath, [path.join(programs, 'tables-duckdb.mjs'), tools.duckdb.folder, csv.file]] }),
    ...(tools.pandas !== null && { pandas: [tools.pandas.program, [path.join(programs, 'tables_pandas.py'), csv.file]] }),
  };
  const runs = Object.fromEntries(Object.keys(contenders).map((id) => [id, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [id, [program, args]] of Object.entries(contenders)) {
      const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
      if (status !== 0) throw new Error(`${id}: ${stderr}`);
      runs[id].push(JSON.parse(stdout));
      console.log(`${round + 1}/${ROUNDS}  tables ${id}: ${stdout.trim()}`);
    }
  }
  return {
    rows: csv.rows,
    times: Object.fromEntries(Object.entries(runs).map(([id, list]) => [id, Object.fromEntries(Object.keys(NAMES).map((name) => [name, median(list.map((one) => one[name]))]))])),
  };
}

export function tablesSection({ rows, times }) {
  const peers = Object.keys(times).filter((id) => id !== 'ours');
  const cell = (peer, name) => {
    const ratio = times.ours[name] / times[peer][name];
    const bar = BARS[name]?.[peer];
    return `${times[peer][name].toFixed(0)} ms, ${ratio.toFixed(2)}${bar === undefined ? '' : ` (≤ ${bar}: ${ratio <= bar ? 'met' : 'missed'})`}`;
  };
  const lines = Object.keys(NAMES).map((name) => `| ${NAMES[name]} | ${times.ours[name].toFixed(0)} ms | ${peers.map((peer) => cell(peer, name)).join(' | ')} |`);
  return `## Tables in memory, ${rows.toLocaleString('en')} rows

Median of the work alone, without reading; behind each peer's time ours ÷ it. DuckDB writes its result into a table in memory, on all cores.

| work | Suanpan | ${peers.map((peer) => ({ duckdb: 'DuckDB', pandas: 'pandas' })[peer]).join(' | ')} |
|---|---|${peers.map(() => '---|').join('')}
${lines.join('\n')}`;
}
