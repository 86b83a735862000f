import { expect, openSample, test } from './app.ts';

test('a long table is sized, hidden, frozen, ordered, searched, copied and pasted into like a spreadsheet', async ({ app }) => {
  const { page } = app;
  await openSample(page);
  await app.go('clean');
  const table = page.getByTestId('step-table');
  const cell = (row: number, column: number) => table.locator(`[role=gridcell][data-r="${row}"][data-c="${column}"]`);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.context().grantPermissions(['clipboard-read']);
  await cell(0, 0).click();

  // Everything is copied, also what was never in sight.
  await expect(page.getByTestId('grid-range')).toContainText('of 1,918');
  await page.keyboard.press('Control+a');
  await expect(page.getByTestId('grid-sums')).toContainText('49,868 cells');
  await page.keyboard.press('Control+c');
  await expect(page.getByText('Copied with headings: 1,918 rows, 26 columns')).toBeVisible();
  const copied = (await clipboard()).split('\n');
  expect(copied).toHaveLength(1919);
  expect(copied.at(-1)?.split('\t')[0]).toMatch(/^#\d+$/);
  expect(copied.join('\n')).toContain('***@');

  // A row by its number, more by Shift, cells by dragging.
  await table.locator('[role=rowheader][data-r="1"]').click();
  await table.locator('[role=rowheader][data-r="3"]').click({ modifiers: ['Shift'] });
  await expect(page.getByTestId('grid-sums')).toContainText('78 cells');
  await cell(1, 0).hover();
  await page.mouse.down();
  await cell(4, 1).hover();
  await page.mouse.up();
  await expect(page.getByTestId('grid-sums')).toContainText('8 cells');

  // Columns: wider, hidden, frozen; remembered over a reload.
  const wide = async () => (await cell(0, 0).boundingBox())?.width ?? 0;
  const first = await wide();
  const grip = table.locator('[role=columnheader][data-c="0"] .dg-grip');
  const edge = await grip.boundingBox();
  await page.mouse.move((edge?.x ?? 0) + 3, (edge?.y ?? 0) + 10);
  await page.mouse.down();
  await page.mouse.move((edge?.x ?? 0) + 63, (edge?.y ?? 0) + 10, { steps: 4 });
  await page.mouse.up();
  await expect.poll(wide).toBe(first + 60);
  await grip.dblclick();
  await expect.poll(wide).toBeLessThan(first);
  const before = await wide();
  const menu = async (column: string, item: string) => {
    await page.getByTestId(`column-${column}`).click();
    await page.getByTestId(`menu-${item}`).click();
  };
  await menu('Name', 'wider');
  await expect.poll(wide).toBe(before + 40);
  await menu('Email', 'hide');
  await menu('Name', 'freeze');
  await expect(page.getByTestId('column-Email')).toHaveCount(0);
  await expect(page.getByTestId('grid-columns')).toContainText('1 hidden');
  await page.waitForTimeout(600);
  await page.reload();
  await page.waitForSelector('body[data-ready]');
  await expect(page.getByTestId('grid-columns')).toContainText('1 hidden');
  await expect.poll(wide).toBe(before + 40);
  await cell(0, 0).click();
  await page.keyboard.press('End');
  await expect(page.getByTestId('column-Name')).toBeInViewport();
  await page.keyboard.press('Home');
  await page.getByTestId('grid-columns').click();
  await page.getByTestId('columns-find').fill('mail');
  await page.getByRole('checkbox', { name: 'Email' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('column-Email')).toBeVisible();

  // An order that is only seen: rows keep their numbers; it can become a step.
  await menu('Name', 'sort-down');
  await expect(page.getByTestId('sort-bar')).toContainText('Sorted by Name');
  await expect(table.getByRole('columnheader', { name: 'Name' }).first()).toHaveAttribute('aria-sort', 'descending');
  await expect(cell(0, 0)).not.toHaveText('#1003');
  await page.getByTestId('sort-clear').click();
  await expect(cell(0, 0)).toHaveText('#1003');
  await menu('Name', 'sort-down');
  await page.getByTestId('sort-step').click();
  await expect(page.getByTestId('sort-bar')).toHaveCount(0);
  await page.getByTestId('step-apply').click();
  await expect(page.getByTestId('step-1')).toContainText('Sort rows');
  await page.getByTestId('undo').click();
  await expect(page.getByTestId('step-1')).toHaveCount(0);

  // Finding goes round, and gives the focus back.
  await cell(0, 0).click();
  await page.keyboard.press('Control+f');
  await page.getByTestId('find-text').fill('#1020');
  await expect(page.getByTestId('find-count')).toContainText(/^1 of \d+$/);
  await expect(table.locator('.hit.cur')).toHaveText('#1020');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('find-count')).toContainText(/^1 of \d+$/);
  // Held to the column one stood in, other columns are passed over.
  await page.getByTestId('find-text').fill('paid');
  await expect(page.getByTestId('find-count')).toContainText(/^1 of /);
  await page.getByText('Only in Name').click();
  await expect(page.getByTestId('find-count')).toHaveText('No match');
  await expect(table.locator('.hit')).toHaveCount(0);
  await page.getByText('Only in Name').click();
  await expect(page.getByTestId('find-count')).toContainText(/ of /);
  await page.getByTestId('find-text').fill('guest');
  await expect(page.getByTestId('find-count')).toHaveText('No match');
  await page.keyboard.press('Escape');
  await expect(table).toBeFocused();

  // Pasting sets cells by one step; what does not fit its column is named and kept out.
  const paste = (text: string) =>
    page.evaluate((value) => {
      const data = new DataTransfer();
      data.setData('text/plain', value);
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
  await page.keyboard.press('Control+Home');
  await cell(0, 3).click();
  await paste('2025-01-01 08:00:00\nnever');
  await expect(page.getByTestId('paste-dialog')).toContainText('Set 1 cell');
  await expect(page.getByTestId('paste-refused')).toContainText('never');
  await page.getByTestId('paste-set').click();
  await expect(page.getByTestId('step-1')).toContainText('1 cell');
  await expect(cell(0, 3)).toHaveText('2025-01-01 08:00:00');
  // One value fills a selection, and the step before takes it.
  await cell(0, 0).click();
  await page.keyboard.press('Shift+ArrowDown');
  await paste('#1');
  await page.getByTestId('paste-set').click();
  await expect(page.getByTestId('step-1')).toContainText('3 cells');
  await expect(cell(1, 0)).toHaveText('#1');
  await cell(0, 0).click();
  await page.keyboard.press('Delete');
  await expect(cell(0, 0)).toHaveText('—');
  await expect(page.getByTestId('step-2')).toHaveCount(0);
});
