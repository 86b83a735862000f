import fs from 'node:fs';
import iconv from 'iconv-lite';
import { COLUMNS } from './orders.mjs';

const PIECE = 20_000;
const money = (cents) => (cents === null ? '' : (cents / 100).toFixed(2));
const quoted = (text) => (text.includes(',') ? `"${text}"` : text);

const line = (order) =>
  `${order.id},${order.time.toISOString().slice(0, 19).replace('T', ' ')},${order.user},${order.sku},${quoted(order.category)},${order.quantity},${money(order.price)},${money(order.discount)},${money(order.amount)},${order.channel},${order.city},${order.status}`;

/** Writes orders as a plain CSV. */
export const writeCsv = (file, rows, encoding = 'utf8') => writeLines(file, COLUMNS, rows, line, encoding);

/**
 * Writes a CSV. It is flushed, so that the disk does not still work on it when the first program is measured.
 *
 * @param lineOf the line of a row
 */
export function writeLines(file, header, rows, lineOf, encoding = 'utf8') {
  const handle = fs.openSync(file, 'w');
  let lines = [header.join(',')];
  const flush = () => {
    if (lines.length > 0) fs.writeSync(handle, iconv.encode(`${lines.join('\n')}\n`, encoding));
    lines = [];
  };
  for (const order of rows) {
    lines.push(lineOf(order));
    if (lines.length === PIECE) flush();
  }
  flush();
  fs.fsyncSync(handle);
  fs.closeSync(handle);
}
