import fs from 'node:fs';
import path from 'node:path';
import { expect, openSample, sampleFile, test } from './app.ts';

test.describe('without a sample shop', () => {
  test.use({ bare: true });

  test('it is made, and opens on its overview with the numbers of the truth', async ({ app }) => {
    const { page } = app;
    const file = path.join(app.home, 'sample.suanpan');
    expect(fs.existsSync(file)).toBe(false);
    await openSample(page);
    await expect(page.getByTestId('tile-sales')).toContainText('¥491,392');
    await expect(page.getByTestId('board-chart')).toBeVisible();
    expect(fs.existsSync(file)).toBe(true);
  });
});

test('three dropped files become a dashboard in fewer than eight clicks', async ({ app }) => {
  const { page } = app;
  await page.evaluate(() => {
    (window as Window & { clicks?: number }).clicks = 0;
    document.addEventListener('click', () => ((window as Window & { clicks?: number }).clicks = ((window as Window & { clicks?: number }).clicks ?? 0) + 1), true);
  });
  const before = fs.readFileSync(sampleFile('天猫订单_2025-05.csv'));
  await page.getByTestId('file-input').setInputFiles([sampleFile('天猫订单_2025-05.csv'), sampleFile('天猫宝贝_2025-05.csv'), sampleFile('天猫订单_2025-06.csv')]);
  await page.getByTestId('detection-encoding').waitFor();
  await page.getByTestId('import-run').click();
  await page.getByTestId('tile-sales').waitFor({ timeout: 60_000 });
  await expect(page.getByTestId('tile-sales')).toContainText('¥');
  expect(await page.evaluate(() => (window as Window & { clicks?: number }).clicks ?? 0)).toBeLessThan(8);
  // The original stands as it was.
  expect(fs.readFileSync(sampleFile('天猫订单_2025-05.csv')).equals(before)).toBe(true);
  expect(app.complaints).toEqual([]);
});

test('an import is undone and redone by the history', async ({ app }) => {
  const { page } = app;
  await openSample(page);
  await app.go('history');
  await expect(page.getByText(/Imported 49 files/)).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Undo' }).click();
  await app.go('collect/files');
  await expect(page.getByText('天猫订单_2025-06.csv')).toHaveCount(0);
  await app.go('history');
  await page.getByRole('main').getByRole('button', { name: 'Redo' }).click();
  await app.go('metrics/overview');
  await expect(page.getByTestId('tile-sales')).toContainText('¥491,392');
});

test('personal data is masked where rows are shown', async ({ app }) => {
  const { page } = app;
  await openSample(page);
  await app.go('clean');
  await expect(page.getByTestId('step-table')).toContainText('gu***@example.com');
  await expect(page.getByTestId('step-table')).not.toContainText(/guest\d+@/);
  await page.getByTestId('reveal').click();
  await expect(page.getByTestId('step-table')).toContainText(/guest\d+@/);
  await page.getByTestId('reveal').click();
  await expect(page.getByTestId('step-table')).not.toContainText(/guest\d+@/);
});

test('the report is shown in its own styles and exported whole', async ({ app }) => {
  const { page } = app;
  await openSample(page);
  await app.go('report/monthly');
  const paper = page.frameLocator('[data-testid=report-frame]');
  const title = paper.getByRole('heading', { level: 1 });
  await expect(title).toContainText('June 2025');
  expect(await title.evaluate((element) => getComputedStyle(element).fontFamily)).toContain('Inter');
  for (const [kind, starts] of [
    ['html', '<!doctype html>'],
    ['xlsx', 'PK'],
  ] as const) {
    const bytes = await app.exported(() => page.getByTestId(`report-export-${kind}`).click());
    expect(bytes.subarray(0, starts.length).toString('latin1')).toBe(starts);
    if (kind === 'html') expect(bytes.toString('utf8')).toContain('¥491,392');
  }
});

test('language and theme change everywhere and are remembered', async ({ app }) => {
  const { page } = app;
  await openSample(page);
  await app.go('settings');
  await page.locator('.seg button', { hasText: '中文' }).click();
  await page.locator('.seg button', { hasText: '深色' }).click();
  await app.go('metrics/overview');
  await page.reload();
  await expect(page.getByTestId('tile-sales')).toContainText('销售额');
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
  const background = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(
    background
      .match(/\d+/g)
      ?.map(Number)
      .every((part) => part < 60),
  ).toBe(true);
});

test('no screen is wider than a small window', async ({ app }) => {
  const { page } = app;
  await openSample(page);
  await page.setViewportSize({ width: 1100, height: 700 });
  for (const hash of ['start', 'collect/files', 'clean', 'model/orders', 'metrics/overview', 'metrics/library', 'metrics/explore', 'understand', 'act', 'report/monthly', 'history', 'settings']) {
    await app.go(hash);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), hash).toBeLessThanOrEqual(1100);
  }
});
