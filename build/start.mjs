// `npm start`: sets up, builds and opens the workbench: an Electron window where Electron's program is present, else the loopback
// web host in a browser window, and without a display just its address.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { findElectron } from './electron.mjs';
import { checkNode, installPackages, root } from './setup.mjs';

checkNode();
installPackages();
const { build } = await import('./build.mjs');
console.log('Building…');
await build();

const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
const electron = findElectron();
if (electron !== null && display) {
  spawn(electron, [root], { stdio: 'inherit' }).on('exit', (code) => process.exit(code ?? 0));
} else {
  console.log(electron === null ? 'Electron is not installed here (its program is downloaded separately): opening the web host instead.' : 'There is no display: serving the web host.');
  const args = [path.join(root, 'out/cli.cjs'), 'serve', ...(display ? [] : ['--no-open']), ...process.argv.slice(2)];
  if (!display) console.log('No display was found. Open this address in a browser on this machine; it works once:');
  spawn(process.execPath, args, { stdio: 'inherit' }).on('exit', (code) => process.exit(code ?? 0));
}
