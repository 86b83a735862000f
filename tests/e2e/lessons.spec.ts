import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { PlanDocument, RecipeStep } from '#contract/documents';
import { type App, expect, test } from './app.ts';
import { addStep } from './recipe-form.ts';

// The public lessons of tests/real/lessons, done by clicking: the recipe made so is the one of the plan file, and what comes out is
// what `expected.py` worked out with pandas.

const DATA = path.resolve('../shared/data');
const lessons = path.resolve('tests/real/lessons');
const expected = JSON.parse(fs.readFileSync(path.join(lessons, 'expected.json'), 'utf8'));
const planOf = (name: string) => JSON.parse(fs.readFileSync(path.join(lessons, `${name}.plan.json`), 'utf8')) as PlanDocument;

test.setTimeout(180_000);

async function bring({ page, go }: App, files: readonly string[]): Promise<void> {
  await page.getByTestId('file-input').setInputFiles(files.map((file) => path.join(DATA, file)));
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('import-dialog')).toHaveCount(0, { timeout: 60_000 });
  await go('clean');
}

async function openTable(page: Page, name: string): Promise<void> {
  await page.locator('[data-testid^=dataset-]').filter({ hasText: name }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

async function addAll(page: Page, steps: readonly RecipeStep[]): Promise<void> {
  for (const step of steps) await addStep(page, step);
}

/** The table as the export button gives it: its header, and its rows as texts. */
async function exportedRows(app: App): Promise<Record<string, string>[]> {
  const bytes = await app.exported(async () => {
    await app.page.getByTestId('table-export').click();
    await app.page.getByTestId('menu-csv').click();
  });
  const [header = [], ...rows] = parseCsv(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
}

function parseCsv(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''));
}

const money = (rows: readonly Record<string, string>[], column: string) => rows.reduce((sum, row) => sum + Math.round(Number(row[column] || 0) * 10_000), 0);

const sum = (rows: readonly Record<string, string>[], column: string) => rows.reduce((all, row) => all + Number(row[column] || 0), 0);

/** The recipe of the open table as the workspace exports it in a plan. */
async function clickedSteps(app: App): Promise<readonly RecipeStep[]> {
  const table = await app.page.evaluate(() => decodeURIComponent(location.hash.split('?')[0]?.split('/').at(-1) ?? ''));
  await app.go('history');
  const bytes = await app.exported(() => app.page.getByTestId('plan-export').click());
  await app.go('clean');
  return (JSON.parse(bytes.toString('utf8')) as PlanDocument).recipes?.[table]?.steps ?? [];
}

test('Online Retail: services out, cancellations paired, spellings made one', async ({ app }) => {
  const { page } = app;
  const want = expected['online-retail'];
  const days = fs.readdirSync(path.join(DATA, 'online-retail')).filter((name) => /^2010-12-.*\.csv$/.test(name));
  await bring(
    app,
    days.map((name) => `online-retail/${name}`),
  );
  await expect(page.getByTestId('step-source')).toContainText(want.rows.toLocaleString('en'));
  const steps = planOf('online-retail').recipes?.['retail']?.steps ?? [];
  await addAll(page, steps);
  await page.getByTestId('step-9').click();
  await expect(page.getByTestId('tab-removed')).toContainText(String(want.pairs * 2));
  await page.getByTestId('step-result').click();
  await page.getByTestId('column-Description').click();
  await page.getByTestId('menu-clusters').click();
  await page.getByTestId('cluster-all').check();
  await page.getByTestId('cluster-apply').click();
  await expect(page.getByTestId(`step-${steps.length + 1}`)).toHaveAttribute('data-kind', 'replace-values');
  const rows = await exportedRows(app);
  expect(rows.length).toBe(want.left);
  expect(sum(rows, 'Quantity')).toBe(want.quantity);
  expect(money(rows, 'amount')).toBe(want.amount);
  expect(new Set(rows.map((row) => row['Description']).filter((text) => text !== '')).size).toBe(want.descriptions);
  expect([...new Set(rows.map((row) => row['Country']).filter((text) => text !== ''))].sort()).toEqual(want.countries);
});

test('two price lists of different columns become one table of prices', async ({ app }) => {
  const { page } = app;
  const want = expected['price-lists'];
  const recipes = planOf('price-lists').recipes ?? {};
  await page.getByTestId('file-input').setInputFiles(['May-2022.csv', 'P  L March 2021.csv'].map((name) => path.join(DATA, 'platform-amazon', name)));
  // Most of their columns are the same: the second would go into the table of the first.
  await page
    .getByTestId('import-dialog')
    .getByRole('button', { name: /March 2021/ })
    .click();
  await expect(page.getByTestId('import-into')).toContainText('May-2022');
  await expect(page.getByTestId('import-drift')).toContainText('TP');
  await page.getByTestId('import-into').click();
  await page.getByRole('option', { name: 'A table of its own' }).click();
  // Named after its file, without the month.
  await expect(page.getByTestId('import-into')).toContainText('P  L');
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('import-dialog')).toHaveCount(0);
  await app.go('clean');
  await openTable(page, 'P  L');
  await addAll(page, recipes['march']?.steps ?? []);
  const march = await page.getByRole('heading', { level: 1 }).textContent();
  await openTable(page, 'May');
  const name = march?.split('/').at(-1)?.trim() ?? '';
  const steps = (recipes['may']?.steps ?? []).map((step) => (step.step === 'stack' ? { ...step, params: { ...step.params, datasets: [name] } } : step));
  await addAll(page, steps);
  await expect(page.getByTestId('step-1')).toContainText((want.rows[0] + want.rows[1]).toLocaleString('en'));
  const rows = await exportedRows(app);
  expect(rows.length).toBe(want.prices);
  expect(money(rows, 'price')).toBe(want.sum);
  for (const [place, prices] of Object.entries(want.byPlace))
    expect(
      money(
        rows.filter((row) => row['place'] === place),
        'price',
      ),
    ).toBe(prices);
  await openTable(page, 'May');
  expect((await clickedSteps(app)).map(({ step, params }) => (step === 'stack' ? { step } : { step, params }))).toEqual(
    (recipes['may']?.steps ?? []).map(({ step, params }) => (step === 'stack' ? { step } : { step, params: expect.objectContaining(params ?? {}) })),
  );
});

test('a report of two tables on top of each other is taken apart', async ({ app }) => {
  const { page } = app;
  const want = expected['stacked-report'];
  const recipes = planOf('stacked-report').recipes ?? {};
  await bring(app, ['platform-amazon/International sale Report.csv']);
  await addAll(page, recipes['report']?.steps ?? []);
  for (const [n, part] of ['first', 'second'].entries()) {
    await openTable(page, 'International');
    await page.getByTestId('table-branch').click();
    await expect(page.getByTestId('step-source')).toContainText('Another table');
    await addAll(page, recipes[part]?.steps ?? []);
    const rows = await exportedRows(app);
    expect([rows.length, money(rows, 'GROSS AMT'), Math.round(sum(rows, 'PCS'))]).toEqual([want.rows[n], want.gross[n], want.pieces[n]]);
  }
});

test('Olist: seven tables are joined one after the other, the fan-out is shown before', async ({ app }) => {
  const { page } = app;
  const want = expected['olist'];
  const names = ['orders', 'order_items', 'order_payments', 'order_reviews', 'customers', 'products', 'sellers'];
  await bring(
    app,
    names.map((name) => `olist-subset/olist_${name}_dataset.csv`),
  );
  const keys = ['order_id', 'order_id', 'order_id', 'customer_id', 'product_id', 'seller_id'];
  let left = 'olist_orders_dataset';
  let before = want.orders as number;
  for (const [n, right] of names.slice(1).entries()) {
    await page.getByTestId('side-join').click();
    for (const [side, table] of [
      ['join-left', left],
      ['join-right', `olist_${right}_dataset`],
    ] as const) {
      await page.getByTestId(side).click();
      await page.getByRole('option', { name: table, exact: true }).click();
    }
    const suggested = page.getByTestId('key-suggestions').getByRole('button', { name: new RegExp(`^${keys[n]} `) });
    await suggested.click();
    await page.getByTestId('join-into').fill(`with_${right}`);
    const after = want.rows[n] as number;
    await expect(page.getByTestId('join-report')).toContainText(`Rows of the result ${after.toLocaleString('en')}`);
    if (after > before) await expect(page.getByTestId('join-multiplies')).toContainText(after.toLocaleString('en'));
    else await expect(page.getByTestId('join-multiplies')).toHaveCount(0);
    await page.getByTestId('join-run').click();
    await expect(page.getByTestId('step-result')).toContainText(after.toLocaleString('en'));
    left = `with_${right}`;
    before = after;
  }
  // A join that was made can be looked at and changed; the tables that go on from it follow.
  await openTable(page, 'with_order_payments');
  await page.getByTestId('join-change').click();
  await expect(page.getByTestId('join-report')).toContainText('Rows of the result');
});
