import fs from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import exceljs from 'exceljs';
import { COLUMNS } from './orders.mjs';

const PIECE = 1000;
const WIDE_TIME = 'yyyy-mm-dd hh:mm:ss';
const money = (cents) => (cents === null ? null : cents / 100);

/** Writes orders as the one sheet of a workbook, its texts shared as Excel does it, its times real times. */
export async function writeXlsx(file, rows) {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: file, useSharedStrings: true, useStyles: true });
  const sheet = workbook.addWorksheet('orders');
  sheet.columns = COLUMNS.map((key) => ({ header: key, key, ...(key === 'order_time' && { style: { numFmt: WIDE_TIME } }) }));
  let count = 0;
  for (const { id, time, user, sku, category, quantity, price, discount, amount, channel, city, status } of rows) {
    sheet.addRow([id, time, user, sku, category, quantity, money(price), money(discount), money(amount), channel, city, status]).commit();
    // The writer has no way to say that it is full; without a pause the whole sheet would wait in memory.
    if (++count % PIECE === 0) await setImmediate();
  }
  sheet.commit();
  await workbook.commit();
  const handle = fs.openSync(file, 'r+');
  fs.fsyncSync(handle);
  fs.closeSync(handle);
}
