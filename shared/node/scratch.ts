import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Scratch } from '#engine/ports';

/** Up to this size bytes stay in memory; more goes to a file of the system's temporary folder. */
const IN_MEMORY = 32 << 20;

export function createScratch(name: string): Scratch {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let file: { path: string; handle: number } | null = null;
  const spill = () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-scratch-'));
    file = { path: path.join(folder, 'bytes'), handle: fs.openSync(path.join(folder, 'bytes'), 'wx+', 0o600) };
    for (const piece of pieces.splice(0)) writeWhole(file.handle, piece);
    return file;
  };
  const drop = () => {
    pieces.length = 0;
    if (file === null) return;
    fs.closeSync(file.handle);
    fs.rmSync(path.dirname(file.path), { recursive: true, force: true });
    file = null;
  };
  return {
    write(bytes) {
      size += bytes.length;
      if (file === null && size <= IN_MEMORY) pieces.push(bytes.slice());
      else writeWhole((file ?? spill()).handle, bytes);
    },
    seal() {
      const whole = file === null ? Buffer.concat(pieces.splice(0)) : null;
      return {
        name,
        size,
        ...(file !== null && { path: file.path }),
        read(target, position) {
          if (whole === null) return file === null ? 0 : fs.readSync(file.handle, target, 0, target.length, position);
          const part = whole.subarray(position, position + target.length);
          target.set(part);
          return part.length;
        },
        close: drop,
      };
    },
    drop,
  };
}

/** The system may take less at a time than it is given. */
function writeWhole(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += fs.writeSync(handle, bytes, at);
}
