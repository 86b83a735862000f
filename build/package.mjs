// Packages the application. `npm run package:dir` makes the unpacked application for this computer, offline, given Electron's program.
import fs from 'node:fs';
import { electronFolder } from './electron.mjs';
import { checkNode, installPackages, tool } from './setup.mjs';

checkNode();
installPackages();
const electron = electronFolder();
if (electron === null) {
  console.error("Electron's program is not here. Unpack electron-v45.4.1-<platform>-<arch>.zip somewhere and name that folder in SUANPAN_ELECTRON_DIST.");
  process.exit(1);
}
const { default: sevenZip } = await import('7zip-bin');
const { build } = await import('./build.mjs');
await build();
fs.chmodSync(sevenZip.path7za, 0o755);
tool('electron-builder', ['--config', 'build/electron-builder.yml', `--config.electronDist=${electron}`, ...process.argv.slice(2)], {
  env: { ...process.env, ELECTRON_BUILDER_7ZIP_PATH: sevenZip.path7za },
});
