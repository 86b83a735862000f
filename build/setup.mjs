// Gets a fresh checkout ready: packages from the lock file, and nothing when they are there already.
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

/** Runs a program and ends this one with its exit code when it fails. */
export function run(file, args, options = {}) {
  const result = spawnSync(file, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

const bin = (name) => path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
export const tool = (name, args, options) => run(bin(name), args, options);
export const tryTool = (name, args, options = {}) => spawnSync(bin(name), args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32', ...options });

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Suanpan needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs packages when the lock file is not the one they were installed from. */
export function installPackages() {
  const stamp = path.join(root, 'node_modules', '.suanpan-lock');
  const lock = crypto
    .createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages…');
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  fs.writeFileSync(stamp, lock);
}
