import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { parquetBytes } from '../support/parquet-bytes.ts';
import { expect, openSample, test } from './app.ts';

/** The desktop's own application; specs of this file run on no other host. */
function desktop(electron: ElectronApplication | null): ElectronApplication {
  if (electron === null) throw new Error('not a desktop');
  return electron;
}

test('the page has no Node and a bridge that cannot be exchanged', async ({ app: { page } }) => {
  expect(await page.evaluate(() => ['require', 'process', 'module', 'ipcRenderer', 'Buffer'].filter((name) => name in globalThis))).toEqual([]);
  expect(
    await page.evaluate(() => {
      const before = window.suanpan;
      Reflect.set(window, 'suanpan', {});
      return [window.suanpan === before, Object.isFrozen(window.suanpan), Object.keys(window.suanpan ?? {}).sort()];
    }),
  ).toEqual([true, true, ['exportTarget', 'kind', 'onCommand', 'openEngine', 'pickFiles', 'platform', 'reveal', 'sourceOf']]);
});

test('the window is isolated, sandboxed and without Node', async ({ app }) => {
  const preferences = await desktop(app.electron).evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): object };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true });
});

test('nothing is evaluated, fetched from elsewhere or put in as markup', async ({ app: { page, expected } }) => {
  expected.push(/example\.com/);
  const refused = await page.evaluate(async () => {
    // Inside an evaluation by the debugger `eval` is allowed whatever the policy says: leave it first.
    await new Promise((resolve) => setTimeout(resolve, 10));
    const attempts = {
      evaluated: () => Reflect.get(globalThis, 'eval')('1'),
      fetched: () => fetch('https://example.com/'),
      markup: () => {
        document.createElement('div').innerHTML = '<b>x</b>';
      },
    };
    const names: Record<string, string> = {};
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await attempt();
        names[name] = 'done';
      } catch (thrown) {
        names[name] = (thrown as Error).name;
      }
    }
    return names;
  });
  expect(refused).toEqual({ evaluated: 'EvalError', fetched: 'TypeError', markup: 'TypeError' });
});

test('the page cannot leave, open windows or get permissions', async ({ app }) => {
  app.expected.push(/example\.com/);
  const { page } = app;
  const before = page.url();
  await page.evaluate(() => window.location.assign('https://example.com/'));
  await page.waitForTimeout(300);
  expect(page.url()).toBe(before);
  await page.evaluate(() => void window.open('https://example.com/'));
  // A window that was let in needs its time to be seen.
  await page.waitForTimeout(2000);
  expect(await desktop(app.electron).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  // The double can only close a window that was opened, not keep it from opening.
  await expect.poll(() => desktop(app.electron).windows().length).toBe(1);
  const states = await page.evaluate(() => Promise.all((['geolocation', 'notifications', 'camera'] as PermissionName[]).map(async (name) => (await navigator.permissions.query({ name })).state)));
  expect(states).toEqual(['denied', 'denied', 'denied']);
});

test('the scheme of the page gives out its own files only', async ({ app: { page } }) => {
  const statuses = await page.evaluate(() => Promise.all(['index.html', '../main.cjs', '%2e%2e/main.cjs', '..%2fmain.cjs', 'nothing.js'].map(async (file) => (await fetch(file)).status)));
  expect(statuses).toEqual([200, 404, 404, 404, 404]);
});

test('the menu undoes and redoes an import', async ({ app }) => {
  const { page } = app;
  const choose = (id: string) => desktop(app.electron).evaluate(({ Menu }, chosen) => Menu.getApplicationMenu()?.getMenuItemById(chosen)?.click(), id);
  await openSample(page);
  await app.go('collect/files');
  await expect(page.getByText('天猫订单_2025-06.csv')).toBeVisible();
  await choose('undo');
  await expect(page.getByText('天猫订单_2025-06.csv')).toHaveCount(0);
  await choose('redo');
  await expect(page.getByText('天猫订单_2025-06.csv')).toBeVisible();
});

test('the report is written as a tagged PDF', async ({ app }) => {
  await openSample(app.page);
  await app.go('report/monthly');
  await expect(app.page.frameLocator('[data-testid=report-frame]').getByRole('heading', { level: 1 })).toBeVisible();
  const pdf = await app.exported(() => app.page.getByTestId('report-export-pdf').click());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.includes('/StructTreeRoot')).toBe(true);
  expect(pdf.includes('/FontFile2')).toBe(true);
});

test('an engine that dies is started again over the same workspace', async ({ app }) => {
  const { page } = app;
  await openSample(page);
  const pid = await desktop(app.electron).evaluate(({ app: main }) => main.getAppMetrics().find((process) => process.name === 'suanpan-engine')?.pid ?? 0);
  process.kill(pid, 'SIGKILL');
  await expect(page.getByText('The engine stopped and was started again')).toBeVisible();
  await app.go('metrics/library');
  await app.go('metrics/overview');
  await expect(page.getByTestId('tile-sales')).toContainText('¥491,392');
});

test('a hostile file ends the process that reads it, not the engine; a whole one is read', async ({ app }) => {
  const { page } = app;
  const processes = () => desktop(app.electron).evaluate(({ app: main }) => main.getAppMetrics().map(({ name, pid }) => `${name} ${pid}`));
  const engine = async () => (await processes()).find((one) => one.startsWith('suanpan-engine'));
  const before = await engine();
  const rows = 900_000_000;
  const hostile = path.join(app.home, 'hostile.parquet');
  fs.writeFileSync(hostile, parquetBytes({ rows, values: rows, page: Uint8Array.of(0), encoding: 8, padding: 100_000 }));
  const whole = path.join(app.home, 'whole.parquet');
  fs.writeFileSync(whole, parquetBytes({ rows: 3, values: 3, page: new Uint8Array(Int32Array.of(707, 808, 909).buffer) }));
  await page.getByTestId('file-input').setInputFiles([whole, hostile]);
  const dialog = page.getByTestId('import-dialog');
  await expect(dialog).toContainText('808');
  await dialog.getByRole('button', { name: /hostile\.parquet/ }).click();
  await expect(dialog).toContainText('Reading hostile.parquet was stopped', { timeout: 40_000 });
  expect(await engine()).toBe(before);
  // It was killed; that it is gone is heard a moment later.
  await expect.poll(async () => (await processes()).filter((one) => one.startsWith('suanpan-parser'))).toEqual([]);
});

test('a second start brings the first window forward', async ({ app }) => {
  const electron = desktop(app.electron);
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const told = electron.evaluate(({ app: main }) => new Promise((resolve) => main.once('second-instance', () => setTimeout(() => resolve(true), 0))));
  const [program = '', ...args] = electron.process().spawnargs;
  const second = spawn(
    program,
    args.filter((arg) => !/^--(inspect|remote-debugging)/.test(arg)),
    { env: { ...process.env, SUANPAN_HOME: app.home }, stdio: 'ignore' },
  );
  const code = new Promise((resolve) => second.on('exit', resolve));
  expect(await told).toBe(true);
  expect(await code).toBe(0);
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())).toBe(false);
});
