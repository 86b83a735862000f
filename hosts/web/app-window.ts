import { spawn } from 'node:child_process';
import path from 'node:path';
import { findBrowser } from '#node/print';

/**
 * Opens the page in a window of its own where a Chromium-family browser is found, else in the default browser.
 *
 * @param profile folder of the window's own browser profile
 * @returns false when nothing could be opened: the address has to be shown instead
 */
export function openAppWindow(url: string, profile: string): boolean {
  const browser = findBrowser();
  const launch = (file: string, args: readonly string[]) => {
    spawn(file, args, { detached: true, stdio: 'ignore' })
      .on('error', () => undefined)
      .unref();
    return true;
  };
  if (browser !== null) {
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return launch(browser, [`--app=${url}`, `--user-data-dir=${path.resolve(profile)}`, '--no-first-run', '--no-default-browser-check', ...root]);
  }
  if (process.platform === 'darwin') return launch('open', [url]);
  if (process.platform === 'win32') return launch('explorer.exe', [url]);
  return hasDisplay() ? launch('xdg-open', [url]) : false;
}

/** Whether there is a screen to open a window on. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}
