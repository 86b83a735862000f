import fs from 'node:fs';
import path from 'node:path';
import { type App, expect, test } from './app.ts';

// A column that nothing recognises under its new name is mapped by hand, once.

const HEADER = '单号,数量,金额,备注,店铺,商品,颜色';

async function bring({ page, home }: App, name: string, header: string, row: string): Promise<void> {
  const file = path.join(home, name);
  fs.writeFileSync(file, `${header}\n${row}\n`);
  await page.getByTestId('file-input').setInputFiles(file);
  await page.getByTestId('detection-encoding').waitFor();
}

async function run({ page }: App): Promise<void> {
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('import-dialog')).toHaveCount(0);
}

async function choose({ page }: App, column: string, option: string): Promise<void> {
  await page.getByTestId(`column-choice-${column}`).click();
  await page.getByRole('option', { name: option }).click();
}

test('a renamed column is mapped by hand, a wrong choice taken back, and next month asks nothing', async ({ app }) => {
  const { page } = app;
  await bring(app, '销售_2025-05.csv', HEADER, 'A1,1,10.00,x,甲,杯,红');
  await run(app);
  await bring(app, '销售_2025-06.csv', '单号,数量,到手价,说明,店铺,商品,颜色', 'B1,3,30.00,z,甲,碗,蓝');
  await page.getByTestId('import-map-columns').click();
  const dialog = page.getByTestId('columns-dialog');
  await expect(page.getByTestId('column-金额')).toContainText('10.00');
  await page.getByTestId('column-choice-金额').click();
  // What looks like it comes first, with cells to judge by.
  await expect(page.getByRole('option')).toHaveText(['Not there any more', '到手价30.00', '说明z']);
  await page.getByRole('option', { name: '说明' }).click();
  await expect(page.getByTestId('column-refused-金额')).toHaveText('1 cell does not fit (Money)');
  await page.getByTestId('columns-back').click();
  await expect(page.getByTestId('column-refused-金额')).toHaveCount(0);
  await choose(app, '金额', '到手价');
  await expect(page.getByTestId('column-金额')).toContainText('Chosen by you');
  await page.getByTestId('columns-done').click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByTestId('import-drift')).toContainText('到手价 is read as 金额');
  await run(app);

  await bring(app, '销售_2025-07.csv', '单号,数量,到手价,说明,店铺,商品,颜色', 'C1,4,40.00,z,甲,盘,白');
  await expect(page.getByTestId('import-drift')).not.toContainText('金额');
  await page.getByTestId('import-map-columns').click();
  await expect(page.getByTestId('column-金额')).toContainText('As for an earlier file');
  await page.getByTestId('columns-done').click();
  await run(app);
  await app.go('clean');
  await expect(page.getByRole('grid')).toContainText('40.00');
});

test('a name that was recognised wrongly are two columns', async ({ app }) => {
  const { page } = app;
  await bring(app, '销售_2025-05.csv', '单号,数量,金额,备注', 'A1,1,10.00,x');
  await run(app);
  await bring(app, '销售_2025-06.csv', '单号,数量,金额（元）,备注', 'B1,3,30.00,z');
  await expect(page.getByTestId('import-drift')).toContainText('金额（元） is read as 金额');
  await page.getByTestId('import-map-columns').click();
  await expect(page.getByTestId('column-金额')).toContainText('Found by its name');
  await choose(app, '金额', 'These are two columns');
  await expect(page.getByTestId('column-choice-金额')).toContainText('Not there any more');
  await page.getByTestId('columns-done').click();
  await expect(page.getByTestId('import-into')).toContainText('销售');
  await expect(page.getByTestId('import-drift')).toContainText('New: 金额（元）');
  await run(app);
  await app.go('clean');
  await expect(page.getByRole('columnheader', { name: '金额（元）' })).toBeVisible();
});
