import type { FileSystem } from '../ports.ts';

export function readWhole(files: FileSystem, path: string): Uint8Array {
  const handle = files.open(path, { write: false, create: false, exclusive: false });
  try {
    const bytes = new Uint8Array(files.size(handle));
    for (let at = 0; at < bytes.length; ) {
      const read = files.read(handle, bytes.subarray(at), at);
      if (read === 0) break;
      at += read;
    }
    return bytes;
  } finally {
    files.close(handle);
  }
}

/** Complete old or complete new, never torn: a temporary neighbour is written and flushed, then renamed over the target. */
export function writeAtomically(files: FileSystem, path: string, bytes: Uint8Array): void {
  const temporary = `${path}.new`;
  const handle = files.open(temporary, { write: true, create: true, exclusive: false });
  try {
    files.truncate(handle, 0);
    for (let at = 0; at < bytes.length; ) at += files.write(handle, bytes.subarray(at), at);
    files.flush(handle);
  } finally {
    files.close(handle);
  }
  files.rename(temporary, path);
  files.flushFolder(files.parent(path));
}
