import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, test as base, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../build/browser.mjs';
import type { App, HostKind } from './hosts/app.ts';
import { openDesktop } from './hosts/desktop.ts';
import { openWeb } from './hosts/web.ts';

export type { App, HostKind } from './hosts/app.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A file of the sample shop, as a platform exported it. */
export const sampleFile = (name: string) => path.join(root, 'out/resources/sample', name);

/** The application over an empty folder of its own, in the host of the project; a complaint of its page fails the test. */
export const test = base.extend<{ app: App }, { host: HostKind; browserOfHost: Browser | null }>({
  host: ['web', { option: true, scope: 'worker' }],
  browserOfHost: [
    async ({ host }: { host: HostKind }, use: (browser: Browser | null) => Promise<void>) => {
      const browser = host === 'web' ? await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] }) : null;
      await use(browser);
      await browser?.close();
    },
    { scope: 'worker' },
  ],
  app: async ({ host, browserOfHost }: { host: HostKind; browserOfHost: Browser | null }, use: (app: App) => Promise<void>) => {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-e2e-'));
    const { app, close } = browserOfHost === null ? await openDesktop(host, root, home) : await openWeb(browserOfHost, root, home);
    try {
      await app.page.waitForSelector('body[data-ready]');
      await use(app);
      const unexpected = app.complaints.filter((complaint) => !app.expected.some((pattern) => pattern.test(complaint)));
      if (unexpected.length > 0) throw new Error(unexpected.join('\n'));
    } finally {
      await close();
      fs.rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  },
});

export { expect } from '@playwright/test';

/** Opens the sample shop on its overview. */
export async function openSample(page: Page): Promise<void> {
  await page.getByTestId('start-open-sample').click();
  await page.getByTestId('tile-sales').waitFor({ timeout: 60_000 });
}
