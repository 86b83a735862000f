import fs from 'node:fs';
import path from 'node:path';
import { type App, expect, test } from './app.ts';

const DATA = path.resolve('../shared/data');

async function bring({ page }: App, ...files: readonly string[]): Promise<void> {
  await page.getByTestId('file-input').setInputFiles(files.map((file) => path.join(DATA, file)));
  await page.getByTestId('import-dialog').waitFor();
}

test('refused cells stand in the band with their rows; what says that nothing is there is read as empty by one click, told, and taken back', async ({ app }) => {
  const { page } = app;
  await bring(app, 'platform-amazon/May-2022.csv');
  const band = page.getByTestId('import-set-aside');
  await expect(band).toContainText('443 cells refused');
  await expect(band).toContainText('443 not a number');
  await expect(band).toContainText(/row [\d,]+, MRP Old: Nill/);
  const counts = page.getByTestId('import-dialog').locator('.counts');
  await band.getByRole('button', { name: 'Read Nill as empty' }).click();
  const card = page.getByTestId('detection-empty-texts');
  await expect(card).toContainText(/Read as empty: Nill \(\d+ cells\)/);
  await expect(card).toContainText(/MRP Old.*\d+ empty/);
  await expect(counts).not.toContainText('443 cells refused');
  // The other text that stands for nothing is offered, too.
  await band.getByRole('button', { name: 'Read #VALUE! as empty' }).click();
  await expect(card).toContainText('Nill, #VALUE!');
  await expect(band).toHaveCount(0);
  await expect(counts).toContainText('0 cells refused');
  // As it stands in the file it is to be seen still.
  await page.getByTestId('import-dialog').getByRole('radio', { name: 'Raw text' }).click();
  await expect(page.getByRole('table', { name: 'Raw text' })).toContainText('Nill');
  await card.getByRole('button').press('Enter');
  await page.getByRole('option', { name: 'List all' }).press('Enter');
  await expect(band).toContainText('443 cells refused');
  await expect(card).toHaveCount(0);
  await band.getByRole('button', { name: 'Read Nill as empty' }).press('Enter');
  await expect(card).toBeVisible();
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('import-dialog')).toHaveCount(0);
  await app.go('collect/refused');
  await expect(page.locator('main')).not.toContainText('Nill');
  await expect(page.locator('main')).toContainText('#VALUE!');
});

test('refused cells are corrected one by one, by the keyboard; the corrections are a step in Clean, and the file stays as it is', async ({ app }) => {
  const { page } = app;
  await bring(app, 'messy/messytables/horror/html.html');
  const band = page.getByTestId('import-set-aside');
  await expect(band).toContainText('17 not a number');
  await band.getByRole('button', { name: 'Edit 17 cells' }).press('Enter');
  const list = page.getByTestId('cells-dialog');
  const inputs = list.getByRole('textbox');
  await expect(inputs).toHaveCount(17);
  await expect(inputs.first()).toBeFocused();
  await page.keyboard.type('none');
  await expect(inputs.first()).toHaveAttribute('aria-invalid', 'true');
  await expect(list).toContainText('Not of the type Whole number');
  await expect(list).toContainText('0 of 17 corrected');
  await inputs.first().fill('188');
  await expect(inputs.first()).toHaveAttribute('aria-invalid', 'false');
  await page.keyboard.press('Enter');
  await expect(inputs.nth(1)).toBeFocused();
  await page.keyboard.type('189');
  await expect(list).toContainText('2 of 17 corrected');
  await page.keyboard.press('ArrowUp');
  await expect(inputs.first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(page.getByTestId('import-dialog')).toBeVisible();
  await expect(band.getByRole('button', { name: 'Edit 17 cells' })).toBeFocused();
  await expect(band).toContainText('2 of 17 corrected');
  await expect(page.locator('.imp-grid td.mended')).toHaveText(['188', '189']);
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('import-dialog')).toHaveCount(0);
  await app.go('clean');
  await expect(page.getByTestId('step-1')).toContainText('Edit 2 cells');
  await app.go('collect/refused');
  await expect(page.locator('main')).toContainText('17');
});

test('all rows that were set aside are opened in the dialog, and closed again', async ({ app }) => {
  const { page } = app;
  // Real orders, thirty of them with a comma too many.
  const lines = fs.readFileSync(path.join(DATA, 'platform-tmall/tmall_order_report1.csv'), 'utf8').split(/\r?\n/).slice(0, 200);
  const torn = lines.map((line, i) => (i >= 20 && i < 50 ? `${line},` : line));
  await page.getByTestId('file-input').setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(`${torn.join('\n')}\n`) });
  const band = page.getByTestId('import-set-aside');
  await expect(band).toContainText('30 rows set aside');
  await band.getByRole('button', { name: 'Open all 30' }).press('Enter');
  const dialog = page.getByTestId('aside-dialog');
  const grid = dialog.getByRole('grid', { name: 'Set-aside rows' });
  await expect(grid).toHaveAttribute('aria-rowcount', '31');
  await grid.focus();
  await page.keyboard.press('Control+End');
  await expect(grid.getByRole('row').last()).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByTestId('import-dialog')).toBeVisible();
  await expect(page.getByTestId('import-open-aside')).toBeFocused();
});

test('names are masked; which columns are is to be seen, and chosen for the tables that follow', async ({ app }) => {
  const { page } = app;
  await bring(app, 'platform-amazon/International sale Report.csv');
  const dialog = page.getByTestId('import-dialog');
  const grid = page.locator('.imp-grid');
  await expect(dialog).toContainText('found in 1 column. They stay in this workspace and are shown masked.');
  await expect(grid).not.toContainText('REVATHY');
  await page.getByTestId('import-people').press('Enter');
  const people = page.getByTestId('people-dialog');
  const customer = people.getByRole('row').filter({ hasText: 'CUSTOMER' });
  await expect(customer).toContainText('Names');
  await expect(customer).not.toContainText('REVATHY');
  await customer.getByRole('radio', { name: 'Shown' }).focus();
  await page.keyboard.press('Space');
  await expect(customer).toContainText('REVATHY LOGANATHAN');
  await page.keyboard.press('Escape');
  await expect(people).toHaveCount(0);
  await expect(page.getByTestId('import-people')).toBeFocused();
  await expect(grid).toContainText('REVATHY LOGANATHAN');
  await expect(dialog).toContainText('1 column about people shown as it stands.');
  await page.getByTestId('import-people').click();
  await people.getByTestId('people-another').click();
  await page.getByRole('option', { name: 'Style' }).click();
  await expect(people.getByRole('row').filter({ hasText: 'Style' })).toContainText('Chosen by you');
  await page.keyboard.press('Escape');
  await page.getByTestId('import-run').click();
  await expect(dialog).toHaveCount(0);
  await app.go('clean');
  const table = page.getByRole('grid').first();
  await expect(table).toContainText('REVATHY LOGANATHAN');
  await expect(table).toContainText('ME***04');
});

test('a file that is in is left as it is, comes in once more as another table, or is read again by other choices', async ({ app }) => {
  const { page } = app;
  const FILE = 'platform-shopify/jewelery.csv';
  const dialog = page.getByTestId('import-dialog');
  const run = async () => {
    await page.getByTestId('import-run').click();
    await expect(dialog).toHaveCount(0);
  };
  await bring(app, FILE);
  await expect(page.getByTestId('import-into')).toBeVisible();
  await run();
  await bring(app, FILE);
  const notice = page.getByTestId('import-already');
  await expect(notice).toContainText(/^Already in since .+, in jewelery\. Importing it again changes nothing/);
  await page.getByTestId('import-again').press('Enter');
  await expect(notice).toContainText('It comes in once more; its rows are then in both tables.');
  await expect(page.getByTestId('import-into')).toContainText('jewelery 2');
  await page.getByTestId('import-not-again').press('Enter');
  await expect(page.locator('.imp-file')).toContainText('Already in');
  await expect(page.getByTestId('import-into')).toHaveCount(0);
  await page.getByTestId('import-again').click();
  await run();
  await expect(page.getByTestId('toast').filter({ hasText: '41 rows from 1 file imported' })).toBeVisible();
  await app.go('clean');
  await expect(page.locator('.side').getByRole('link', { name: /jewelery 2/ })).toBeVisible();
  // Another reading of the one that is in, without leaving the dialog.
  await bring(app, FILE);
  await page.getByTestId('import-read-again').click();
  const again = page.getByTestId('read-again-dialog');
  await again.getByTestId('detection-header').getByRole('radio', { name: '2' }).click();
  await expect(again.getByTestId('read-again-counts')).toContainText('40 ready');
  await page.keyboard.press('Escape');
  await expect(again).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await page.getByTestId('import-read-again').click();
  await again.getByTestId('detection-header').getByRole('radio', { name: '2' }).click();
  await expect(again.getByTestId('read-again-counts')).toContainText('40 ready');
  await again.getByTestId('read-again-run').click();
  await expect(again).toHaveCount(0);
  await expect(notice).toContainText('Already in since');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('problem rows are previewed where they stand, between stretches that read well; of many the rest is counted', async ({ app }) => {
  const { page } = app;
  await bring(app, 'platform-amazon/May-2022.csv');
  const lines = page.locator('.imp-grid tbody tr');
  await expect(lines.nth(0)).toHaveClass('hdr');
  await expect(lines.nth(7)).toHaveText('Rows 8 to 1,105 read without problems');
  await expect(lines.nth(8).locator('td.rn')).toHaveText('1,106');
  await expect(lines.nth(8).locator('td.err').first()).toHaveText('Nill');
  await expect(page.locator('.imp-grid tr.gap').last()).toHaveText(/Rows [\d,]+ to [\d,]+ hold \d+ more problem rows/);
  await expect(lines.last().locator('td.rn')).toHaveText('1,331');
  await page.keyboard.press('F8');
  await expect(lines.nth(8).locator('td.err').first()).toBeFocused();
});
