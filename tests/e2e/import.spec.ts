import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { type App, expect, test } from './app.ts';

const HEADER = '订单编号,买家会员名,订单状态,订单创建时间,订单付款时间,买家应付货款,买家实际支付金额,买家留言,宝贝标题';
/** Orders of a month: one a day. */
const orders = (month: string, days: readonly number[], change: (row: string, day: number) => string = (row) => row) =>
  days.map((day) => {
    const at = `2025-${month}-${String(day).padStart(2, '0')} 10:00:00`;
    return change(`88000000000000${month}${String(day).padStart(3, '0')},lin***${day},交易成功,${at},${at},${day}.50,${day}.50,,实木置物架`, day);
  });
const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const file = (home: string, name: string, lines: readonly string[]) => {
  const at = path.join(home, name);
  fs.writeFileSync(at, iconv.encode(`${lines.join('\r\n')}\r\n`, 'gbk'));
  return at;
};

async function bring(page: Page, at: string): Promise<void> {
  await page.getByTestId('file-input').setInputFiles(at);
  await page.getByTestId('detection-encoding').waitFor();
}

async function run(page: Page): Promise<void> {
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('import-dialog')).toHaveCount(0);
}

async function openFile({ page, go }: App, name: string): Promise<void> {
  await go('collect/files');
  await page.getByRole('link', { name }).click();
  await expect(page.getByTestId('source-page')).toBeVisible();
}

test('rows that do not fit are mended by one click; next month knows its table and says what changed', async ({ app }) => {
  const { page } = app;
  const withComma = (row: string, day: number) => (day === 7 || day === 9 ? row.replace(',,实木', ',红色,大号,实木') : row);
  await bring(page, file(app.home, '导出_2025-06.csv', ['店铺订单明细', HEADER, ...orders('06', days(1, 20), withComma)]));
  const aside = page.getByTestId('import-set-aside');
  await expect(aside).toContainText('2 rows set aside');
  await page.getByTestId('import-fix').click();
  await expect(aside).toHaveCount(0);
  await run(page);

  const july = [...orders('06', [19, 20], (row) => row.replace('交易成功', '交易关闭')), ...orders('07', days(1, 5))];
  await bring(page, file(app.home, '导出_2025-07.csv', ['店铺订单明细', HEADER.replace('买家会员名', '买家昵称'), ...july]));
  await expect(page.getByTestId('import-drift')).toContainText('买家昵称');
  await run(page);

  await openFile(app, '导出_2025-07.csv');
  const changes = page.getByTestId('source-changes');
  await expect(changes).toContainText('5 new · 2 changed · 0 unchanged');
  await expect(changes).toContainText('交易关闭');
  await expect(page.getByTestId('missing-days')).toContainText('10 days');
  await expect(page.getByTestId('source-quality')).toContainText('买家实际支付金额');
});

test('a file read by a wrong encoding is read again, and undo brings the old reading back', async ({ app }) => {
  const { page } = app;
  const at = file(app.home, 'goods.csv', ['编号,名称,库存', ...days(1, 9).map((n) => `${n},杯子,${n}`)]);
  await bring(page, at);
  await page.getByTestId('detection-encoding').getByRole('button').first().click();
  await page.getByRole('option', { name: /1252/ }).click();
  await expect(page.getByTestId('import-dialog')).not.toContainText('杯子');
  await run(page);
  await openFile(app, 'goods.csv');
  await page.getByTestId('read-again').click();
  await page.getByTestId('detection-encoding').getByRole('button').first().click();
  await page.getByRole('option', { name: /GB18030/ }).click();
  await expect(page.getByTestId('detection-encoding')).toContainText('GB18030');
  await page.getByTestId('read-again-run').click();
  await expect(page.getByTestId('source-quality')).toContainText('名称');
  await page.getByTestId('toast').getByRole('button', { name: 'Undo' }).click();
  await app.go('clean');
  await expect(page.getByTestId('step-table')).not.toContainText('名称');
});

test('a layout that nobody has confirmed is shown as such, and counts once its columns were said to be right', async ({ app }) => {
  const { page } = app;
  const lines = [
    'Order ID,Order Status,Order Creation Date,Order Paid Time,SKU Reference No.,Product Name,Variation Name,Original Price,Deal Price,Quantity,Product Subtotal,Grand Total',
    ...days(1, 9).map((day) => `25060${day}ABCDEF,Completed,2025-06-0${day} 10:00,2025-06-0${day} 10:05,CUP,Cup,White,25.00,20.00,1,20.00,25.00`),
  ];
  await bring(page, file(app.home, 'Order.all.csv', lines));
  await expect(page.getByTestId('import-unconfirmed')).toContainText('Not confirmed by anyone yet — check the columns');
  await expect(page.getByTestId('detection-provenance')).toContainText('2025-06-01 – 2025-06-09');
  await run(page);
  await app.go('model');
  await expect(page.getByText('Is “Order.all” Shopee orders? Not confirmed by anyone yet: check the columns.')).toBeVisible();
  await page.getByTestId('question-answer').click();
  await expect(page.getByText('No questions. Every line is certain.')).toBeVisible();
  await app.go('collect');
  await expect(page.getByTestId('layouts')).toContainText('Shopee orders');
});

test('files of a watched folder come in by themselves', async ({ app }) => {
  const { page } = app;
  await bring(page, file(app.home, 'first.csv', ['sku,qty,name', 'x,1,a', 'y,2,b']));
  await run(page);
  const folder = path.join(app.home, 'downloads');
  fs.mkdirSync(folder);
  await app.go('collect/watched');
  await page.getByTestId('watch-path').fill(folder);
  await page.getByTestId('watch-add').click();
  await expect(page.getByTestId('watched-page')).toContainText(folder);
  file(folder, 'second.csv', ['sku,qty,name', 'z,3,c']);
  await expect(page.getByTestId('toast')).toContainText('1 row from 1 watched file came in', { timeout: 30_000 });
  await app.go('collect/files');
  await expect(page.getByRole('link', { name: 'second.csv' })).toBeVisible();
  await page.getByTestId('toast').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'second.csv' })).toHaveCount(0);
  await app.go('collect/watched');
  const second = page.getByTestId('watched-page').getByRole('row').filter({ hasText: 'second.csv' });
  await expect(second).toContainText('passed over');
  await page.getByTestId('toast').getByRole('button', { name: 'Redo' }).click();
  await expect(second.getByText('in', { exact: true })).toBeVisible();
  fs.writeFileSync(path.join(folder, 'broken.xlsx'), 'PK\u0003\u0004 broken');
  const told = page.getByTestId('toast').filter({ hasText: 'broken.xlsx in a watched folder cannot be read' });
  await expect(told).toBeVisible({ timeout: 30_000 });
  await told.getByRole('button', { name: 'Show why' }).click();
  await expect(page.getByTestId('watched-page')).toContainText('not readable');
});

/** Pastes as a browser tells the page of it. */
const paste = (page: Page, copied: Readonly<Record<string, string>>) =>
  page.evaluate((entries) => {
    const data = new DataTransfer();
    for (const [type, text] of Object.entries(entries)) data.setData(type, text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, copied);

test('a table is pasted from a spreadsheet and from a web page; what is no table is said', async ({ app }) => {
  const { page } = app;
  await paste(page, { 'text/plain': '杯子' });
  await expect(page.getByTestId('toast')).toContainText('What was pasted is no table');
  await paste(page, { 'text/plain': '商品\t数量\t备注\n杯子\t3\t"第一行\n第二行"\n碗\t5\t\n' });
  await expect(page.getByTestId('import-dialog')).toContainText('第二行');
  await expect(page.getByTestId('import-dialog').locator('.counts')).toContainText('2 data rows');
  await run(page);
  await app.go('collect');
  await paste(page, { 'text/plain': '商品编号\n0012\n', 'text/html': '<table><tr><th>商品编号</th><th>说明</th></tr><tr><td>0012</td><td>一<br>二</td></tr></table>' });
  await expect(page.getByTestId('import-dialog')).toContainText('0012');
  await run(page);
  await expect(page.getByRole('link', { name: 'Pasted table.html' })).toBeVisible();
});

test('files that are dropped while others are imported wait in the dialog', async ({ app }) => {
  const { page } = app;
  const many = Array.from({ length: 60_000 }, (_, i) => `A${i},${i % 97},b${i % 13},${i}.50`);
  await bring(page, file(app.home, 'large.csv', ['order_no,qty,buyer,amount', ...many]));
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('import-progress')).toBeVisible();
  await page.getByTestId('file-input').setInputFiles(file(app.home, 'small.csv', ['sku,stock', 'x,1', 'y,2']));
  await expect(page.getByTestId('toast')).toContainText('60,000 rows from 1 file imported', { timeout: 60_000 });
  await expect(page.getByTestId('import-dialog')).toContainText('small.csv');
  await expect(page.getByTestId('import-dialog')).not.toContainText('large.csv');
  await run(page);
  await app.go('collect/files');
  await expect(page.getByRole('link', { name: 'small.csv' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'large.csv' })).toBeVisible();
});

test('a header that is chosen for one file of an archive leaves the other alone', async ({ app }) => {
  const { page } = app;
  const at = path.join(app.home, 'both.zip');
  const text = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
  fs.writeFileSync(at, zipSync({ 'orders.csv': text('no,amount,day', '合同,x,y', 'A1,5,2025-06-01', 'A2,6,2025-06-02'), 'stock.csv': text('sku,qty,place', 's1,3,a', 's2,4,b', 's3,5,c') }));
  await bring(page, at);
  await page.getByTestId('detection-header').getByRole('radio', { name: '2' }).click();
  const counts = page.getByTestId('import-dialog').locator('.counts');
  await expect(counts).toContainText('2 data rows');
  await page.getByTestId('import-sheet').click();
  await page.getByRole('option', { name: /stock/ }).click();
  await expect(counts).toContainText('3 data rows');
  await run(page);
  await app.go('collect/files');
  await expect(page.getByRole('link', { name: /stock/ }).first()).toBeVisible();
});

test('rows that a file set aside are mended by one click after it is in', async ({ app }) => {
  const { page } = app;
  await bring(page, file(app.home, 'sold.csv', ['编号,留言,标题,金额', ...days(1, 9).map((n) => `${n},,杯子,${n}.00`), '10,红色,大号,碗,7.00']));
  await run(page);
  await openFile(app, 'sold.csv');
  await page.getByTestId('read-again').click();
  const counts = page.getByTestId('read-again-counts');
  await expect(counts).toContainText('9 ready1 set aside');
  // All of the dialog is in a small window, too.
  await page.setViewportSize({ width: 1100, height: 700 });
  const box = await page.getByTestId('read-again-dialog').boundingBox();
  expect([box !== null && box.y >= 0, box !== null && box.y + box.height <= 700]).toEqual([true, true]);
  await page.getByTestId('import-fix').click();
  await expect(counts).toContainText('10 ready0 set aside');
  await page.getByTestId('read-again-run').click();
  await expect(page.getByTestId('source-page')).toContainText('10 data');
  await app.go('collect/set-aside');
  await expect(page.getByText('No row is set aside')).toBeVisible();
});
