import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Table, tableOf } from '../table/table.ts';
import { rfm } from './index.ts';

const FOLDER = path.resolve('../shared/data/online-retail');
const DAY = 86_400_000;

interface Invoice {
  customer: string;
  day: string;
  amount: number;
}

/** Sales invoices of Online Retail: credits and rows without amount aside, as the model makes orders of them. */
function readInvoices(): Map<string, Invoice> {
  const invoices = new Map<string, Invoice>();
  for (const name of fs.readdirSync(FOLDER).filter((file) => file.endsWith('.csv'))) {
    for (const line of fs.readFileSync(path.join(FOLDER, name), 'utf8').split(/\r?\n/).slice(1)) {
      // From the right: the description may hold commas.
      const match = /^([^,]+),.*,(-?\d+),(\d{4}-\d{2}-\d{2}) [\d:]+,(-?[\d.]+),([\d.]*),[^,]+$/.exec(line);
      if (match === null) continue;
      const [, id, qty, day, price, customer] = match as unknown as [string, string, string, string, string, string];
      if (Number(qty) < 0 || Number(price) < 0) continue;
      const invoice = invoices.get(id) ?? { customer, day, amount: 0 };
      invoice.amount += Number(qty) * Math.round(Number(price) * 10_000);
      invoices.set(id, invoice);
    }
  }
  return invoices;
}

describe.skipIf(!fs.existsSync(FOLDER))('RFM of Online Retail', () => {
  let orders: Table;
  let inside: Invoice[];
  beforeAll(() => {
    const invoices = readInvoices();
    orders = tableOf(
      [
        ['order_key', 'id'],
        ['customer_id', 'id'],
        ['paid_date', 'date'],
        ['sales_amount', 'money'],
        ['is_paid', 'bool'],
      ],
      [...invoices].map(([id, { customer, day, amount }]) => [id, customer === '' ? null : customer, day, amount, 1]),
    );
    inside = [...invoices.values()].filter(({ customer, day }) => customer !== '' && day >= '2010-12-10' && day <= '2011-12-09');
  });

  it('holds every identified buyer of the year once, and all of their sales', () => {
    const reply = rfm(orders, {}, { currency: 'GBP' });
    expect([reply.from, reply.to]).toEqual(['2010-12-10', '2011-12-09']);
    expect(reply.customers).toBe(new Set(inside.map(({ customer }) => customer)).size);
    expect(reply.cells.reduce((sum, cell) => sum + cell.customers, 0)).toBe(reply.customers);
    expect(reply.regions.reduce((sum, region) => sum + region.sales, 0)).toBe(inside.reduce((sum, { amount }) => sum + amount, 0));
    expect(reply.regions.reduce((sum, region) => sum + region.salesShare, 0)).toBeCloseTo(1, 12);
    expect(reply.regions.reduce((sum, region) => sum + region.share, 0)).toBeCloseTo(1, 12);
  });

  it('has in each cell the buyers that an independent count puts there', () => {
    const buyers = new Map<string, { last: number; orders: number }>();
    for (const { customer, day } of inside) {
      const at = Date.parse(day) / DAY;
      const buyer = buyers.get(customer) ?? { last: at, orders: 0 };
      buyers.set(customer, { last: Math.max(buyer.last, at), orders: buyer.orders + 1 });
    }
    const to = Date.parse('2011-12-09') / DAY;
    const silences = [...buyers.values()].map(({ last }) => to - last);
    const counts = new Map<string, number>();
    for (const { last, orders: n } of buyers.values()) {
      const below = silences.filter((days) => days < to - last).length;
      const cell = `${5 - Math.min(4, Math.floor((5 * below) / silences.length))}/${Math.min(5, n)}`;
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
    const reply = rfm(orders, {}, { currency: 'GBP' });
    expect(Object.fromEntries(reply.cells.filter((cell) => cell.customers > 0).map((cell) => [`${cell.r}/${cell.f}`, cell.customers]))).toEqual(Object.fromEntries(counts));
  });
});
