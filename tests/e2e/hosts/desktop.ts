import fs from 'node:fs';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { findChromium } from '../../../build/browser.mjs';
import { findElectron } from '../../../build/electron.mjs';
import { type App, goTo, type HostKind, listen } from './app.ts';

/** Starts the compiled application by an Electron, real or doubled. */
export async function openDesktop(kind: HostKind, root: string, home: string): Promise<{ app: App; close(): Promise<void> }> {
  const electron = await _electron.launch({
    executablePath: kind === 'electron' ? (findElectron() ?? undefined) : path.join(root, 'out/double/electron'),
    args: [root, `--user-data-dir=${path.join(home, 'profile')}`],
    env: { ...(process.env as Record<string, string>), SUANPAN_HOME: home, SUANPAN_CHROMIUM: findChromium() ?? '', TZ: 'America/Sao_Paulo' },
    timeout: 30_000,
  });
  electron.process().stderr?.on('data', (data) => {
    if (process.env.SUANPAN_VERBOSE) process.stderr.write(data);
  });
  const page = await electron.firstWindow();
  const complaints = listen(page, (url) => url.protocol === 'app:' || url.protocol === 'about:' || url.hostname === 'bundle.app.double.test');
  return {
    app: {
      kind,
      page,
      home,
      complaints,
      expected: [],
      launchUrl: null,
      electron,
      go: goTo(page),
      async exported(click) {
        const file = path.join(home, `export-${Date.now()}`);
        await electron.evaluate(({ dialog }, filePath) => {
          dialog.showSaveDialog = async () => ({ canceled: false, filePath });
        }, file);
        await click();
        await waitForFile(file);
        return fs.readFileSync(file);
      },
    },
    close: () => electron.close(),
  };
}

/** Exports are written whole under another name and then renamed: what is there is complete. */
async function waitForFile(file: string): Promise<void> {
  for (let tries = 0; !fs.existsSync(file); tries++) {
    if (tries > 300) throw new Error(`${file} was not written`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
