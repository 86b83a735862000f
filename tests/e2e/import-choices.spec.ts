import fs from 'node:fs';
import path from 'node:path';
import { type App, expect, test } from './app.ts';

const DATA = path.resolve('../shared/data');
const NEWLINE = 10;
const AGAIN = { en: 'Decide by itself again', zh: '恢复自动识别' };

/** The first lines of a public file. */
function beginning({ home }: App, file: string, lines: number): string {
  const bytes = fs.readFileSync(path.join(DATA, file));
  let end = 0;
  for (let line = 0; line < lines; line++) end = bytes.indexOf(NEWLINE, end) + 1;
  const at = path.join(home, path.basename(file));
  fs.writeFileSync(at, bytes.subarray(0, end));
  return at;
}

/** A week of weighings as a scale with a European clock writes them: days, weights and times that could be read otherwise. */
function weighings({ home }: App, week: number): string {
  const rows = [1, 2, 3, 4, 5, 6].map((n) => `${n + week * 10};0${n}/0${week}/2025;0${n}/0${week}/2025 10:00;${n}.23${n};0${n}12;case ${n}`);
  const at = path.join(home, `weighings_0${week}.csv`);
  fs.writeFileSync(at, `Scale 7\nno;day;at;weight;box;note\n${rows.join('\n')}\nTotal;;;27.231;;\n`);
  return at;
}

async function speak({ page, go }: App, lang: 'en' | 'zh'): Promise<void> {
  if (lang === 'en') return;
  await go('settings');
  await page.locator('.seg button', { hasText: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
}

async function bring({ page }: App, file: string): Promise<void> {
  await page.getByTestId('file-input').setInputFiles(file);
  await page.getByTestId('detection-encoding').waitFor();
}

async function run({ page }: App): Promise<void> {
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('import-dialog')).toHaveCount(0);
}

/** All that the dialog shows of how a file is read, once nothing is under way. */
async function shown({ page }: App): Promise<string> {
  const read = async () => (await Promise.all(['.counts', '.imp-head', '.imp-grid', '.imp-cards'].map((part) => page.locator(part).innerText()))).join('\n');
  let before = '';
  await expect(async () => {
    await expect(page.locator('.imp-how')).toHaveAttribute('aria-busy', 'false');
    const now = await read();
    const isStill = now === before;
    before = now;
    expect(isStill).toBe(true);
  }).toPass({ intervals: [60] });
  return before;
}

/** Picks a choice of a card by its number, in segments or in a list. */
async function pick({ page }: App, card: string, choice: number): Promise<void> {
  const radios = page.getByTestId(card).getByRole('radio');
  if ((await radios.count()) > 0) return await radios.nth(choice).click({ force: true });
  await page.getByTestId(card).getByRole('button').first().click();
  await page.getByRole('option').nth(choice).click();
}

/** How many choices a card has, and which is taken. */
async function choicesOf({ page }: App, card: string): Promise<{ readonly count: number; readonly taken: number }> {
  const radios = page.getByTestId(card).getByRole('radio');
  const isChosen = (all: Element[]) =>
    all.findIndex((one) => (one as HTMLInputElement).checked === true || one.getAttribute('aria-checked') === 'true' || one.getAttribute('aria-selected') === 'true');
  const count = await radios.count();
  if (count > 0) return { count, taken: await radios.evaluateAll(isChosen) };
  if ((await page.getByTestId(card).getByRole('button').count()) === 0) return { count: 0, taken: -1 };
  await page.getByTestId(card).getByRole('button').first().click();
  const options = page.getByRole('option');
  const found = { count: await options.count(), taken: await options.evaluateAll(isChosen) };
  await page.keyboard.press('Escape');
  return found;
}

/** Of a long list a few stand for all. */
const MOST_TRIED = 4;

for (const lang of ['en', 'zh'] as const)
  for (const [name, fileOf] of [
    ['orders of Tmall in GBK', (app: App) => beginning(app, 'platform-tmall/tmall_order_report1_gbk.csv', 60)],
    ['orders of Shopify', (app: App) => beginning(app, 'platform-shopify/orders_export_geo.csv', 60)],
    ['weighings', (app: App) => weighings(app, 4)],
  ] as const)
    test(`every choice about ${name} redraws the preview and is taken back (${lang})`, async ({ app }) => {
      const { page } = app;
      await speak(app, lang);
      await bring(app, fileOf(app));
      const start = await shown(app);
      const cards = await page.locator('.imp-cards section').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.testid as string));
      let tried = 0;
      for (const card of cards) {
        const { count, taken } = await choicesOf(app, card);
        const others = Array.from({ length: count }, (_, choice) => choice).filter((choice) => choice !== taken);
        for (const choice of others.slice(0, MOST_TRIED)) {
          await pick(app, card, choice);
          await expect.poll(() => shown(app), `${card} ${choice}`).not.toBe(start);
          const again = page.getByTestId(card).getByRole('button', { name: AGAIN[lang] });
          if ((await again.count()) > 0) await again.click();
          else await pick(app, card, taken);
          await expect.poll(() => shown(app), `${card} ${choice} taken back`).toBe(start);
          tried++;
        }
      }
      expect(tried).toBeGreaterThan(8);
      // Nothing that was tried binds the next file.
      await expect(page.getByTestId('import-preset')).toHaveCount(0);
    });

for (const lang of ['en', 'zh'] as const)
  test(`what was chosen is what comes in, and how the next file of its layout is read (${lang})`, async ({ app }) => {
    const { page } = app;
    await speak(app, lang);
    await bring(app, weighings(app, 4));
    await shown(app);
    // Day first, a comma for decimals, which makes grams of kilograms, the clock of Shanghai; the box is a text.
    await pick(app, 'detection-dates', 1);
    await shown(app);
    await pick(app, 'detection-decimal', 1);
    await shown(app);
    await pick(app, 'detection-time-zone', 1);
    await shown(app);
    const head = page.locator('.imp-grid thead th').filter({ hasText: 'box' });
    await head.getByRole('button').click();
    await page.getByRole('menuitem', { name: lang === 'en' ? 'Text' : '文本', exact: true }).click();
    await shown(app);
    // The type of a column is taken back where it was chosen.
    const typeOf = page.locator('.imp-grid thead th').filter({ hasText: 'note' }).getByRole('button');
    const before = await typeOf.innerText();
    await typeOf.click();
    await page.getByRole('menuitem', { name: lang === 'en' ? 'Code' : '编码', exact: true }).click();
    await expect(typeOf).not.toHaveText(before);
    await typeOf.click();
    await page.getByRole('menuitem', { name: AGAIN[lang] }).click();
    await expect(typeOf).toHaveText(before);
    await expect(page.getByTestId('detection-dates')).toContainText('2025-04-01');
    await expect(page.getByTestId('detection-decimal')).toContainText('1231');
    await page.getByTestId('import-into').click();
    await page.getByRole('option').nth(1).click();
    await shown(app);
    await run(app);

    await app.go('clean');
    const table = page.getByTestId('step-table');
    await expect(table).toContainText('2025-04-01');
    await expect(table).toContainText('1,231');
    await expect(table).toContainText('0112');
    await expect(table).not.toContainText('Total');

    await bring(app, weighings(app, 5));
    await expect(page.getByTestId('import-preset')).toBeVisible();
    await shown(app);
    await expect(page.getByTestId('detection-dates')).toContainText('2025-05-01');
    await expect(page.getByTestId('detection-decimal')).toContainText('1231');
    await expect(page.getByTestId('detection-time-zone')).toContainText('Asia/Shanghai');
    await run(app);
    await app.go('clean');
    await expect(table).toContainText('2025-05-06');
    // And it is forgotten where the reader is to decide again.
    await bring(app, weighings(app, 6));
    await page.getByTestId('import-preset').getByRole('button').click();
    await expect(page.getByTestId('detection-decimal')).not.toContainText('1231');
    await run(app);
    await bring(app, weighings(app, 7));
    await expect(page.getByTestId('import-preset')).toHaveCount(0);
  });
