import fs from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { type App, expect, test } from './app.ts';

const write = ({ home }: App, name: string, content: string | Uint8Array) => {
  const at = path.join(home, name);
  fs.writeFileSync(at, content);
  return at;
};

async function bring({ page }: App, ...files: readonly string[]): Promise<void> {
  await page.getByTestId('file-input').setInputFiles([...files]);
  await page.getByTestId('import-dialog').waitFor();
}

/** A month of orders as a shop gives them: a title, a header in row 2, a day that does not exist, a total that adds up. */
function orders(): Uint8Array {
  const day = (i: number) => (i === 212 ? '2025/6/31 10:22' : `2025/6/${(i % 28) + 1} 0:${String(i % 60).padStart(2, '0')}`);
  const rows = Array.from({ length: 400 }, (_, i) => `43892177602188${43561 + i},${13_800_000_000 + i},${i % 3 === 0 ? '交易关闭' : '交易成功'},${day(i)},${i}.50`);
  const total = (400 * 399) / 2 + 200;
  return iconv.encode(['店铺订单明细导出', '订单编号,联系手机,订单状态,付款时间,实付金额', ...rows, `合计,,,,${total.toFixed(2)}`, ''].join('\r\n'), 'gbk');
}

/** An archive whose file is protected, by what its headers say. */
function locked(): Uint8Array {
  const bytes = Buffer.from(zipSync({ 'orders.csv': new TextEncoder().encode('a,b\n1,2\n') }));
  bytes[6] = 1;
  bytes[bytes.indexOf('PK\u0001\u0002') + 8] = 1;
  return bytes;
}

test('each file says how it stands: ready, to be looked at, protected, damaged; the others go on without what cannot be read', async ({ app }) => {
  const { page } = app;
  await bring(
    app,
    write(app, '订单导出.csv', orders()),
    write(app, 'either.csv', 'day,n\n03/04/2025,1\n05/06/2025,2\n'),
    write(app, 'locked.zip', locked()),
    write(app, 'damaged.xlsx', 'PK\u0003\u0004 broken'),
    write(app, 'good.csv', 'sku,stock\nA1,5\nB2,6\n'),
  );
  const entry = (name: string) => page.locator('.imp-file').filter({ hasText: name });
  await expect(entry('good.csv')).toContainText('Ready');
  await expect(entry('either.csv')).toContainText('Look at this');
  await expect(entry('locked.zip')).toContainText('Not readable');
  await expect(entry('damaged.xlsx')).toContainText('Not readable');
  // What is not sure stands first, and does not stop the import.
  await entry('either.csv').getByRole('button').click();
  await expect(page.locator('.imp-cards section').first()).toHaveAttribute('data-testid', 'detection-dates');
  await expect(page.locator('.imp-cards section').first()).toContainText('Not sure');
  await expect(page.getByTestId('import-run')).toContainText('Import 3 files, decide later');
  const dialog = page.getByTestId('import-dialog');
  await entry('locked.zip').getByRole('button').click();
  await expect(dialog).toContainText('locked.zip is protected by a password');
  await expect(dialog).toContainText('Unpack it with the password the platform sent you');
  await entry('damaged.xlsx').getByRole('button').click();
  await expect(dialog).toContainText('damaged.xlsx is damaged');
  await expect(dialog).toContainText('Download it again');
  await expect(dialog).toContainText('The other files can be imported without this one.');
  // A file can be left out.
  await page.getByRole('checkbox', { name: 'Import either.csv' }).press('Space');
  await expect(page.getByTestId('import-run')).toContainText('Import 2 files');
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('toast')).toContainText('402 rows from 2 files imported; 2 files could not be read');
  await app.go('collect/files');
  await expect(page.getByRole('link', { name: 'good.csv' })).toBeVisible();
  await expect(page.getByText('either.csv')).toHaveCount(0);
});

test('the preview shows the file as it stands: what is skipped, the header, good stretches folded, cells that are refused; as columns and as text too', async ({ app }) => {
  const { page } = app;
  await bring(app, write(app, '订单导出.csv', orders()));
  const grid = page.locator('.imp-grid');
  await expect(grid.locator('tr.dim').first()).toContainText('店铺订单明细导出');
  await expect(grid.locator('tr.hdr')).toContainText('订单编号');
  await expect(grid.locator('tr.gap').first()).toContainText(/Rows [\d,]+ to [\d,]+ read without problems/);
  await expect(grid.locator('td.err')).toHaveText('2025/6/31 10:22');
  await expect(grid.locator('tr.dim').last()).toContainText('合计');
  await expect(grid).not.toContainText('13800000001');
  const dialog = page.getByTestId('import-dialog');
  await expect(dialog.locator('.counts')).toContainText('400 data rows400 ready0 set aside1 cell refused');
  await expect(dialog).toContainText('found in 1 column. They stay in this workspace and are shown masked.');
  const card = (id: string) => page.getByTestId(`detection-${id}`);
  await expect(card('encoding')).toContainText('GB18030');
  await expect(card('header')).toContainText('Row 2');
  await expect(card('footer')).toContainText('It reads 合计; amounts add up.');
  await expect(card('ids')).toContainText('Kept as text');
  await page.keyboard.press('F8');
  await expect(grid.locator('td.err')).toBeFocused();
  await dialog.getByRole('radio', { name: 'Columns' }).click();
  await expect(page.getByRole('table', { name: 'Columns' }).getByRole('row').filter({ hasText: '付款时间' })).toContainText('Time');
  await dialog.getByRole('radio', { name: 'Raw text' }).click();
  await expect(page.getByRole('table', { name: 'Raw text' })).toContainText('店铺订单明细导出');
  await expect(page.getByRole('table', { name: 'Raw text' })).not.toContainText('13800000001');
});

test('Show leads from one refused cell to the next; F8 to rows set aside as well, whose phones are masked', async ({ app }) => {
  const { page } = app;
  const rows = Array.from({ length: 120 }, (_, i) => `${i},${13_800_000_000 + i},2025/6/${i === 60 || i === 90 ? 31 : (i % 28) + 1}${i === 5 ? ',and more' : ''}`);
  await bring(app, write(app, 'calls.csv', ['no,phone,day', ...rows, ''].join('\n')));
  const grid = page.locator('.imp-grid');
  const aside = grid.locator('tr.aside > td:last-child');
  await expect(aside).toHaveText('5,138****0005,2025/6/6,and more');
  const show = page.getByRole('button', { name: 'Show' });
  for (const index of [0, 1, 0]) {
    await show.click();
    await expect(grid.locator('td.err').nth(index)).toBeFocused();
    await expect(grid.locator('td.err').nth(index)).toBeInViewport();
  }
  await page.keyboard.press('F8');
  await expect(grid.locator('td.err').nth(1)).toBeFocused();
  await page.keyboard.press('F8');
  await expect(aside).toBeFocused();
});

test('by the keyboard alone: files, columns, a choice, and Enter imports', async ({ app }) => {
  const { page } = app;
  const wide = Array.from({ length: 30 }, (_, i) => `column ${i}`);
  await bring(
    app,
    write(app, 'a.csv', 'sku,stock\nA1,5\nB2,6\n'),
    write(app, 'wide.csv', `${wide.join(',')}\n${wide.map((_, i) => `text of cell ${i}`).join(',')}\n${wide.map((_, i) => `another text ${i}`).join(',')}\n`),
  );
  const chosen = page.locator('.imp-file.on');
  await expect(page.getByTestId('detection-encoding')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toContainText('wide.csv');
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toContainText('wide.csv');
  const first = page.getByRole('columnheader', { name: 'column 0' });
  await expect(first).toBeInViewport();
  const before = page.url();
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(first).not.toBeInViewport();
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(first).toBeInViewport({ ratio: 0.9 });
  expect(page.url()).toBe(before);
  await page.keyboard.press('ArrowUp');
  await expect(chosen).toContainText('a.csv');
  const header = page.getByTestId('detection-header');
  await header.getByRole('radio', { checked: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(header.getByRole('radio', { name: '2' })).toBeChecked();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await expect(header.getByRole('radio', { name: '1' })).toBeChecked();
  await page.locator('.imp-cards').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('import-dialog')).toHaveCount(0);
  await expect(page.getByTestId('toast')).toContainText('4 rows from 2 files imported');
});

test('a file that is in is said to be so when it is dropped again, and changes nothing', async ({ app }) => {
  const { page } = app;
  const at = write(app, 'stock.csv', 'sku,stock\nA1,5\nB2,6\n');
  await bring(app, at);
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('import-dialog')).toHaveCount(0);
  await app.go('history');
  await expect(page.locator('main')).toContainText('2 changes');
  const dropped = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text as string], name as string));
      return transfer;
    },
    ['another name.csv', fs.readFileSync(at, 'utf8')],
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped });
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
  await expect(page.locator('.imp-file')).toContainText('Already in');
  await expect(page.getByTestId('import-dialog').locator('.notice')).toContainText(/^Already in since .+, in stock\. Importing it again changes nothing/);
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('import-dialog')).toHaveCount(0);
  // Nothing was done that could be taken back: an undo would take the first import back.
  const toast = page.getByTestId('toast').filter({ hasText: '0 rows from 1 file imported' });
  await expect(toast).toBeVisible();
  await expect(toast).not.toContainText('Undo');
  await app.go('history');
  await expect(page.locator('main')).toContainText('2 changes');
  await expect(page.locator('main')).toContainText('Imported 1 file into stock');
});

test('one table of a file is wanted, and then all of them again', async ({ app }) => {
  const { page } = app;
  const text = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
  await bring(app, write(app, 'both.zip', zipSync({ 'orders.csv': text('no,amount', 'A1,5', 'A2,6'), 'stock.csv': text('sku,qty', 's1,3', 's2,4', 's3,5') })));
  const tables = page.getByTestId('detection-table');
  const choose = async (name: string) => {
    await tables.getByRole('button').first().click();
    await page.getByRole('option', { name }).click();
  };
  const entry = page.locator('.imp-file');
  await expect(entry).toContainText('2 tables');
  await choose('stock.csv');
  await expect(tables).toContainText('only this one comes in');
  await expect(entry).not.toContainText('2 tables');
  await tables.getByRole('radio', { name: 'All' }).click();
  await expect(entry).toContainText('2 tables');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('import-dialog')).toHaveCount(0);
});

test('a last row that was kept is left out again, and a column of the day comes back', async ({ app }) => {
  const { page } = app;
  await bring(app, write(app, 'stock_2025-06-01.csv', '品名,库存\n杯子,5\n碗,6\n合计,11\n'));
  const pick = (card: string, choice: string) => page.getByTestId(`detection-${card}`).getByRole('radio', { name: choice }).click();
  const counts = page.getByTestId('import-dialog').locator('.counts');
  await expect(counts).toContainText('2 data rows');
  await pick('footer', 'Keep');
  await expect(counts).toContainText('3 data rows');
  await pick('footer', 'Leave out');
  await expect(counts).toContainText('2 data rows');
  await expect(counts).toContainText('3 columns');
  const day = page.getByTestId('detection-file-day');
  const choose = async (choice: string) => {
    await day.getByRole('button').first().click();
    await page.getByRole('option', { name: choice }).click();
  };
  await choose('Leave out');
  await expect(counts).toContainText('2 columns');
  await choose('As a column');
  await expect(counts).toContainText('3 columns');
});

test('a choice is remembered for the next file of its kind, shown there and taken back; or is for this time only', async ({ app }) => {
  const { page } = app;
  const month = (n: number) => write(app, `stock_${n}.csv`, `sku,stock\n${Array.from({ length: 5 }, (_, i) => `A${i},${i + n}`).join('\n')}\n`);
  const bringMonth = async (n: number) => {
    await bring(app, month(n));
    await page.getByTestId('detection-header').waitFor();
  };
  const keepRow = async () => {
    await page.getByTestId('detection-header').getByRole('radio', { name: '2' }).click();
    await expect(page.getByTestId('import-dialog').locator('.counts')).toContainText('4 data rows');
  };
  const run = async () => {
    await page.getByTestId('import-run').click();
    await expect(page.getByTestId('import-dialog')).toHaveCount(0);
  };
  const preset = page.getByTestId('import-preset');
  await bringMonth(1);
  await keepRow();
  await page.getByTestId('import-remember').press('Space');
  await run();
  await bringMonth(2);
  await expect(preset).toHaveCount(0);
  await page.getByTestId('import-remember').press('Space');
  await keepRow();
  await run();
  await bringMonth(3);
  await expect(preset).toContainText('Read as you chose for such files last time');
  await expect(page.getByTestId('import-dialog').locator('.counts')).toContainText('4 data rows');
  await preset.getByRole('button').click();
  await expect(preset).toHaveCount(0);
  await expect(page.getByTestId('import-dialog').locator('.counts')).toContainText('5 data rows');
  await run();
  await bringMonth(4);
  await expect(preset).toHaveCount(0);
});
