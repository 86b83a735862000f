import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../setup.mjs';
import { measure } from './measure.mjs';

// Packages of the project itself, pinned there.
const VERSIONS = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies;

const program = (name) => path.join(import.meta.dirname, 'programs', name);

/** A program of programs/ prints how many rows it has read, and how long it took once it was started. */
async function counted(command, args) {
  const { seconds, peak, output } = await measure(command, args);
  return { seconds, peak, ...JSON.parse(output) };
}

export const sqliteCsv = ({ sqlite3 }, { id, folder, file, rows }) =>
  sqlite3 && {
    id,
    name: `sqlite3 ${sqlite3.version}`,
    note: '`.import --csv` into a file: columns of text, nothing detected or checked',
    rows,
    peer: true,
    async run(round) {
      const database = path.join(folder, `${round}.db`);
      const { seconds, peak } = await measure(sqlite3.program, [database, '-cmd', '.mode csv', `.import ${file} t`]);
      // Counted after the clock has stopped: the import itself does not tell it.
      const count = Number(spawnSync(sqlite3.program, [database, 'SELECT count(*) FROM t'], { encoding: 'utf8' }).stdout);
      fs.rmSync(database);
      // It starts in a few milliseconds.
      return { seconds, alone: seconds, peak, rows: count };
    },
  };

export const duckdbCsv = ({ duckdb }, { id, folder, file, rows }) =>
  duckdb && {
    id,
    name: `DuckDB ${duckdb.version}`,
    note: '`CREATE TABLE AS SELECT` from `read_csv` with its own detection into a file, on all cores',
    rows,
    peer: true,
    async run(round) {
      const database = path.join(folder, `${round}.duckdb`);
      const result = await counted(process.execPath, [program('duckdb.mjs'), duckdb.folder, database, file]);
      fs.rmSync(database);
      return result;
    },
  };

export const pandasCsv = ({ pandas }, { id, file, rows, encoding, ids = ['order_id'], times = ['order_time'] }) =>
  pandas && {
    id,
    name: `pandas ${pandas.version}`,
    note: `\`read_csv\` as ${encoding} with \`dtype\` of the ids and \`parse_dates\` of the times given by hand; only into memory, nothing is stored`,
    rows,
    peer: true,
    run: () => counted(pandas.program, [program('pandas_csv.py'), file, encoding, ids.join(','), times.join(',')]),
  };

export const sheetjsXlsx = ({ id, file, rows }) => ({
  id,
  name: `SheetJS ${VERSIONS['@e965/xlsx']}`,
  note: '`read` with `dense`, then `sheet_to_json`; only into memory',
  rows,
  peer: true,
  run: () => counted(process.execPath, [program('sheetjs.mjs'), file]),
});

export const exceljsXlsx = ({ id, file, rows }) => ({
  id,
  name: `exceljs ${VERSIONS.exceljs}`,
  note: 'its streaming reader, each cell looked at once; nothing is kept',
  rows,
  peer: true,
  run: () => counted(process.execPath, [program('exceljs.mjs'), file]),
});

export const openpyxlXlsx = ({ openpyxl }, { id, file, rows }) =>
  openpyxl && {
    id,
    name: `openpyxl ${openpyxl.version}`,
    note: '`read_only`, every row as plain values; nothing is kept',
    rows,
    peer: true,
    run: () => counted(openpyxl.program, [program('openpyxl_xlsx.py'), file]),
  };
