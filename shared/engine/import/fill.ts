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
