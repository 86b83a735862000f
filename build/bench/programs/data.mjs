// Arguments: folder, rows of the large files. Writes the files of all measurements, prints where each is, its rows and its MB. A program of
// its own because the writer of workbooks keeps every text: what it took is given back before anything is measured.
import fs from 'node:fs';
import path from 'node:path';
import { writeCsv } from '../csv-file.mjs';
import { orders, ordersLater } from '../orders.mjs';
import { writePinduoduo } from '../pinduoduo-file.mjs';
import { writeXlsx } from '../xlsx-file.mjs';

const [folder, size] = process.argv.slice(2);
const rows = Number(size);

const files = {
  csv: { rows, name: 'orders.csv', write: (file) => writeCsv(file, orders(rows)) },
  gb18030: { rows, name: 'orders-gb18030.csv', write: (file) => writeCsv(file, orders(rows), 'gb18030') },
  later: { rows: rows + rows / 100, name: 'orders-later.csv', write: (file) => writeCsv(file, ordersLater(rows)) },
  platform: { rows, columns: 24, name: 'pinduoduo.csv', write: (file) => writePinduoduo(file, orders(rows)) },
  xlsx: { rows: rows / 5, name: 'orders.xlsx', write: (file) => writeXlsx(file, orders(rows / 5)) },
  largeXlsx: { rows, name: 'orders-large.xlsx', write: (file) => writeXlsx(file, orders(rows)) },
};
const written = {};
for (const [id, { rows: count, columns, name, write }] of Object.entries(files)) {
  const file = path.join(folder, name);
  await write(file);
  written[id] = { file, rows: count, columns, megabytes: fs.statSync(file).size / 1e6 };
}
console.log(JSON.stringify(written));
