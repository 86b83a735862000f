// Arguments: folder where DuckDB was fetched, database to write, CSV. Prints the number of rows, and the seconds of the work alone.
import { createRequire } from 'node:module';
import path from 'node:path';

const [folder, database, file] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(path.join(folder, 'package.json'))('@duckdb/node-api');
const start = performance.now();
const connection = await (await DuckDBInstance.create(database)).connect();
const result = await connection.run(`CREATE TABLE t AS SELECT * FROM read_csv('${file}')`);
const rows = Number((await result.getRows())[0][0]);
connection.closeSync();
console.log(JSON.stringify({ rows, alone: (performance.now() - start) / 1000 }));
