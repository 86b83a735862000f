import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../setup.mjs';
import { measure } from './measure.mjs';

const DUCKDB = '1.5.6-r.1';
const cache = path.join(root, '.cache/bench');

export const ours = (folder, file) => ({
  name: 'Suanpan',
  note: 'encoding, dialect and header detected, types inferred, ids kept as text, refused cells listed, durable',
  run: (time) => measure(process.execPath, [path.join(root, 'out/cli.cjs'), 'import', path.join(folder, `${time}.suanpan`), file], { SUANPAN_HOME: folder }),
});

/** The peers that this machine has; what is missing is said. */
export async function others(folder, file) {
  const found = [sqlite(folder, file), duckdb(folder, file)];
  return found.filter((peer) => peer !== null);
}

function sqlite(folder, file) {
  const version = spawnSync('sqlite3', ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) {
    console.log('sqlite3 is not installed: not compared.');
    return null;
  }
  return {
    name: `sqlite3 ${version.stdout.split(' ')[0]}`,
    note: '`.import --csv`: twelve columns of text, nothing detected or checked',
    run: (time) => measure('sqlite3', [path.join(folder, `${time}.db`), '-cmd', '.mode csv', `.import ${file} t`]),
  };
}

/** DuckDB is large and serves nothing but this comparison: it is fetched beside the project, when there is a network. */
function duckdb(folder, file) {
  if (!fs.existsSync(path.join(cache, 'node_modules/@duckdb/node-api'))) {
    fs.mkdirSync(cache, { recursive: true });
    fs.writeFileSync(path.join(cache, 'package.json'), JSON.stringify({ private: true }));
    const fetched = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', `@duckdb/node-api@${DUCKDB}`], { cwd: cache, encoding: 'utf8', shell: process.platform === 'win32' });
    if (fetched.status !== 0) {
      console.log('DuckDB is not here and could not be fetched: not compared.');
      return null;
    }
  }
  const program = path.join(cache, 'duckdb.cjs');
  fs.writeFileSync(
    program,
    `const { DuckDBInstance } = require('@duckdb/node-api');
(async () => {
  const connection = await (await DuckDBInstance.create(process.argv[2])).connect();
  await connection.run("CREATE TABLE t AS SELECT * FROM read_csv('" + process.argv[3] + "')");
  connection.closeSync();
})();`,
  );
  return {
    name: `DuckDB ${DUCKDB.split('-')[0]}`,
    note: '`read_csv` with its own detection into a table of a file, on all cores',
    run: (time) => measure(process.execPath, [program, path.join(folder, `${time}.duckdb`), file]),
  };
}
