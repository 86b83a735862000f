// Arguments: folder where DuckDB was fetched, database to write, CSV. Prints the number of rows.
import { createRequire } from 'node:module';
import path from 'node:path';

const [folder, database, file] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(path.join(folder, 'package.json'))('@duckdb/node-api');
const connection = await (await DuckDBInstance.create(database)).connect();
const result = await connection.run(`CREATE TABLE t AS SELECT * FROM read_csv('${file}')`);
console.log(String((await result.getRows())[0][0]));
connection.closeSync();
