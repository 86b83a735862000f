// `npm start`: sets up, builds and opens the workbench: an Electron window where Electron's program is present, else the loopback
// web host in a browser window, and without a display just its address.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { checkNode, installPackages, root } from './setup.mjs';

checkNode();
installPackages();
const { build } = await import('./build.mjs');
console.log('Building…');
await build();

/** Electron's program: absent where its package could not download it. */
function electronProgram() {
  const folder = process.env.SUANPAN_ELECTRON_DIST ?? path.join(root, 'node_modules/electron/dist');
  const file = path.join(folder, process.platform === 'win32' ? 'electron.exe' : process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron');
  return fs.existsSync(file) ? file : null;
}

const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
const electron = electronProgram();
if (electron !== null && display) {
  spawn(electron, [root], { stdio: 'inherit' }).on('exit', (code) => process.exit(code ?? 0));
} else {
  console.log(electron === null ? 'Electron is not installed here (its program is downloaded separately): opening the web host instead.' : 'There is no display: serving the web host.');
  const args = [path.join(root, 'out/cli.cjs'), 'serve', ...(display ? [] : ['--no-open']), ...process.argv.slice(2)];
  if (!display) console.log('No display was found. Open this address in a browser on this machine; it works once:');
  spawn(process.execPath, args, { stdio: 'inherit' }).on('exit', (code) => process.exit(code ?? 0));
}
