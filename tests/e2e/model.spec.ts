import fs from 'node:fs';
import path from 'node:path';
import { expect, openSample, test } from './app.ts';

test('the day of a shop starts later, its sales move, and it is taken back', async ({ app }) => {
  const { page } = app;
  await openSample(page);
  await app.go('model');
  await page.getByTestId('side-shops').click();
  const shops = page.getByTestId('shops');
  await expect(shops.getByRole('row')).toHaveCount(4);
  await shops
    .getByRole('row', { name: /Tmall/ })
    .getByRole('button', { name: /Day starts at/ })
    .click();
  await page.getByRole('option', { name: '12:00', exact: true }).click();
  await app.go('metrics/overview');
  await expect(page.getByTestId('tile-sales')).not.toContainText('¥491,392');
  await page.getByRole('main').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('tile-sales')).toContainText('¥491,392');
});

test('an exchange rate is kept and removed', async ({ app }) => {
  const { page } = app;
  await openSample(page);
  await app.go('model/shops');
  const rates = page.getByTestId('rates');
  await rates.getByTestId('rate-day').fill('2025-01-01');
  await rates.getByTestId('rate-value').fill('4.65');
  await rates.getByTestId('rate-add').click();
  await expect(rates.getByRole('row', { name: /2025-01-01/ })).toContainText('4.65');
  await rates.getByRole('button', { name: /Remove/ }).click();
  await expect(rates.getByRole('row')).toHaveCount(0);
});

test.describe('in an empty workspace', () => {
  test.use({ bare: true });

  test('a table of an unknown layout is named as orders, its columns are tied to fields, and next week’s file of the taught layout fills the same', async ({ app }) => {
    const { page } = app;
    const week = (name: string, days: readonly number[]) => {
      const at = path.join(app.home, name);
      const rows = days.flatMap((day) => [1, 2, 3].map((n) => `00${day}${n}2025,2025/6/${day},139123410${day}${n},${n},${n * 12}.50`));
      fs.writeFileSync(at, ['流水号,营业日,会员手机号,件数,实收(元)', ...rows, ''].join('\n'));
      return at;
    };
    const bring = async (at: string) => {
      await page.getByTestId('file-input').setInputFiles(at);
      await page.getByTestId('detection-header').waitFor();
      await page.getByTestId('import-run').click();
      await expect(page.getByTestId('import-dialog')).toHaveCount(0);
    };
    await bring(week('till 1.csv', [2, 3, 4]));
    await app.go('model/orders');
    await expect(page.getByText('No table fills this yet')).toBeVisible();
    await page.getByTestId('fill-from').click();
    await page.getByRole('option', { name: 'till 1' }).click();
    for (const [field, column] of Object.entries({ platform_order_id: '流水号', placed_at: '营业日', paid_amount: '实收(元)' })) {
      await page.getByTestId(`field-${field}`).click();
      await page.getByRole('option', { name: column }).click();
      await expect(page.getByTestId(`field-${field}`)).toContainText(column);
    }
    await expect(page.getByTestId('entity-orders')).toContainText('9');
    await app.go('collect/files');
    await page.getByRole('link', { name: 'till 1.csv' }).click();
    await page.getByTestId('teach-layout').click();
    await page.getByTestId('teach-title').fill('Till');
    await expect(page.getByTestId('teach-key')).toContainText('流水号');
    await page.getByTestId('teach-run').click();
    await expect(page.getByTestId('toast')).toContainText('Till');
    await bring(week('till 2.csv', [4, 5]));
    await app.go('model/orders');
    await expect(page.getByTestId('entity-orders')).toContainText('12');
    // The day that stands in both files is there once.
    await app.go('collect/files');
    await expect(page.getByRole('row', { name: /^till 1 12 / })).toBeVisible();
  });
});
