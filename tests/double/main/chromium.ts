import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { Cdp } from './cdp.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  // Offline by construction.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-startup-window',
  '--remote-debugging-port=0',
];

export interface Chromium {
  readonly cdp: Cdp;
  readonly pid: number;
  kill(): void;
}

/**
 * Starts the browser that shows the windows.
 *
 * @param userData folder of the application; the browser's own files lie in it and go with it
 */
export async function startChromium(userData: string): Promise<Chromium> {
  const executable = process.env.SUANPAN_CHROMIUM;
  if (executable === undefined) throw new Error('electron double: SUANPAN_CHROMIUM must name a Chromium');
  const browser = spawn(executable, [...FLAGS, `--user-data-dir=${path.join(userData, 'Chromium')}`], { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  // Its own group, so that no child of it outlives it and goes on writing.
  const kill = () => killGroup(browser.pid);
  process.on('exit', kill);
  const address = await debuggingAddress(browser);
  // Playwright's launcher waits for this line.
  process.stderr.write(`\nDevTools listening on ${address}\n`);
  return { cdp: await Cdp.connect(address), pid: browser.pid ?? 0, kill };
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

function debuggingAddress(browser: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    browser.stderr?.on('data', (data) => {
      said += data;
      const address = /^DevTools listening on (ws:\S+)/m.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    browser.on('exit', (code) => reject(new Error(`electron double: Chromium stopped with ${code}\n${said}`)));
    browser.on('error', reject);
  });
}
