import type { ReadableFile } from '../ports.ts';

/** Reads from `position` until `target` is full or the file ends, since a single read may give less than was asked for; returns the bytes read. */
export function fill(file: ReadableFile, target: Uint8Array, position: number): number {
  let filled = 0;
  while (filled < target.length) {
    const read = file.read(target.subarray(filled), position + filled);
    if (read === 0) break;
    filled += read;
  }
  return filled;
}

/** All bytes of a file; fewer where it ends before its size. */
export function readWhole(file: ReadableFile): Uint8Array {
  const bytes = new Uint8Array(file.size);
  return bytes.subarray(0, fill(file, bytes, 0));
}

/** Bytes that are read like a file. */
export function fileOf(name: string, bytes: Uint8Array): ReadableFile {
  return {
    name,
    size: bytes.length,
    read(target, position) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return part.length;
    },
    close: () => undefined,
  };
}
