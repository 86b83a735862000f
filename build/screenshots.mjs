// Pictures of every screen in both languages and themes, at 1440×900 and 1100×700, over the sample shop: `npm run screenshots`.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './browser.mjs';
import { root } from './setup.mjs';

const SCREENS = {
  start: '#/start',
  files: '#/collect/files',
  due: '#/collect/checklist',
  watched: '#/collect/watched',
  clean: '#/clean',
  model: '#/model/orders',
  shops: '#/model/shops',
  join: '#/clean?page=join',
  rules: '#/clean?page=checks',
  overview: '#/metrics/overview',
  library: '#/metrics/library',
  explore: '#/metrics/explore',
  customers: '#/understand',
  segments: '#/act',
  report: '#/report/monthly',
  history: '#/history',
  settings: '#/settings',
};
const wanted = process.argv.slice(2);
const out = process.env.SUANPAN_SHOTS ?? path.join(root, 'docs/screens');
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-shots-'));
const server = spawn(process.execPath, [path.join(root, 'out/cli.cjs'), 'serve', '--no-open'], { env: { ...process.env, SUANPAN_HOME: home } });
const url = await new Promise((resolve) => server.stdout.once('data', (data) => resolve(String(data).trim())));
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
page.on('console', (message) => message.type() === 'error' && console.error('page:', message.text()));
page.on('pageerror', (error) => console.error('page error:', error.message));
await page.goto(url);
await page.waitForSelector('body[data-ready]');
fs.mkdirSync(out, { recursive: true });
const variants = [];
for (const lang of ['en', 'zh']) for (const theme of ['light', 'dark']) for (const size of ['1440x900', '1100x700']) variants.push({ lang, theme, size });
const chosen = process.env.SUANPAN_VARIANT ? variants.filter((v) => `${v.lang}-${v.theme}-${v.size}`.match(process.env.SUANPAN_VARIANT)) : variants;
await page.click('[data-testid=start-open-sample]');
await page.waitForSelector('[data-testid=tile-sales]', { timeout: 60_000 });
const origin = new URL(url).origin;
/** A picture of what is there once nothing waits any more. */
const shoot = async (name) => {
  for (const toast of await page.locator('.toasts .ib').all()) await toast.click();
  await page.waitForFunction(() => document.querySelector('.sk') === null, undefined, { timeout: 30_000 });
  await page.waitForTimeout(700);
  await page.screenshot({ path: path.join(out, `${name}.png`) });
};
const wants = (name) => wanted.length === 0 || wanted.includes(name);
const open = (hash) => page.goto(`${origin}/${hash}`);
const menu = async (button, item) => {
  await page.click(button);
  await page.click(`[data-testid="menu-${item}"]`);
};
const openTable = async (table) => {
  await open('#/clean');
  await page.click(`.side a[data-testid^=dataset-]:has-text("${table}")`);
  await page.waitForSelector(`h1:has-text("${table}")`);
  await page.waitForSelector('[data-testid=step-result]');
};
const openOrders = () => openTable('天猫订单');
/** Two tables that have a key in common. */
const chooseTables = async (left, right) => {
  for (const [side, table] of [
    ['left', left],
    ['right', right],
  ]) {
    await page.click(`[data-testid=join-${side}]`);
    await page.click(`[role=option]:has-text("${table}")`);
  }
  await page.waitForSelector('[data-testid=join-run]:not([disabled])');
};
/** Two steps over the orders and one over their lines, so that the recipes have something to show. */
const addSteps = async () => {
  for (const [table, step, column] of [
    ['天猫宝贝', 'remove-duplicates', '订单编号'],
    ['天猫订单', 'remove-duplicates', '订单编号'],
    ['天猫订单', 'tidy-text', '收货地址'],
  ]) {
    await openTable(table);
    await menu('[data-testid=recipe-add-step]', step);
    await page.click('[data-testid=param-columns] .chip.dash');
    await page.click(`[data-testid="menu-${column}"]`);
    await page.click('[data-testid=step-apply]');
    await page.waitForSelector('[data-testid=step-editor] [data-testid=step-delete]');
  }
};
/** What is open over a screen: by name, how to get there and how to leave it. */
const OVER = {
  recipe: async () => {
    await openOrders();
    await page.click('[data-testid=step-1]');
  },
  removed: async () => {
    await openTable('天猫宝贝');
    await page.click('[data-testid=step-1]');
    await page.click('[data-testid=tab-removed]');
    await page.waitForSelector('[data-testid=removed-line]');
  },
  versions: async () => {
    await openOrders();
    await page.click('[data-testid=recipe-versions]');
    await page.waitForSelector('[role=dialog]');
  },
  changes: async () => {
    await openOrders();
    await open(`#/clean/${encodeURIComponent('天猫订单')}?page=changes`);
    await page.waitForSelector('[data-testid=changes-summary]');
  },
  'step-menu': async () => {
    await openOrders();
    await page.click('[data-testid=recipe-add-step]');
  },
  'step-form': async () => {
    await openOrders();
    await menu('[data-testid=recipe-add-step]', 'replace-values');
  },
  facet: async () => {
    await open('#/clean');
    await page.click('[data-testid="column-Financial Status"]');
    await page.click('[data-testid=menu-facet]');
    await page.waitForSelector('.facet-line');
  },
  checks: async () => {
    await openOrders();
    await page.click('[data-testid=check-add]');
    await page.waitForSelector('[data-testid=check-add-all]');
  },
  source: async () => {
    await open('#/collect/files');
    await page.click('.tbl a:has-text("天猫订单_2025-06.csv")');
    await page.waitForSelector('[data-testid=source-quality]');
  },
  palette: async () => {
    await open('#/metrics/overview');
    await page.waitForSelector('[data-testid=tile-sales]');
    await page.click('[data-testid=find]');
  },
  drawer: async () => {
    await open('#/metrics/overview');
    await page.click('[data-testid=tile-sales] .vl');
    await page.waitForSelector('[data-testid=rows-drawer]');
  },
  import: async () => {
    await open('#/start');
    const sample = path.join(root, 'out/resources/sample');
    const fresh = path.join(home, '订单导出_2025-05.csv');
    fs.writeFileSync(fresh, Buffer.concat([fs.readFileSync(path.join(sample, '天猫订单_2025-05.csv')), Buffer.from('\r\n')]));
    await page.setInputFiles('[data-testid=file-input]', [fresh, path.join(sample, '售后退款_2024-10_2025-06.xlsx'), path.join(sample, '万相台_计划报表_1.csv')]);
    await page.waitForSelector('[data-testid=detection-encoding]');
  },
};
if (['recipe', 'removed', 'versions', 'changes', 'step-menu', 'step-form'].some(wants)) await addSteps();
for (const { lang, theme, size } of chosen) {
  const [width, height] = size.split('x').map(Number);
  await page.setViewportSize({ width, height });
  await open('#/settings');
  await page.click(`.seg button:has-text("${lang === 'zh' ? '中文' : 'English'}")`);
  await page.click(`.seg button:has-text("${theme === 'dark' ? (lang === 'zh' ? '深色' : 'Dark') : lang === 'zh' ? '浅色' : 'Light'}")`);
  for (const [name, hash] of Object.entries(SCREENS).filter(([name]) => wants(name))) {
    await open(hash);
    if (name === 'report') await page.waitForSelector('[data-testid=report-frame]');
    if (name === 'join') await chooseTables('天猫宝贝', '天猫订单');
    await shoot(`${name}-${lang}-${theme}-${size}`);
  }
  for (const [name, show] of Object.entries(OVER).filter(([name]) => wants(name))) {
    await show();
    await shoot(`${name}-${lang}-${theme}-${size}`);
    await page.reload();
    await page.waitForSelector('body[data-ready]');
  }
}
await browser.close();
server.kill();
fs.rmSync(home, { recursive: true, force: true });
