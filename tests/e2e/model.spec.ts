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
