import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { type App, goTo, listen } from './app.ts';

/** Serves the application from this computer and opens it in a browser. */
export async function openWeb(browser: Browser, root: string, home: string): Promise<{ app: App; close(): Promise<void> }> {
  const server = spawn(process.execPath, [path.join(root, 'out/cli.cjs'), 'serve', '--no-open'], { env: { ...process.env, SUANPAN_HOME: home } });
  const launchUrl = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (data) => resolve(String(data).trim()));
    server.once('exit', (code) => reject(new Error(`the host stopped with ${code}`)));
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', timezoneId: 'America/Sao_Paulo', acceptDownloads: true });
  const page = await context.newPage();
  const complaints = listen(page, (url) => url.hostname === new URL(launchUrl).hostname);
  await page.goto(launchUrl);
  return {
    app: {
      kind: 'web',
      page,
      home,
      complaints,
      expected: [],
      launchUrl,
      electron: null,
      go: goTo(page),
      async exported(click) {
        const [download] = await Promise.all([page.waitForEvent('download'), click()]);
        return fs.readFileSync(await download.path());
      },
    },
    async close() {
      await context.close();
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}
