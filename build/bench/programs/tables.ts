// Argument: CSV of orders. Prints the median milliseconds of each operation of the engine over tables in memory, as JSON.
import fs from 'node:fs';
import { STEPS } from '../../../shared/engine/clean/steps/registry.ts';
import { noOrigin, numberColumn, type Table, textColumn } from '../../../shared/engine/table/table.ts';

const [file = ''] = process.argv.slice(2);
const lines = fs.readFileSync(file, 'utf8').trimEnd().split('\n');
// The one quoted cell holds the one comma that is none.
const cells = lines.slice(1).map((line) => line.replace('"厨具,餐具"', '厨具 餐具').split(','));
const text = (name: string, at: number) =>
  textColumn(
    name,
    'id',
    cells.map((row) => row[at] || null),
  );
const money = (name: string, at: number) =>
  numberColumn(
    name,
    'money',
    cells.map((row) => (row[at] ? Math.round(Number(row[at]) * 10_000) : null)),
  );
const orders: Table = {
  rows: cells.length,
  columns: [text('order_id', 0), text('user_id', 2), text('sku', 3), text('category', 4), money('amount', 8), text('city', 10)],
  origin: noOrigin(cells.length),
};
const skus = Array.from({ length: 50_000 }, (_, i) => i);
const products: Table = {
  rows: skus.length,
  columns: [
    textColumn(
      'sku',
      'id',
      skus.map((n) => `SKU-${String(n).padStart(6, '0')}`),
    ),
    textColumn(
      'title',
      'text',
      skus.map((n) => `title ${n}`),
    ),
    numberColumn('cost', 'money', skus),
  ],
  origin: noOrigin(skus.length),
};
const context = { typing: { decimal: '.', dateOrder: 'ymd', offsetOf: () => 0 }, pseudonym: (one: string) => one, table: () => products } as const;

function median(id: string, params: Record<string, unknown>): number {
  const step = STEPS.find((one) => one.id === id);
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    step?.run(orders, params, context);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[2] as number;
}

console.log(
  JSON.stringify({
    join: median('join', { dataset: 'products', on: [['sku', 'sku']], how: 'left' }),
    group: median('aggregate', {
      columns: ['category', 'city'],
      values: [
        ['sum', 'amount', 'sum'],
        ['count', '', 'n'],
        ['distinct', 'user_id', 'users'],
      ],
    }),
    dedupe: median('remove-duplicates', { columns: ['user_id', 'sku'], keep: 'first' }),
    pivot: median('pivot', { columns: ['city'], across: 'category', how: 'sum', of: 'amount' }),
    sort: median('sort-rows', { columns: ['amount'] }),
  }),
);
