// Arguments: folder where DuckDB was fetched, CSV of orders. Prints the median milliseconds of each operation over tables in memory, as JSON.
import { createRequire } from 'node:module';
import path from 'node:path';

const [folder, file] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(path.join(folder, 'package.json'))('@duckdb/node-api');
const connection = await (await DuckDBInstance.create(':memory:')).connect();
await connection.run(`CREATE TABLE orders AS SELECT order_id, user_id, sku, category, CAST(amount AS DECIMAL(18, 4)) AS amount, city FROM read_csv('${file}')`);
await connection.run("CREATE TABLE products AS SELECT format('SKU-{:06d}', range) AS sku, 'title ' || range AS title, range AS cost FROM range(50000)");

async function median(sql) {
  const times = [];
  for (let time = 0; time < 5; time++) {
    const start = performance.now();
    await connection.run(`CREATE OR REPLACE TABLE made AS ${sql}`);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[2];
}

console.log(
  JSON.stringify({
    join: await median('SELECT o.*, p.title, p.cost FROM orders o LEFT JOIN products p USING (sku)'),
    group: await median('SELECT category, city, sum(amount), count(*), count(DISTINCT user_id) FROM orders GROUP BY ALL'),
    dedupe: await median('SELECT DISTINCT ON (user_id, sku) * FROM orders'),
    pivot: await median('PIVOT orders ON category USING sum(amount) GROUP BY city'),
    sort: await median('SELECT * FROM orders ORDER BY amount'),
  }),
);
connection.closeSync();
