import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SuanpanError } from '#contract/errors';
import type { Ports } from '#engine/ports';

/** Browsers of the Chromium family, where each system keeps them. `SUANPAN_BROWSER` names one outright. */
export function findBrowser(): string | null {
  const named = process.env.SUANPAN_BROWSER;
  if (named !== undefined && named !== '') return fs.existsSync(named) ? named : null;
  return candidates().find((file) => fs.existsSync(file)) ?? null;
}

function candidates(): string[] {
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const root = process.env[name];
      return root === undefined ? [] : [path.join(root, 'Google/Chrome/Application/chrome.exe'), path.join(root, 'Microsoft/Edge/Application/msedge.exe')];
    });
  }
  if (process.platform === 'darwin') return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return (process.env.PATH ?? '').split(':').flatMap((folder) => names.map((name) => path.join(folder, name)));
}

/** Flags that keep a headless browser to this machine and to itself. */
export const QUIET_FLAGS: readonly string[] = [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-quic',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** The sandbox needs user namespaces, which root does not get. */
const sandboxFlags = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/** Prints with a headless Chromium of this machine; `null` where there is none. */
export function createBrowserPrint(): Ports['print'] {
  const browser = findBrowser();
  return browser === null ? null : (html, signal) => printWith(browser, html, signal);
}

async function printWith(browser: string, html: string, signal: AbortSignal): Promise<Uint8Array> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-print-'));
  const page = path.join(folder, 'report.html');
  const pdf = path.join(folder, 'report.pdf');
  try {
    fs.writeFileSync(page, html, { mode: 0o600 });
    await run(
      browser,
      [
        ...QUIET_FLAGS,
        ...sandboxFlags(),
        `--user-data-dir=${path.join(folder, 'profile')}`,
        '--no-pdf-header-footer',
        '--generate-pdf-document-outline',
        '--virtual-time-budget=10000',
        `--print-to-pdf=${pdf}`,
        `file://${page}`,
      ],
      signal,
    );
    return new Uint8Array(fs.readFileSync(pdf));
  } catch (thrown) {
    signal.throwIfAborted();
    throw new SuanpanError({
      code: 'print-unavailable',
      message: { en: 'The browser did not print', zh: '浏览器未能打印' },
      hint: { en: 'Export HTML and print that', zh: '请导出 HTML 后打印' },
      details: String(thrown),
    });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function run(file: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe'], signal, timeout: 120_000 });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors = (errors + chunk.toString()).slice(-2000);
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`exit ${code}: ${errors}`))));
  });
}
