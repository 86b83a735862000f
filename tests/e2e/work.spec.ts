import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, openSample, sampleFile, test } from './app.ts';

test('a step is added by hand, its effect known before, and taken back by the keyboard', async ({ app }) => {
  const { page } = app;
  await openSample(page);
  await app.go('clean');
  await expect(page.getByTestId('step-table')).toBeVisible();
  const recipe = page.locator('.rec');
  const before = await recipe.innerText();
  await page.getByTestId('recipe-add-step').click();
  await page.getByTestId('menu-filter-rows').click();
  const editor = page.getByTestId('step-editor');
  await editor.getByRole('textbox').first().fill('1 = 2');
  await expect(page.getByTestId('dry-run')).toContainText(/0/);
  await page.getByTestId('step-apply').click();
  await expect(recipe).not.toHaveText(before);
  await page.getByRole('main').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Control+z');
  await expect.poll(() => recipe.innerText()).toBe(before);
});

test('the palette is reached, searched and followed by the keyboard', async ({ app }) => {
  const { page } = app;
  await openSample(page);
  await page.keyboard.press('Control+k');
  await expect(page.getByTestId('palette')).toBeVisible();
  await page.keyboard.type('history');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/history/);
  await expect(page.getByTestId('palette')).toHaveCount(0);
});

test('the rows behind a number add up to it', async ({ app }) => {
  const { page } = app;
  await openSample(page);
  await page.getByTestId('tile-sales').click();
  const drawer = page.getByTestId('rows-drawer');
  await expect(drawer).toContainText('¥491,392');
  await expect(page.getByTestId('rows-sum')).toContainText('¥491,391.59');
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
});

test('a segment is exported as CSV and as a workbook, with its personal data masked', async ({ app }) => {
  const { page } = app;
  await openSample(page);
  await app.go('understand');
  await page.getByTestId('rfm-grid').waitFor();
  const csv = (await app.exported(() => page.getByTestId('segment-export').click())).toString('utf8');
  expect(csv.split(/\r?\n/).length).toBeGreaterThan(20);
  expect(csv).not.toMatch(/\b1[3-9]\d{9}\b/);
  const workbook = await app.exported(() => page.getByTestId('segment-export-xlsx').click());
  expect(workbook.subarray(0, 2).toString()).toBe('PK');
});

test('two tables are joined by the keys that fit, and the join is undone', async ({ app }) => {
  const { page } = app;
  await openSample(page);
  await app.go('clean');
  await page.getByTestId('side-join').click();
  for (const [side, name] of [
    ['join-left', '天猫宝贝'],
    ['join-right', '天猫订单'],
  ] as const) {
    await page.getByTestId(side).click();
    await page.getByRole('option', { name, exact: true }).click();
  }
  await expect(page.getByTestId('join-report')).toBeVisible();
  await page.getByTestId('join-into').fill('joined by hand');
  await page.getByTestId('join-run').click();
  await expect(page).toHaveURL(/joined/);
  await expect(page.getByTestId('step-table')).toBeVisible();
  await page.getByTestId('toast').getByRole('button', { name: 'Undo' }).click();
  await app.go('collect/files');
  await expect(page.getByText('joined by hand')).toHaveCount(0);
});

test('keys that read otherwise are joined by what is overlooked and approved, and a recipe goes on to another table', async ({ app }) => {
  const { page } = app;
  await openSample(page);
  const write = (name: string, ...lines: string[]) => {
    fs.writeFileSync(path.join(app.home, name), `${lines.join('\n')}\n`);
    return path.join(app.home, name);
  };
  const recipe = write('tidy.json', JSON.stringify({ version: 1, steps: [{ step: 'derive', version: 1, params: { column: 'double', expression: '[pieces] * 2' } }] }));
  for (const file of [
    write('may.csv', 'sku,brand,qty', '00123,Addidas,1', '00456,Adidas,2', '00789,Adidas,3'),
    write('stock.csv', 'code,maker,pieces', '123,Adidas,10', '456,Puma,20', '789,Puma,30'),
  ]) {
    await page.getByTestId('file-input').setInputFiles(file);
    await page.getByTestId('import-run').click();
    await expect(page.getByTestId('import-dialog')).toHaveCount(0);
  }
  const pick = async (button: Locator, name: string) => {
    await button.click();
    await page.getByRole('option', { name, exact: true }).click();
  };
  await app.go('clean?page=join');
  await expect(page.getByTestId('relations').getByRole('link')).not.toHaveCount(0);
  await pick(page.getByTestId('join-left'), 'may');
  await pick(page.getByTestId('join-right'), 'stock');
  await pick(page.getByRole('button', { name: 'Left table 1' }), 'sku');
  await pick(page.getByRole('button', { name: 'Right table 1' }), 'code');
  const report = page.getByTestId('join-report');
  await page.getByTestId('join-tidy-zeros').click();
  await expect(report).toContainText('3 matched 100.0%');
  await pick(page.getByRole('button', { name: 'Left table 1' }), 'brand');
  await pick(page.getByRole('button', { name: 'Right table 1' }), 'maker');
  await expect(report).toContainText('2 matched 66.7%');
  await page.getByTestId('alike-accept').click();
  await expect(report).toContainText('3 matched 100.0%');
  await expect(page.getByTestId('alike-decided')).toContainText('1 the same');
  await pick(page.getByTestId('join-right'), 'may');
  await pick(page.getByTestId('join-left'), 'stock');
  await expect(page.getByTestId('join-multiplies')).toContainText('1 row more');

  await app.go('clean/may');
  await page.getByTestId('recipe-reuse').click();
  await page.getByTestId('reuse-file').click();
  await page.getByTestId('reuse-file-input').setInputFiles(recipe);
  await expect(page.getByTestId('reuse-said')).toContainText('Still missing: pieces');
  await pick(page.getByTestId('reuse-map-pieces'), 'qty');
  await page.getByTestId('reuse-apply').click();
  await expect(page.locator('.rec')).toContainText('[qty] * 2');
  await page.getByTestId('recipe-reuse').click();
  const saved = await app.exported(() => page.getByTestId('reuse-save').click());
  expect(JSON.parse(saved.toString('utf8'))).toEqual({ version: 1, steps: [{ step: 'derive', version: 1, params: { column: 'double', expression: '[qty] * 2' } }] });
  await pick(page.getByTestId('reuse-table'), 'stock 0 steps');
  await pick(page.getByTestId('reuse-map-qty'), 'pieces');
  await page.getByTestId('reuse-apply').click();
  await expect(page).toHaveURL(/clean\/stock/);
  await expect(page.locator('.rec')).toContainText('[pieces] * 2');
  await page.getByTestId('toast').getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.rec')).not.toContainText('[pieces] * 2');
});

test('files can be dropped anywhere, and a file that is no table says why', async ({ app }) => {
  const { page } = app;
  await openSample(page);
  await app.go('history');
  const good = fs.readFileSync(sampleFile('天猫订单_2025-05.csv')).toString('base64');
  const data = await page.evaluateHandle((base64) => {
    const transfer = new DataTransfer();
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    transfer.items.add(new File([bytes, '\n'], 'dropped.csv'));
    transfer.items.add(new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 1])], 'picture.png'));
    return transfer;
  }, good);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: data });
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  const list = page.getByTestId('import-dialog');
  await expect(list).toContainText('dropped.csv');
  await list.getByText('picture.png').click();
  await expect(list).toContainText(/not a table|cannot be read|is a picture/i);
});

test('a long import shows its progress and is cancelled without a trace', async ({ app }) => {
  const { page } = app;
  await openSample(page);
  const big = path.join(app.home, 'big.csv');
  fs.writeFileSync(big, `order_id,amount,city\n${Array.from({ length: 400_000 }, (_, row) => `${10_000_000_000_000_000n + BigInt(row)},${row}.50,杭州`).join('\n')}\n`);
  await page.getByTestId('file-input').setInputFiles(big);
  await page.getByTestId('detection-encoding').waitFor();
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('import-progress')).toBeVisible();
  await page.getByTestId('import-cancel').click();
  // The dialog stands as before the import: it can be tried again, or closed.
  await expect(page.getByTestId('import-progress')).toHaveCount(0);
  await page.getByTestId('import-cancel').click();
  await expect(page.getByTestId('import-dialog')).toHaveCount(0);
  await app.go('collect/files');
  await expect(page.getByText('天猫订单_2025-06.csv')).toBeVisible();
  await expect(page.getByText('big.csv')).toHaveCount(0);
});
