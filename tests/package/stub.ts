import fs from 'node:fs';
import path from 'node:path';

// Electron finds its fuses behind these letters: version 1, their number, and one letter each.
const FUSE_WIRE = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
const FUSES = 8;

/** An unpacked Electron in shape only: what the packager renames, copies and sets fuses in. */
export function writeElectronStub(folder: string): void {
  fs.mkdirSync(path.join(folder, 'locales'), { recursive: true });
  fs.mkdirSync(path.join(folder, 'resources'));
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'resources.pak', 'icudtl.dat', 'chrome-sandbox', 'snapshot_blob.bin', 'locales/en-US.pak', 'locales/zh-CN.pak', 'locales/fr.pak'])
    fs.writeFileSync(path.join(folder, name), name);
  const fuses = Buffer.concat([FUSE_WIRE, Buffer.from([1, FUSES]), Buffer.alloc(FUSES, '1')]);
  fs.writeFileSync(path.join(folder, 'electron'), Buffer.concat([Buffer.alloc(256), fuses, Buffer.alloc(256)]), { mode: 0o755 });
}

/** Fuses of a program in the order of Electron's wire, on or off. */
export function readFuses(program: string): boolean[] {
  const bytes = fs.readFileSync(program);
  const at = bytes.indexOf(FUSE_WIRE) + FUSE_WIRE.length + 2;
  return [...bytes.subarray(at, at + FUSES)].map((letter) => letter === '1'.charCodeAt(0));
}
