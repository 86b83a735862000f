// A test of the tests: a defect is planted in the compiled application, and the specs over the double of Electron must fail.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const out = path.resolve('out');
const kept = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-kept-'));
const COMPILED = ['main.cjs', 'preload.cjs'];

beforeAll(() => {
  for (const name of COMPILED) fs.copyFileSync(path.join(out, name), path.join(kept, name));
});
afterAll(() => {
  for (const name of COMPILED) fs.copyFileSync(path.join(kept, name), path.join(out, name));
  fs.rmSync(kept, { recursive: true });
});

const passes = (spec: string) =>
  spawnSync(path.resolve('node_modules/.bin/playwright'), ['test', '-c', 'tests/e2e/playwright.config.ts', '--project', 'double', '--workers', '1', '--timeout', '40000', '-g', spec], {
    encoding: 'utf8',
  }).status === 0;

test.each(['the page has no Node', 'nothing is evaluated', 'the menu undoes'])('without a defect "%s" passes', (spec) => {
  expect(passes(spec)).toBe(true);
});

test.each<[defect: string, file: string, from: string | RegExp, to: string, spec: string]>([
  ['the preload uses Node', 'preload.cjs', /^/, 'require("node:fs");', 'the page has no Node'],
  ['the preload is not found', 'main.cjs', '"preload.cjs"', '"preload-x.cjs"', 'the page has no Node'],
  ['the scheme is not declared as standard', 'main.cjs', 'standard: true', 'standard: false', 'the page has no Node'],
  ['a channel is called otherwise on one side', 'main.cjs', '"engine:open"', '"engine:opne"', 'the page has no Node'],
  ['the port is not handed on to the page', 'preload.cjs', '[...event.ports]', '[]', 'the page has no Node'],
  ['a function is sent between processes', 'preload.cjs', '("files:target", name)', '("files:target", () => name)', 'the report is written'],
  ['the page has no policy', 'main.cjs', /headers\.set\("Content-Security-Policy"[^;]*;/, '', 'nothing is evaluated'],
  ['the policy lets text be evaluated', 'main.cjs', /script-src 'self'(.*) require-trusted-types-for 'script';/, "script-src 'self' 'unsafe-eval'$1", 'nothing is evaluated'],
  ['the page may leave', 'main.cjs', 'event.preventDefault();', ';', 'the page cannot leave'],
  ['the page may open windows', 'main.cjs', 'action: "deny"', 'action: "allow"', 'the page cannot leave'],
  [
    'permissions are granted',
    'main.cjs',
    'setPermissionCheckHandler(() => false)',
    'setPermissionCheckHandler(() => true); defaultSession.setPermissionRequestHandler((a, b, grant) => grant(true))',
    'the page cannot leave',
  ],
  ['files beside the page are given out', 'main.cjs', /const inside = [^;]*;/, 'const inside = true;', 'the scheme of the page'],
  ['Node is on in the page', 'main.cjs', /nodeIntegration: false,(\s*webSecurity)/, 'nodeIntegration: true,$1', 'the window is isolated'],
  ['the engine is not started again', 'main.cjs', 'const RESTARTS = 3', 'const RESTARTS = 0', 'an engine that dies'],
  ['a menu item is called otherwise', 'main.cjs', '"undo", "Undo"', '"undone", "Undo"', 'the menu undoes'],
  ['a method is called that no window has', 'main.cjs', 'window?.show()', 'window.showNow()', 'the page has no Node'],
  ['a channel is answered twice', 'main.cjs', 'engine.start();', 'answer("engine:open", () => null); engine.start();', 'the page has no Node'],
  ['a second start opens a second window', 'main.cjs', '.isMinimized()) window.restore()', '.isMinimized()) void 0', 'a second start'],
])('%s: the specs see it', (_defect, file, from, to, spec) => {
  const sound = fs.readFileSync(path.join(kept, file), 'utf8');
  const broken = sound.replace(from, to);
  expect(broken, 'the defect was planted').not.toBe(sound);
  fs.writeFileSync(path.join(out, file), broken);
  try {
    expect(passes(spec)).toBe(false);
  } finally {
    fs.writeFileSync(path.join(out, file), sound);
  }
});
