import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from './app.ts';

const ROWS = ['sku,name,city,qty', 'SKU-0001,Tea Cup,杭州,2', 'SKU-0002,tea cup,杭州,1', 'SKU-0003,"Cup, Tea",宁波,4', 'SKU-0004,Bowl,宁波,x'];
const more = Array.from({ length: 40 }, (_, i) => `SKU-${1000 + i},Plate,杭州,${i + 1}`);

test('values are looked at and left out, spellings made one, rows summed up, and rules hold the table', async ({ app }) => {
  const { page } = app;
  const at = path.join(app.home, 'goods.csv');
  fs.writeFileSync(at, `${[...ROWS, ...more].join('\n')}\n`);
  await page.getByTestId('file-input').setInputFiles(at);
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('import-dialog')).toHaveCount(0);
  await app.go('clean');

  // A column's menu leads to its values; what is ticked is left out by a step.
  await page.getByTestId('column-city').click();
  await page.getByTestId('menu-facet').click();
  await page.getByTestId('facet').getByRole('checkbox').nth(1).check();
  await page.getByTestId('facet-leave-out').click();
  await expect(page.getByTestId('dry-run')).toContainText('44');
  // The rows that would go are looked at before the step is taken.
  await page.getByTestId('tab-removed').click();
  await expect(page.getByTestId('step-table')).toContainText('宁波');
  await expect(page.getByTestId('step-table')).not.toContainText('杭州');
  await page.getByTestId('tab-rows').click();
  await page.getByTestId('step-apply').click();
  await expect(page.getByTestId('step-result')).toContainText('42');

  // Spellings of one thing become one by a single step.
  await page.getByTestId('column-name').click();
  await page.getByTestId('menu-clusters').click();
  await page.getByTestId('cluster-all').check();
  await page.getByTestId('cluster-apply').click();
  await expect(page.getByTestId('step-2')).toContainText('1 cell');

  // Rules that hold are suggested; one that does not says which rows break it.
  await page.getByTestId('check-add').click();
  await page.getByTestId('check-add-all').click();
  const checks = page.getByTestId('checks');
  await expect(checks.locator('[data-state=passes]')).not.toHaveCount(0);
  await page.getByTestId('check-add').click();
  await page.getByTestId('check-kind').click();
  await page.getByRole('option', { name: 'Fulfils a condition' }).click();
  await page.getByTestId('check-dialog').getByRole('textbox', { name: 'Condition' }).fill("[name] = 'Plate'");
  await page.getByTestId('check-save').click();
  await checks.getByRole('button', { name: '2 fail' }).click();
  await expect(page.getByTestId('tab-failing')).toContainText('2');
  await expect(page.getByTestId('step-table')).toContainText('SKU-0001');

  // The rules of all tables stand on one page, and lead to the rows as well.
  await page.getByTestId('side-checks').click();
  await expect(page.getByTestId('checks-page').locator('[data-state=passes]')).not.toHaveCount(0);
  await page.getByTestId('checks-page').getByRole('button', { name: '2 fail' }).click();
  await expect(page.getByTestId('tab-failing')).toContainText('2');

  // One cell is set by hand: a step of its own, the file stays as it is.
  await page.getByTestId('tab-rows').click();
  await page.getByTestId('step-table').getByText('SKU-0001').dblclick();
  await page.getByTestId('cell-value').fill('SKU-0009');
  await page.getByTestId('cell-save').click();
  await expect(page.getByTestId('step-table')).toContainText('SKU-0009');
  await expect(page.getByTestId('step-3')).toContainText('1 cell');

  // A step is found by typing, and makes one row a city.
  await page.getByTestId('recipe-add-step').click();
  await page.getByTestId('step-find').fill('summ');
  await page.getByTestId('menu-aggregate').click();
  await page.getByTestId('param-columns').getByRole('button', { name: 'Column' }).click();
  await page.getByRole('menuitem', { name: 'city' }).click();
  await page.getByTestId('aggregate-add').click();
  await page.getByTestId('step-apply').click();
  await expect(page.getByTestId('step-result')).toContainText('1');
  // The rules read columns that are gone: they do not pass by that.
  await expect(checks.locator('[data-state=unknown]')).not.toHaveCount(0);
});
