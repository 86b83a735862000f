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
  clean: '#/clean',
  model: '#/model/orders',
  shops: '#/model/shops',
  join: '#/clean?page=join',
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
const shoot = async (name) => {
  await page.waitForTimeout(600);
  await page.screenshot({ path: path.join(out, `${name}.png`) });
};
for (const { lang, theme, size } of chosen) {
  const [width, height] = size.split('x').map(Number);
  await page.setViewportSize({ width, height });
  await page.goto(`${new URL(url).origin}/#/settings`);
  await page.click(`.seg button:has-text("${lang === 'zh' ? '中文' : 'English'}")`);
  await page.click(`.seg button:has-text("${theme === 'dark' ? (lang === 'zh' ? '深色' : 'Dark') : lang === 'zh' ? '浅色' : 'Light'}")`);
  for (const [name, hash] of Object.entries(SCREENS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    await page.goto(`${new URL(url).origin}/${hash}`);
    await page.waitForTimeout(name === 'report' || name === 'overview' ? 1500 : 500);
    await shoot(`${name}-${lang}-${theme}-${size}`);
  }
  if (wanted.length === 0 || wanted.includes('import')) {
    await page.goto(`${new URL(url).origin}/#/start`);
    const sample = path.join(root, 'out/resources/sample');
    const fresh = path.join(home, `订单导出_${lang}${theme}${size}.csv`);
    fs.writeFileSync(fresh, Buffer.concat([fs.readFileSync(path.join(sample, '天猫订单_2025-05.csv')), Buffer.from('\r\n')]));
    await page.setInputFiles('[data-testid=file-input]', [fresh, path.join(sample, '售后退款_2024-10_2025-06.xlsx'), path.join(sample, '万相台_计划报表_1.csv')]);
    await page.waitForSelector('[data-testid=detection-encoding]');
    await shoot(`import-${lang}-${theme}-${size}`);
    await page.click('[data-testid=import-cancel]');
  }
}
await browser.close();
server.kill();
fs.rmSync(home, { recursive: true, force: true });
