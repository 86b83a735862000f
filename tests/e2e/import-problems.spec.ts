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
