import type { BroughtBytes, IsolationLimits, ReadableFile } from '../../ports.ts';
import { fill } from '../fill.ts';

/** The bytes of a file for another process: where they lie, or where they lie nowhere, the bytes. */
export function broughtBytes(file: ReadableFile): BroughtBytes {
  if (file.path !== undefined) return { path: file.path };
  const bytes = new Uint8Array(file.size);
  fill(file, bytes, 0);
  return bytes;
}

/** What a table file of this size may take: several times what the largest real ones of it take. */
export function typedLimits(size: number): IsolationLimits {
  const megabytes = size / 2 ** 20;
  return { milliseconds: Math.ceil(6000 + 2000 * megabytes), megabytes: Math.ceil(Math.min(8192, 640 + 40 * megabytes)) };
}
