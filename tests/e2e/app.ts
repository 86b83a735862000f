import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base, type Page } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '../..');

/** A file of the sample shop, as a platform exported it. */
export const sampleFile = (name: string) => path.join(root, 'out/resources/sample', name);

export interface App {
  /** Address with the one-time token. */
  readonly launchUrl: string;
  readonly origin: string;
  readonly home: string;
  /** What the page complained about: script errors, refused styles, refused requests. */
  readonly complaints: string[];
}

/** The application over an empty folder of its own, opened in `page`; a complaint of the page fails the test. */
export const test = base.extend<{ app: App }>({
  app: async ({ page }: { page: Page }, use: (app: App) => Promise<void>) => {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-e2e-'));
    const host = spawn(process.execPath, [path.join(root, 'out/cli.cjs'), 'serve', '--no-open'], { env: { ...process.env, SUANPAN_HOME: home } });
    try {
      const launchUrl = await new Promise<string>((resolve, reject) => {
        host.stdout.once('data', (data) => resolve(String(data).trim()));
        host.once('exit', (code) => reject(new Error(`the host stopped with ${code}`)));
      });
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (!/^(blob|data):/.test(request.url()) && new URL(request.url()).hostname !== new URL(launchUrl).hostname) complaints.push(`left this computer: ${request.url()}`);
      });
      await page.goto(launchUrl);
      await page.waitForSelector('body[data-ready]');
      await use({ launchUrl, origin: new URL(launchUrl).origin, home, complaints });
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
    } finally {
      host.kill();
      fs.rmSync(home, { recursive: true, force: true });
    }
  },
});

export { expect } from '@playwright/test';

/** Opens the sample shop on its overview. */
export async function openSample(page: Page): Promise<void> {
  await page.getByTestId('start-open-sample').click();
  await page.getByTestId('tile-sales').waitFor({ timeout: 60_000 });
}
