import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import * as XLSX from '@e965/xlsx';
import { type App, expect, test } from './app.ts';

/** Tickets of a help desk: a kind of file that no template knows. */
const tickets = (from: number, to: number, state: (id: number) => string = () => 'open') =>
  ['ticket_id,state,room,minutes', ...Array.from({ length: to - from }, (_, i) => from + i).map((id) => `T${1000 + id},${state(id)},room ${id % 9},${id * 3}`)].join('\n');

async function bring({ page, home }: App, name: string, content: string | Uint8Array): Promise<void> {
  const at = path.join(home, name);
  fs.writeFileSync(at, content);
  await page.getByTestId('file-input').setInputFiles(at);
  await page.getByTestId('import-into').waitFor();
}

async function run(page: Page): Promise<void> {
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('import-dialog')).toHaveCount(0);
}

async function sendTo(page: Page, option: string | RegExp): Promise<void> {
  await page.getByTestId('import-into').click();
  await page.getByRole('option', { name: option }).click();
}

test('the import says by what rows are found again; what is not certain is one click, and undone', async ({ app }) => {
  const { page } = app;
  await bring(app, 'tickets.csv', tickets(0, 100));
  await expect(page.getByTestId('import-key')).toContainText('ticket_id: 100 of 100 different');
  await run(page);

  await bring(
    app,
    'tickets 2.csv',
    tickets(80, 180, (id) => (id < 85 ? 'closed' : 'open')),
  );
  await sendTo(page, 'tickets');
  await expect(page.getByTestId('import-key')).toContainText('20 found again');
  await expect(page.getByTestId('import-key')).toContainText('offered after the import');
  await run(page);
  await app.go('collect/files');
  const offer = page.getByTestId('last-import').getByTestId('key-use');
  await expect(offer).toHaveText('Tell rows apart by ticket_id');
  await offer.click();
  await page.getByTestId('toast').getByText('Rows are told apart by ticket_id').waitFor();
  await page.getByRole('link', { name: 'tickets 2.csv' }).click();
  const changes = page.getByTestId('source-changes');
  await expect(changes).toContainText('80 new · 5 changed · 15 unchanged');
  await expect(changes).toContainText('Rows are known by ticket_id.');

  await page.getByTestId('key-clear').click();
  await expect(changes).toContainText('85 new · 0 changed · 15 unchanged');
  await page.getByTestId('toast').getByRole('button', { name: 'Undo' }).last().click();
  await expect(changes).toContainText('5 changed');
});

test('a certain key is used at once and told; other columns may be chosen', async ({ app }) => {
  const { page } = app;
  await bring(app, 'tickets.csv', tickets(0, 100));
  await run(page);
  await bring(
    app,
    'tickets 2.csv',
    tickets(20, 120, (id) => (id < 30 ? 'closed' : 'open')),
  );
  await sendTo(page, 'tickets');
  await run(page);
  await app.go('collect/files');
  await expect(page.getByTestId('import-keys')).toContainText('From now on rows are told apart by ticket_id: 100 of 100 different, 80 found again');
  await page.getByRole('link', { name: 'tickets 2.csv' }).click();
  await expect(page.getByTestId('source-changes')).toContainText('20 new · 10 changed · 70 unchanged');
  await page.getByTestId('key-choose').click();
  await page.getByTestId('key-dialog').getByLabel('room').check();
  await page.getByTestId('key-run').click();
  await expect(page.getByTestId('source-changes')).toContainText('Rows are known by ticket_id, room.');
});

test('each sheet of a workbook is sent where one chooses', async ({ app }) => {
  const { page } = app;
  await bring(app, 'goods.csv', 'Sku,left\nA1,4\nA2,5\n');
  await run(page);
  const book = XLSX.utils.book_new();
  const add = (name: string, rows: readonly (readonly string[])[]) => XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  add('orders', [
    ['No', 'Name', 'Paid'],
    ['1', 'cup', '5'],
  ]);
  add('store', [
    ['Sku', 'left'],
    ['B1', '9'],
  ]);
  await bring(app, 'may.xlsx', new Uint8Array(XLSX.write(book, { bookType: 'xlsx', type: 'array' }) as ArrayBuffer));
  const sheet = async (name: string) => {
    await page.getByTestId('import-sheet').click();
    await page.getByRole('option', { name, exact: true }).click();
  };
  await sheet('store');
  await expect(page.getByTestId('import-into')).toContainText('goods');
  await sendTo(page, 'A table of its own');
  await expect(page.getByTestId('import-into')).toContainText('may store');
  await sheet('orders');
  await expect(page.getByTestId('import-into')).toContainText('may orders');
  await run(page);
  await app.go('collect/files');
  await expect(page.getByTestId('last-import')).toContainText('may store');
  await expect(page.getByTestId('last-import')).not.toContainText('goods');
});

test('tables under each other without a gap are told, and taken apart by one click', async ({ app }) => {
  const { page } = app;
  const days = (what: string) => Array.from({ length: 10 }, (_, i) => `2024-01-${10 + i},${what},${i}.50`);
  await bring(app, 'ads.csv', ['Date,Campaign,Cost', ...days('brand'), 'Date,Keyword,Clicks', ...days('shoes')].join('\n'));
  const card = page.getByTestId('detection-table');
  await expect(card).toContainText('row 12');
  await card.getByText('Split', { exact: true }).click();
  await expect(page.getByTestId('import-sheet')).toContainText('Date, Campaign, Cost');
  // The card is gone with its choice: Enter imports all the same, and does not close.
  await expect(page.locator(':focus')).toHaveClass(/imp-cards/);
  await page.getByTestId('import-sheet').click();
  await page.getByRole('option', { name: 'Date, Keyword, Clicks' }).click();
  await expect(page.getByTestId('import-dialog').getByRole('columnheader', { name: /Clicks/ })).toBeVisible();
  await run(page);
  await app.go('collect/files');
  await expect(page.getByTestId('last-import').getByRole('row')).toHaveCount(2);
});
