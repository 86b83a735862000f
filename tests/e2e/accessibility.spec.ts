import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openSample, sampleFile, test } from './app.ts';

const SCREENS = [
  'start',
  'collect/files',
  'collect/exports',
  'collect/set-aside',
  'collect/refused',
  'clean',
  'clean?page=join',
  'clean?page=checks',
  'clean?page=changes',
  'model/orders',
  'model/shops',
  'metrics/overview',
  'metrics/library',
  'metrics/explore',
  'understand',
  'act',
  'report/monthly',
  'history',
  'settings',
];

/** Serious and critical findings of the page as it stands, in words that name the place. */
async function findings(page: Page, place: string, rules: string[] | null): Promise<string[]> {
  // Colours are measured once nothing moves and nothing waits.
  await page.waitForFunction(() => document.querySelector('.sk') === null);
  await page.waitForTimeout(400);
  const builder = new AxeBuilder({ page }).exclude('iframe').options({ resultTypes: ['violations'] });
  const { violations } = await (rules === null ? builder : builder.withRules(rules)).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 5).map((node) => `${place}: ${id} ${node.target.join(' ')} ${node.any.map((one) => one.message).join('; ')}`));
}

for (const theme of ['light', 'dark'] as const) {
  test(`no serious finding on any screen, ${theme}`, async ({ app: { page } }) => {
    test.setTimeout(400_000);
    // Themes differ in colours only.
    const rules = theme === 'light' ? null : ['color-contrast'];
    const go = async (hash: string) => {
      await page.evaluate((to) => {
        location.hash = to;
      }, `#/${hash}`);
    };
    await openSample(page);
    if ((await page.locator('html').getAttribute('data-theme')) !== theme) await page.getByTestId('theme-switch').click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    const found: string[] = [];
    for (const screen of SCREENS) {
      await go(screen);
      found.push(...(await findings(page, screen, rules)));
    }
    await go('metrics/overview');
    await page.getByTestId('tile-sales').locator('.vl').click();
    await page.getByTestId('rows-drawer').waitFor();
    found.push(...(await findings(page, 'rows drawer', rules)));
    await page.keyboard.press('Escape');
    await page.getByTestId('find').click();
    await page.getByTestId('palette').waitFor();
    found.push(...(await findings(page, 'palette', rules)));
    await page.keyboard.press('Escape');
    await go('clean');
    const name = page.getByTestId('column-Name');
    await name.click();
    found.push(...(await findings(page, 'menu of a column', rules)));
    await page.getByTestId('menu-sort-down').click();
    await page.getByTestId('sort-bar').waitFor();
    await page.getByTestId('grid-find').click();
    await page.getByTestId('find-text').fill('paid');
    await page.getByTestId('step-table').locator('.hit.cur').waitFor();
    found.push(...(await findings(page, 'finding in a table in another order', rules)));
    await page.getByTestId('grid-columns').click();
    await page.getByTestId('columns-find').waitFor();
    found.push(...(await findings(page, 'columns', rules)));
    await page.keyboard.press('Escape');
    await page.getByTestId('recipe-add-step').click();
    found.push(...(await findings(page, 'menu of steps', rules)));
    await page.getByTestId('menu-replace-values').click();
    found.push(...(await findings(page, 'form of a step', rules)));
    await page.getByTestId('file-input').setInputFiles([sampleFile('天猫订单_2025-05.csv')]);
    await page.getByTestId('detection-encoding').waitFor();
    found.push(...(await findings(page, 'import', rules)));
    await page.keyboard.press('Escape');
    const rows = Array.from({ length: 60 }, (_, i) => `${i},Buyer ${i},${i === 7 ? 'none yet' : i}${i === 9 ? ',more' : ''}`);
    await page.getByTestId('file-input').setInputFiles({ name: 'odd.csv', mimeType: 'text/csv', buffer: Buffer.from(['no,Buyer Name,qty', ...rows, ''].join('\n')) });
    for (const [opener, dialog] of [
      ['import-edit-cells', 'cells-dialog'],
      ['import-open-aside', 'aside-dialog'],
      ['import-people', 'people-dialog'],
    ] as const) {
      await page.getByTestId(opener).click();
      await page.getByTestId(dialog).waitFor();
      found.push(...(await findings(page, dialog, rules)));
      await page.keyboard.press('Escape');
      await page.getByTestId(dialog).waitFor({ state: 'detached' });
    }
    found.push(...(await findings(page, 'import with problems', rules)));
    expect(found).toEqual([]);
  });
}
