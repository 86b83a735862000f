import { defineConfig } from '@playwright/test';
import { findChromium } from '../../build/browser.mjs';

const report = process.env.SUANPAN_E2E_REPORT;

/** A real browser over the page that the web host serves; every test has a workspace folder of its own. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../out/e2e',
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'America/Sao_Paulo',
    acceptDownloads: true,
    launchOptions: { executablePath: findChromium() ?? undefined, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] },
  },
});
