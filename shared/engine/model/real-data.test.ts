import { atOnce, type Sliced } from '../values/sliced.ts';
import fs from 'node:fs';
import path from 'node:path';
import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ColumnType } from '#contract/values';
import { Dictionary } from '../table/dictionary.ts';
import { type Column, columnOf, type NumberColumn, numberColumn, type Table, type TextColumn } from '../table/table.ts';
import { typeColumn } from '../table/typing.ts';
import { buildCanonical, type Canonical } from './index.ts';
import { proposeMappings } from './propose.ts';

// Public data beside the checkout; where it is absent these tests are skipped.
const DATA = path.resolve('../shared/data');

/** A CSV reader for well-formed files: quoted cells, doubled quotes, CRLF or LF. */
function readCsv(files: readonly string[], types: Readonly<Record<string, ColumnType>>): Table {
  let names: string[] = [];
  const dictionaries: Dictionary[] = [];
  const codes: number[][] = [];
  for (const file of files) {
    for (const [line, cells] of csvLines(fs.readFileSync(file, 'utf8')).entries()) {
      if (line === 0) {
        if (names.length === 0) {
          names = cells;
          for (const _ of names) {
            dictionaries.push(new Dictionary());
            codes.push([]);
          }
        }
        continue;
      }
      // Lines of another shape are set aside by the import: two more tables stand under Superstore's.
      if (cells.length !== names.length) continue;
      for (let i = 0; i < names.length; i++) {
        const cell = cells[i] ?? '';
        (codes[i] as number[]).push(cell === '' ? 0 : (dictionaries[i] as Dictionary).add(cell));
      }
    }
  }
  const rows = codes[0]?.length ?? 0;
  const columns = names.map((name, i): Column => {
    const text: TextColumn = { kind: 'text', name, type: 'text', codes: Uint32Array.from(codes[i] as number[]), dictionary: dictionaries[i] as Dictionary };
    return typeColumn(text, types[name] ?? 'text', { decimal: '.', dateOrder: 'ymd', offsetOf: () => 0 }).column;
  });
  return { rows, columns, origin: { source: new Uint32Array(rows).fill(1), row: Uint32Array.from({ length: rows }, (_, i) => i + 1) } };
}

function csvLines(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === '"') {
      let cell = '';
      at++;
      for (;;) {
        const end = text.indexOf('"', at);
        cell += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at++;
      }
      cells.push(cell);
    } else {
      let end = at;
      while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') end++;
      cells.push(text.slice(at, end));
      at = end;
    }
    if (text[at] === ',') {
      at++;
      if (at === text.length || text[at] === '\n' || text[at] === '\r') cells.push('');
      else continue;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    lines.push(cells);
    cells = [];
  }
  return lines;
}

/** Products of two columns are all that these mappings ask for. */
function* evaluate(expression: string, table: Table, name: string): Sliced<Column> {
  const [left, right] = [...expression.matchAll(/\[([^\]]+)\]/g)].map((match) => columnOf(table, match[1] as string) as NumberColumn);
  return { ...numberColumn(name, 'money', []), values: (left as NumberColumn).values.map((value, row) => value * ((right as NumberColumn).values[row] as number)) };
}

const settings = { currency: 'GBP', hmac: (text: string) => createHmac('sha256', 'test').update(text).digest('hex'), evaluate };

function build(datasets: { id: string; table: Table }[]): { canonical: Canonical; milliseconds: number; proposal: ReturnType<typeof proposeMappings> } {
  const proposal = proposeMappings(
    datasets.map(({ id, table }) => ({ id, name: id, template: null, table })),
    { version: 1, entities: [] },
    {},
  );
  const start = performance.now();
  const canonical = atOnce(
    buildCanonical(
      datasets.map(({ id, table }) => ({ id, table, platform: null, shop: null, timeZone: 'UTC' })),
      proposal.datasets.map(({ mapping }) => mapping),
      settings,
    ),
  );
  return { canonical, milliseconds: performance.now() - start, proposal };
}

const table = (canonical: Canonical, name: 'orders' | 'order_lines' | 'customers' | 'products' | 'returns') => canonical.tables.get(name) as Table;
const numbers = (of: Table, name: string) => (columnOf(of, name) as NumberColumn).values;
const total = (values: Float64Array) => values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value), 0);
function texts(of: Table, name: string): (string | null)[] {
  const column = columnOf(of, name) as TextColumn;
  return Array.from(column.codes, (code) => column.dictionary.text(code));
}

describe.skipIf(!fs.existsSync(path.join(DATA, 'online-retail')))('Online Retail', () => {
  let sheet: Table;
  let built: ReturnType<typeof build>;
  beforeAll(() => {
    const folder = path.join(DATA, 'online-retail');
    const files = fs.readdirSync(folder).filter((name) => name.endsWith('.csv'));
    sheet = readCsv(
      files.map((name) => path.join(folder, name)),
      { InvoiceNo: 'id', StockCode: 'id', Quantity: 'int', InvoiceDate: 'instant', UnitPrice: 'money', CustomerID: 'id' },
    );
    built = build([{ id: 'online_retail', table: sheet }]);
  });

  it('is mapped without a question', () => {
    expect(built.proposal.questions).toEqual([]);
    expect(built.proposal.datasets.map(({ entity }) => entity).sort()).toEqual(['order_lines', 'orders', 'products']);
    expect(built.canonical.heldBack).toEqual([]);
    console.log(`Online Retail: ${sheet.rows} rows built in ${Math.round(built.milliseconds)} ms`);
  });

  it('keeps every invoice, as an order or as a credit', () => {
    const orders = new Set(texts(table(built.canonical, 'orders'), 'order_key'));
    const credits = new Set(texts(table(built.canonical, 'returns'), 'order_key'));
    expect(sheet.rows).toBe(541_909);
    expect(new Set([...orders, ...credits]).size).toBe(25_900);
    expect(orders.size).toBe(table(built.canonical, 'orders').rows);
  });

  it('ties to the sum of the file to the last penny fraction', () => {
    const sales = total(numbers(table(built.canonical, 'orders'), 'sales_amount'));
    const lines = total(numbers(table(built.canonical, 'order_lines'), 'line_sales'));
    const refunds = total(numbers(table(built.canonical, 'returns'), 'refund_amount'));
    expect(sales - refunds).toBe(97_477_479_340);
    expect(lines).toBe(sales);
  });

  it('knows the 4,372 customers', () => {
    const ordering = new Set(texts(table(built.canonical, 'orders'), 'customer_id'));
    const returning = new Set(texts(table(built.canonical, 'returns'), 'customer_id'));
    const all = new Set([...ordering, ...returning]);
    all.delete(null);
    expect(all.size).toBe(4372);
    expect(table(built.canonical, 'customers').rows).toBe(4372);
  });

  it('holds no raw customer number', () => {
    expect(texts(table(built.canonical, 'customers'), 'customer_id').every((code) => /^c_[0-9a-f]{16}$/.test(code as string))).toBe(true);
  });
});

describe.skipIf(!fs.existsSync(path.join(DATA, 'olist-subset')))('Olist', () => {
  let sheets: Record<string, Table>;
  let built: ReturnType<typeof build>;
  beforeAll(() => {
    const read = (name: string, types: Readonly<Record<string, ColumnType>>) => readCsv([path.join(DATA, 'olist-subset', `olist_${name}_dataset.csv`)], types);
    const times = { order_purchase_timestamp: 'instant', order_approved_at: 'instant', order_delivered_carrier_date: 'instant', order_delivered_customer_date: 'instant' } as const;
    sheets = {
      orders: read('orders', { order_id: 'id', customer_id: 'id', ...times }),
      customers: read('customers', { customer_id: 'id', customer_unique_id: 'id' }),
      order_items: read('order_items', { order_id: 'id', order_item_id: 'int', product_id: 'id', seller_id: 'id', price: 'money', freight_value: 'money', shipping_limit_date: 'instant' }),
      order_payments: read('order_payments', { order_id: 'id', payment_value: 'money', payment_sequential: 'int', payment_installments: 'int' }),
      products: read('products', { product_id: 'id' }),
    };
    built = build(Object.entries(sheets).map(([id, of]) => ({ id, table: of })));
  });

  it('is mapped over five tables without a question', () => {
    expect(built.proposal.questions).toEqual([]);
    console.log(`Olist mapped: ${built.proposal.datasets.map(({ dataset, entity }) => `${dataset}→${entity}`).join(' ')}; built in ${Math.round(built.milliseconds)} ms`);
  });

  it('has every order once, and the people behind the customer numbers', () => {
    const orders = table(built.canonical, 'orders');
    const source = sheets.orders as Table;
    expect(orders.rows).toBe(new Set(texts(source, 'order_id')).size);
    const people = new Set(texts(orders, 'customer_id'));
    people.delete(null);
    const numbersOfOrders = new Set(texts(source, 'customer_id'));
    const persons = new Set(texts(sheets.customers as Table, 'customer_unique_id').filter((_, row) => numbersOfOrders.has(texts(sheets.customers as Table, 'customer_id')[row] as string)));
    expect(people.size).toBe(persons.size);
  });

  it('takes what was paid from the payments, and the goods from the items', () => {
    const orders = table(built.canonical, 'orders');
    const keys = new Set(texts(sheets.orders as Table, 'order_id'));
    const paid = texts(sheets.order_payments as Table, 'order_id').reduce((sum, id, row) => (keys.has(id) ? sum + (numbers(sheets.order_payments as Table, 'payment_value')[row] as number) : sum), 0);
    const goods = texts(sheets.order_items as Table, 'order_id').reduce((sum, id, row) => (keys.has(id) ? sum + (numbers(sheets.order_items as Table, 'price')[row] as number) : sum), 0);
    const itemOrders = new Set(texts(sheets.order_items as Table, 'order_id'));
    const withItems = texts(orders, 'platform_order_id').map((id) => itemOrders.has(id));
    expect(total(numbers(table(built.canonical, 'order_lines'), 'line_sales'))).toBe(goods);
    expect(total(numbers(orders, 'sales_amount').filter((_, row) => withItems[row]))).toBe(goods);
    const withPayment = new Set(texts(sheets.order_payments as Table, 'order_id'));
    const ids = texts(orders, 'platform_order_id');
    expect(total(numbers(orders, 'paid_amount').filter((_, row) => withPayment.has(ids[row] as string)))).toBe(paid);
  });

  it('leaves no line without its order and product', () => {
    expect(built.canonical.heldBack).toEqual([]);
    const products = new Set(texts(table(built.canonical, 'products'), 'sku'));
    expect(texts(table(built.canonical, 'order_lines'), 'sku').every((sku) => products.has(sku))).toBe(true);
  });
});

describe.skipIf(!fs.existsSync(path.join(DATA, 'superstore')))('Superstore', () => {
  let built: ReturnType<typeof build>;
  let sheet: Table;
  beforeAll(() => {
    const file = path.join(DATA, 'superstore', 'superstore.csv');
    const raw = readCsv([file], {});
    const types: Record<string, ColumnType> = Object.fromEntries(
      raw.columns.map(({ name }) => [
        name,
        /date/i.test(name)
          ? 'date'
          : /^(order|product|customer|row)[ _.]?id$/i.test(name)
            ? 'id'
            : /^(sales|profit)$/i.test(name)
              ? 'money'
              : /^quantity$/i.test(name)
                ? 'int'
                : /^discount$/i.test(name)
                  ? 'ratio'
                  : 'text',
      ]),
    );
    sheet = readCsv([file], types);
    built = build([{ id: 'superstore', table: sheet }]);
  });

  it('is mapped without a question and ties to its own sum', () => {
    expect(built.proposal.questions).toEqual([]);
    const own = total(numbers(sheet, 'Sales'));
    expect(total(numbers(table(built.canonical, 'orders'), 'sales_amount'))).toBe(own);
    expect(total(numbers(table(built.canonical, 'order_lines'), 'line_sales'))).toBe(own);
    expect([sheet.rows, table(built.canonical, 'orders').rows, table(built.canonical, 'customers').rows, own]).toEqual([9994, 5009, 793, 22_972_008_603]);
  });
});
