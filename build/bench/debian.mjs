import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** On Debian, as root, packages are installed by apt; elsewhere nothing happens, and what is missing is named by who needs it. */
export function installByApt(packages) {
  if (packages.length === 0 || process.platform !== 'linux' || process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing ${packages.join(', ')} by apt…`);
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}
