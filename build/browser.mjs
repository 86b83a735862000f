// A Chromium for end-to-end tests and printing: found, or installed by apt where that is possible, or asked for.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export function findChromium() {
  if (process.env.SUANPAN_BROWSER && fs.existsSync(process.env.SUANPAN_BROWSER)) return process.env.SUANPAN_BROWSER;
  if (process.platform === 'darwin') {
    const file = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    return fs.existsSync(file) ? file : null;
  }
  return (
    (process.env.PATH ?? '')
      .split(path.delimiter)
      .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
      .find((file) => fs.existsSync(file)) ?? null
  );
}

/** On Debian, as root, what is missing is installed; elsewhere the missing thing is named. */
export function ensureChromium() {
  const found = findChromium();
  const fonts = process.platform !== 'linux' || fs.existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc') || spawnSync('fc-list', [':lang=zh']).stdout?.length > 0;
  if (found !== null && fonts) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    console.log('Installing chromium and fonts by apt…');
    const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync('apt-get', ['update', '-qq'], options);
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], options);
  }
  const now = findChromium();
  if (now === null) console.error('No Chromium was found. Install Chromium or Google Chrome, or name one in SUANPAN_BROWSER.');
  return now;
}
