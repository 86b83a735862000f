// The packager over a stub of Electron: what goes in, what does not, and which fuses are set. That the result starts needs a real Electron.
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFuses, writeElectronStub } from './stub.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-package-'));
const unpacked = path.join(folder, 'dist/linux-unpacked');
const archive = path.join(unpacked, 'resources/app.asar');
const stray = path.resolve('out/renderer/stray.js.map');

const ALLOWED = [
  /^\/package\.json$/,
  /^\/out\/(package\.json|main\.cjs|preload\.cjs|utility\.cjs)$/,
  /^\/out\/renderer\/(index\.html|icon\.svg)$/,
  /^\/out\/renderer\/assets\/[\w.-]+\.(js|css|woff2?|svg)$/,
  /^\/out\/resources\/(sql-wasm\.wasm|bulk\.wasm|records\.wasm|parser\.cjs)$/,
  /^\/out\/resources\/fonts\/[\w-]+\.woff2$/,
  /^\/out\/resources\/sample\/([^/]+\.(csv|xlsx|xls)|truth\/truth\.json)$/,
];

let content: string[] = [];

beforeAll(() => {
  writeElectronStub(path.join(folder, 'electron'));
  fs.writeFileSync(stray, '{}');
  const packaged = spawnSync(
    path.resolve('node_modules/.bin/electron-builder'),
    ['--config', 'build/electron-builder.yml', `--config.electronDist=${path.join(folder, 'electron')}`, `--config.directories.output=${path.join(folder, 'dist')}`, '--linux', '--x64', '--dir'],
    { encoding: 'utf8', env: { ...process.env, ELECTRON_BUILDER_OFFLINE: 'true' } },
  );
  fs.rmSync(stray);
  if (packaged.status !== 0) throw new Error(packaged.stdout + packaged.stderr);
  content = listPackage(archive, { isPack: false });
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

test('the archive holds what is on the list, and nothing else', () => {
  const files = content.filter((name) => path.extname(name) !== '');
  expect(files.filter((name) => !ALLOWED.some((pattern) => pattern.test(name)))).toEqual([]);
  for (const pattern of ALLOWED)
    expect(
      files.some((name) => pattern.test(name)),
      String(pattern),
    ).toBe(true);
});

test('the program starts from a file that is there, and says nothing about this machine', () => {
  const manifest = JSON.parse(extractFile(archive, 'package.json').toString()) as { main: string; version: string; scripts?: object };
  expect(content).toContain(`/${manifest.main}`);
  for (const name of ['out/main.cjs', 'out/preload.cjs', 'out/utility.cjs']) expect(extractFile(archive, name).includes(process.cwd()), name).toBe(false);
});

test('the database engine is the one of the lock file', () => {
  const hash = (bytes: Buffer) => crypto.createHash('sha256').update(bytes).digest('hex');
  expect(hash(extractFile(archive, 'out/resources/sql-wasm.wasm'))).toBe(hash(fs.readFileSync('node_modules/sql.js/dist/sql-wasm.wasm')));
});

test('the program cannot be turned into a plain Node', () => {
  // Electron's order: runAsNode, cookie encryption, NODE_OPTIONS, --inspect, asar integrity, only from asar, own snapshot, file: privileges.
  expect(readFuses(path.join(unpacked, 'suanpan'))).toEqual([false, true, false, false, true, true, false, false]);
});

test('it carries its licences and the two languages it speaks', () => {
  expect(fs.existsSync(path.join(unpacked, 'LICENSE.electron.txt'))).toBe(true);
  expect(fs.existsSync(path.join(unpacked, 'LICENSES.chromium.html'))).toBe(true);
  expect(fs.readdirSync(path.join(unpacked, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
});

test('nothing in it looks for updates', () => {
  for (const name of ['out/main.cjs', 'out/utility.cjs']) expect(/electron-updater|autoUpdater/.test(extractFile(archive, name).toString()), name).toBe(false);
});
