import path from 'node:path';
import { expect, test } from './app.ts';

const DATA = path.resolve('../shared/data');

const TMALL = 'Tmall order report, short, 7 of 7 columns known';
const UNKNOWN = 'A new layout. You map it once';

/** Files as people downloaded them: what the dialog calls them, what they fill, and how many rows they are. */
const DOWNLOADS: readonly (readonly [file: string, told: string, fills: string, rows: string])[] = [
  ['platform-tmall/tmall_order_report1_gbk.csv', TMALL, 'Orders', '28,010'],
  ['platform-shopify/orders_export_geo.csv', 'Shopify orders without their lines, 10 of 10 columns known', 'Orders', '1,057'],
  ['platform-shopify/apparel.csv', 'Shopify products, 15 of 46 columns known', 'Products', '22'],
  ['platform-woocommerce/sample-data/sample_products.csv', 'WooCommerce products, 15 of 55 columns known', 'Products', '24'],
  ['platform-amazon/Sale Report.csv', UNKNOWN, 'Fills no table', '9,271'],
  ['platform-amazon/May-2022.csv', UNKNOWN, 'Products', '1,330'],
  ['platform-ga4/ga4_d_events_data-export.csv', 'GA4 events, 4 of 5 columns known', 'Fills no table', '39'],
  // The first of three tables, of 104, 104 and 105 rows.
  ['platform-ga4/ga4_b_data-export.csv', UNKNOWN, 'Fills no table', '104'],
];

test('downloads of each kind go through by clicking', async ({ app }) => {
  const { page } = app;
  const dialog = page.getByTestId('import-dialog');
  await page.getByTestId('file-input').setInputFiles(DOWNLOADS.map(([file]) => path.join(DATA, file)));
  for (const [file, told, fills, rows] of DOWNLOADS) {
    const entry = page.locator('.imp-file').filter({ hasText: path.basename(file) });
    // What a cell refuses says so, and the file comes in all the same.
    await expect(entry).toContainText(file.endsWith('May-2022.csv') ? '443 cells refused' : 'Ready');
    await entry.getByRole('button').click();
    await expect(dialog.locator('.imp-head')).toContainText(path.basename(file));
    await expect(dialog.locator('.imp-head')).toContainText(told);
    await expect(dialog.locator('.counts')).toContainText(`${rows} data rows${rows} ready0 set aside`);
    await expect(dialog.locator('.imp-fills').first()).toContainText(fills);
  }
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('toast')).toContainText('40,066 rows from 8 files imported', { timeout: 60_000 });
  await app.go('collect/files');
  for (const [file] of DOWNLOADS) await expect(page.getByRole('link', { name: path.basename(file) }).first()).toBeVisible();

  // The same report in another encoding, and as a workbook program saves text: all of its rows are there already.
  await page.getByTestId('file-input').setInputFiles(['', '_utf16'].map((kind) => path.join(DATA, `platform-tmall/tmall_order_report1${kind}.${kind === '' ? 'csv' : 'tsv'}`)));
  await expect(dialog.locator('.imp-head')).toContainText(TMALL);
  await expect(page.locator('.imp-file').filter({ hasText: 'utf16' })).toContainText('Ready');
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('toast').filter({ hasText: '0 rows from 2 files imported' })).toBeVisible({ timeout: 60_000 });
});
