import fs from 'node:fs';
import path from 'node:path';
import type { FileSystem } from '#engine/ports';

/** The engine's file port over Node's synchronous file calls. */
export const nodeFileSystem: FileSystem = {
  exists: (name) => fs.existsSync(name),
  open(name, { write, create, exclusive }) {
    const flags = (write ? fs.constants.O_RDWR : fs.constants.O_RDONLY) | (create ? fs.constants.O_CREAT : 0) | (exclusive ? fs.constants.O_EXCL : 0);
    return fs.openSync(name, flags, 0o644);
  },
  close: (handle) => fs.closeSync(handle),
  read: (handle, target, position) => fs.readSync(handle, target, 0, target.length, position),
  write: (handle, bytes, position) => fs.writeSync(handle, bytes, 0, bytes.length, position),
  truncate: (handle, size) => fs.ftruncateSync(handle, size),
  flush: (handle) => fs.fsyncSync(handle),
  flushAhead,
  size: (handle) => fs.fstatSync(handle).size,
  identity(handle) {
    const { ino, dev } = fs.fstatSync(handle);
    return { ino, dev };
  },
  stat(name) {
    const stat = fs.statSync(name);
    return { size: stat.size, ino: stat.ino, dev: stat.dev, mode: stat.mode, isFolder: stat.isDirectory() };
  },
  remove: (name) => fs.unlinkSync(name),
  rename: (from, to) => renameWithPatience(from, to),
  makeFolder: (name) => void fs.mkdirSync(name, { recursive: true }),
  list: (name) => fs.readdirSync(name),
  flushFolder(name) {
    // Windows cannot flush a folder; NTFS journals its entries itself.
    if (process.platform === 'win32') return;
    const handle = fs.openSync(name, 'r');
    try {
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
  },
  join: (...parts) => path.join(...parts),
  resolve: (name) => path.resolve(name),
  parent: (name) => path.dirname(name),
  base: (name) => path.basename(name),
};

/** Files that are being flushed beside the work. */
const flushing = new Set<string>();

/** By a handle of its own: a fault that is told here is told to the other handle once more, where somebody waits for it. */
function flushAhead(name: string): void {
  if (flushing.has(name)) return;
  flushing.add(name);
  const done = () => flushing.delete(name);
  fs.open(name, 'r+', (failed, handle) => {
    if (failed !== null) done();
    else fs.fdatasync(handle, () => fs.close(handle, done));
  });
}

/** A virus scanner may hold a fresh file for a moment on Windows: try again before giving up. */
function renameWithPatience(from: string, to: string): void {
  for (let attempt = 0; ; attempt++) {
    try {
      fs.renameSync(from, to);
      return;
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      if (attempt >= 10 || (code !== 'EPERM' && code !== 'EACCES' && code !== 'EBUSY')) throw thrown;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
}
