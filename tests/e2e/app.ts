import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, test as base, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../build/browser.mjs';
import type { App, HostKind } from './hosts/app.ts';
import { openDesktop } from './hosts/desktop.ts';
import { openWeb } from './hosts/web.ts';

export type { App, HostKind } from './hosts/app.ts';

const SAMPLE = 'sample.suanpan';
const root = path.resolve(import.meta.dirname, '../..');

/** A file of the sample shop, as a platform exported it. */
export const sampleFile = (name: string) => path.join(root, 'out/resources/sample', name);

interface OfWorker {
  host: HostKind;
  browserOfHost: Browser | null;
  /** Where the sample shop lies, imported once for all tests of a worker. */
  sampleShop: string;
}

/**
 * The application in the host of the project over a folder of its own, which holds nothing but the sample shop, and not even that where a
 * test is `bare`; a complaint of its page fails the test.
 */
export const test = base.extend<{ bare: boolean; app: App }, OfWorker>({
  host: ['web', { option: true, scope: 'worker' }],
  bare: [false, { option: true }],
  browserOfHost: [
    async ({ host }: OfWorker, use: (browser: Browser | null) => Promise<void>) => {
      const browser = host === 'web' ? await launch() : null;
      await use(browser);
      await browser?.close();
    },
    { scope: 'worker' },
  ],
  sampleShop: [
    async ({ browserOfHost }: OfWorker, use: (file: string) => Promise<void>) => {
      const home = temporaryHome();
      const browser = browserOfHost ?? (await launch());
      const { app, close } = await openWeb(browser, root, home);
      await app.page.waitForSelector('body[data-ready]');
      await openSample(app.page);
      await close();
      if (browserOfHost === null) await browser.close();
      await use(path.join(home, SAMPLE));
      remove(home);
    },
    { scope: 'worker' },
  ],
  app: async ({ host, browserOfHost, sampleShop, bare }: OfWorker & { bare: boolean }, use: (app: App) => Promise<void>) => {
    const home = temporaryHome();
    if (!bare) fs.copyFileSync(sampleShop, path.join(home, SAMPLE));
    const { app, close } = browserOfHost === null ? await openDesktop(host, root, home) : await openWeb(browserOfHost, root, home);
    try {
      await app.page.waitForSelector('body[data-ready]');
      await use(app);
      const unexpected = app.complaints.filter((complaint) => !app.expected.some((pattern) => pattern.test(complaint)));
      if (unexpected.length > 0) throw new Error(unexpected.join('\n'));
    } finally {
      await close();
      remove(home);
    }
  },
});

const launch = () => chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
const temporaryHome = () => fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-e2e-'));
const remove = (home: string) => fs.rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });

export { expect } from '@playwright/test';

/** Opens the sample shop on its overview. */
export async function openSample(page: Page): Promise<void> {
  await page.getByTestId('start-open-sample').click();
  await page.getByTestId('tile-sales').waitFor({ timeout: 60_000 });
}
