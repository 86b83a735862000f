import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../setup.mjs';
import { installByApt } from './debian.mjs';

const DUCKDB = '1.5.6-r.1';
const cache = path.join(root, '.cache/bench');

// Debian's own Python comes first: another one in the PATH rarely has the packages.
const PYTHONS = ['/usr/bin/python3', 'python3'];

const printed = (program, args) => {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
};

function findSqlite() {
  const version = printed('sqlite3', ['--version']);
  return version === null ? null : { program: 'sqlite3', version: version.split(' ')[0] };
}

function findPython(module) {
  for (const program of PYTHONS) {
    const version = printed(program, ['-c', `import ${module}; print(${module}.__version__)`]);
    if (version !== null) return { program, version };
  }
  return null;
}

/** DuckDB is large and serves nothing but this comparison: it is fetched beside the project, when there is a network. */
function findDuckdb() {
  if (!fs.existsSync(path.join(cache, 'node_modules/@duckdb/node-api'))) {
    fs.mkdirSync(cache, { recursive: true });
    fs.writeFileSync(path.join(cache, 'package.json'), JSON.stringify({ private: true }));
    const fetched = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', `@duckdb/node-api@${DUCKDB}`], { cwd: cache, encoding: 'utf8', shell: process.platform === 'win32' });
    if (fetched.status !== 0) return null;
  }
  return { folder: cache, version: DUCKDB.split('-')[0] };
}

const DEBIAN = [
  { name: 'sqlite3', package: 'sqlite3', find: findSqlite },
  { name: 'pandas', package: 'python3-pandas', find: () => findPython('pandas') },
  { name: 'openpyxl', package: 'python3-openpyxl', find: () => findPython('openpyxl') },
];

/** The programs that are no packages of the project: each with its version, or null. Where it can be done they are installed. */
export function findTools() {
  installByApt(DEBIAN.filter(({ find }) => find() === null).map((tool) => tool.package));
  const tools = { duckdb: findDuckdb(), ...Object.fromEntries(DEBIAN.map(({ name, find }) => [name, find()])) };
  const missing = Object.keys(tools).filter((name) => tools[name] === null);
  for (const name of missing) console.log(`${name} is not here and could not be had: not compared.`);
  return { ...tools, missing };
}
