// Electron's program, where its package could download it or a folder is named.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './setup.mjs';

const PROGRAMS = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron', linux: 'electron' };

/** Folder of the unpacked program; its own resources must lie beside it, so that no imitation is ever taken for it. */
export function electronFolder() {
  const folder = process.env.SUANPAN_ELECTRON_DIST ?? path.join(root, 'node_modules/electron/dist');
  const proof = process.platform === 'darwin' ? 'Electron.app/Contents/Frameworks' : 'resources.pak';
  return fs.existsSync(path.join(folder, PROGRAMS[process.platform] ?? 'electron')) && fs.existsSync(path.join(folder, proof)) ? folder : null;
}

export function findElectron() {
  const folder = electronFolder();
  return folder === null ? null : path.join(folder, PROGRAMS[process.platform] ?? 'electron');
}
