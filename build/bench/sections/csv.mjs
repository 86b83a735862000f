import path from 'node:path';
import { duckdbCsv, pandasCsv, sqliteCsv } from '../peers.mjs';
import { importBySuanpan, importInApp, removeWorkspace } from '../suanpan.mjs';
import { dividedBy, sizeOf, table } from '../table.mjs';

const BARS = { memory: { megabytes: 350 }, sqlite: { ratio: 0.4 }, duckdb: { ratio: 0.6 } };

/** The workspaces of the first import stay: sections/again.mjs imports into them, and removes them. */
export function contenders(setting) {
  const {
    tools,
    cli,
    folder,
    data: { csv },
    workspace,
  } = setting;
  return [
    {
      id: 'first',
      name: 'Suanpan',
      note: 'encoding, dialect and header detected, types inferred, ids kept as text, refused cells listed, durable in a new workspace',
      rows: csv.rows,
      async run(round) {
        const app = path.join(folder, `app-${round}.suanpan`);
        const { alone } = await importInApp(setting, app, csv.file);
        removeWorkspace(app);
        return { ...(await importBySuanpan(cli, workspace(round), csv.file)), alone };
      },
    },
    sqliteCsv(tools, { id: 'sqlite', folder, ...csv }),
    duckdbCsv(tools, { id: 'duckdb', folder, ...csv }),
    pandasCsv(tools, { id: 'pandas', encoding: 'utf-8', ...csv }),
  ];
}

export function section({ data: { csv } }, results) {
  const own = results.get('first');
  const row = (id, bar) => ({ result: results.get(id), ratios: dividedBy(own, results.get(id)), bar });
  const rows = [row('first', BARS.memory), row('sqlite', BARS.sqlite), row('duckdb', BARS.duckdb), row('pandas')];
  return `## Import of one CSV, ${sizeOf(csv)}\n\n${table({ first: 'program', ratio: 'ours ÷ it' }, rows)}`;
}
