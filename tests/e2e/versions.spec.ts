import fs from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const ROWS = ['no,buyer,state,amount', ...Array.from({ length: 30 }, (_, i) => `A-${100 + i},Buyer ${i},paid,${(i * 3.5 + 1).toFixed(2)}`)];
const AGAIN = ['A-103,Buyer 3,shipped,11.50', 'A-105,Buyer 5,shipped,18.50'];

async function bring(page: Page, home: string, name: string, lines: readonly string[]): Promise<void> {
  const at = path.join(home, name);
  fs.writeFileSync(at, `${lines.join('\n')}\n`);
  await page.getByTestId('file-input').setInputFiles(at);
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('import-dialog')).toHaveCount(0);
}

async function addDuplicates(page: Page): Promise<void> {
  await page.getByTestId('recipe-add-step').click();
  await page.getByTestId('menu-remove-duplicates').click();
  await page.getByTestId('param-columns').getByRole('button', { name: 'Column' }).click();
  await page.getByRole('menuitem', { name: 'no', exact: true }).click();
  await page.getByTestId('step-apply').click();
  await expect(page.getByTestId('step-1')).toContainText('−2');
}

/** Serious and critical findings of the page as it stands. */
async function findings(page: Page): Promise<string[]> {
  await page.waitForTimeout(400);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')}`));
}

test('rows that a step takes away are shown under the one that stays, and are kept and given up by hand', async ({ app }) => {
  const { page } = app;
  await bring(page, app.home, 'goods.csv', [...ROWS, ...AGAIN]);
  await app.go('clean');
  await addDuplicates(page);
  await page.getByTestId('tab-removed').click();
  await expect(page.getByTestId('removed-line')).toContainText('2 values of no appear more than once. The struck-out rows are removed from this step on.');
  const grid = page.getByTestId('step-table');
  await expect(grid.locator('.dg-row.kp')).toHaveCount(2);
  await expect(grid.locator('.dg-row.rm')).toHaveCount(2);
  await expect(page.getByTestId('keep-row')).toBeDisabled();

  // By the keyboard alone: down to the second row, which is struck out, and Enter.
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByTestId('keep-row')).toContainText('Keep this row');
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('step-1')).toContainText('−1');
  await expect(page.getByTestId('kept-rows')).toContainText('1 row kept by hand');
  await expect(page.getByTestId('kept-rows')).toContainText('goods.csv, row 32');
  await expect(grid.locator('.dg-row.rm')).toHaveCount(1);

  // By its button; then both are given up, one by one and by undo.
  await grid.locator('.dg-row.rm .dg-td').first().click();
  await page.getByTestId('keep-row').click();
  await expect(page.getByTestId('kept-rows')).toContainText('2 rows kept by hand');
  await page.getByTestId('kept-give-up').first().click();
  await expect(page.getByTestId('kept-rows')).toContainText('1 row kept by hand');
  await page.getByTestId('undo').click();
  await expect(page.getByTestId('kept-rows')).toContainText('2 rows kept by hand');
  await app.go('history');
  await expect(page.locator('.history')).toContainText('kept by hand in Remove duplicates');
});

test('a version is saved, compared with and gone back to; what changed in the table is told and exported', async ({ app }) => {
  const { page } = app;
  await bring(page, app.home, 'goods.csv', [...ROWS, ...AGAIN]);
  await app.go('clean');
  await page.getByTestId('table-changes').click();
  await expect(page.getByText('Nothing to compare with yet')).toBeVisible();
  await page.getByTestId('changes-back').click();
  await addDuplicates(page);
  await page.getByTestId('recipe-versions').click();
  await page.getByTestId('version-name').fill('before the cut');
  await page.keyboard.press('Enter');
  const difference = page.getByTestId('version-difference');
  await expect(difference).toContainText('The recipe is the same now.');
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('versions-dialog')).toHaveCount(0);

  // A cell is set, and the step is turned off: both are told.
  await page.getByTestId('tab-rows').click();
  await page.getByTestId('step-table').locator('.dg-row').first().locator('.dg-td').nth(2).dblclick();
  await page.getByTestId('cell-value').fill('lost');
  await page.getByTestId('cell-save').click();
  await expect(page.getByTestId('step-2')).toContainText('1 cell');
  await page.getByTestId('step-1').click();
  await page.keyboard.press('Space');
  await expect(page.getByTestId('step-1')).toContainText('Turned off');
  await page.getByTestId('recipe-versions').click();
  await page.getByTestId('version-list').getByRole('option', { name: 'before the cut' }).click();
  await expect(difference.locator('[data-kind=added]')).toContainText('Edit 1 cell');
  await expect(difference.locator('[data-kind=off]')).toContainText('Remove duplicates');
  // The rows both give, and the way to a later version instead of now.
  await page.getByTestId('version-count').click();
  await expect(page.getByTestId('version-rows')).toContainText('30 rows before, 32 after');
  await page.getByTestId('version-until').click();
  await page.locator('.pop').getByRole('option', { name: 'Edit 1 cell' }).click();
  await expect(difference.locator('[data-kind=added]')).toContainText('Edit 1 cell');
  await expect(difference.locator('[data-kind=off]')).toHaveCount(0);
  expect(await findings(page)).toEqual([]);
  await page.getByTestId('version-data').click();

  // The table since then: two rows more, one cell another.
  await expect(page.getByTestId('changes-summary')).toContainText('30 rows then, 32 now');
  await expect(page.getByTestId('changes-added')).toContainText('2');
  await expect(page.getByTestId('changes-table').locator('.dg-row.ad')).toHaveCount(2);
  await expect(page.getByTestId('changes-columns')).toContainText('amount');
  await page.getByTestId('changes-changed').click();
  await expect(page.getByTestId('changes-table').locator('.changed')).toHaveText('paid lost');
  expect(await findings(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByTestId('changes-export').click();
  const written = fs.readFileSync(await (await download).path(), 'utf8');
  expect(written.split('\r\n')[0]).toContain('change,no,buyer,state,amount,state (before)');
  expect(written).toContain('changed,A-100,B***');

  await page.getByTestId('changes-back').click();
  await page.getByTestId('recipe-versions').click();
  await page.getByTestId('version-list').getByRole('option', { name: 'before the cut' }).click();
  await page.getByTestId('version-back').click();
  await expect(page.getByTestId('step-result')).toContainText('30');
  await expect(page.getByTestId('step-2')).toHaveCount(0);
  await page.getByTestId('undo').click();
  await expect(page.getByTestId('step-2')).toBeVisible();
});
