import type { ReadableFile } from '../../ports.ts';
import { fill } from '../fill.ts';

/** A file in a tar: its bytes lie there as they are (POSIX.1-2001, ustar). */
export interface TarEntry {
  readonly path: string;
  readonly offset: number;
  readonly size: number;
}

const BLOCK = 512;
const decoder = new TextDecoder();

export function isTar(head: Uint8Array): boolean {
  return decoder.decode(head.subarray(257, 262)) === 'ustar';
}

/** The plain files of a tar; long names of GNU and pax headers are understood. */
export function readTar(file: ReadableFile): TarEntry[] {
  const entries: TarEntry[] = [];
  const header = new Uint8Array(BLOCK);
  let longName: string | null = null;
  for (let at = 0; at + BLOCK <= file.size; ) {
    fill(file, header, at);
    if (header[0] === 0) break;
    const size = sizeOf(header);
    const kind = String.fromCharCode(header[156] as number);
    const offset = at + BLOCK;
    if (offset + size > file.size) break;
    if (kind === 'L' || kind === 'x') longName = nameIn(file, offset, size, kind) ?? longName;
    else {
      if (kind === '0' || kind === '\0') entries.push({ path: longName ?? nameOf(header), offset, size });
      longName = null;
    }
    at = offset + Math.ceil(size / BLOCK) * BLOCK;
  }
  return entries;
}

function sizeOf(header: Uint8Array): number {
  // Sizes beyond octal are written base 256, the first bit set.
  if ((header[124] as number) & 0x80) return header.subarray(125, 136).reduce((sum, byte) => sum * 256 + byte, 0);
  return Number.parseInt(text(header, 124, 12), 8) || 0;
}

function nameOf(header: Uint8Array): string {
  const prefix = text(header, 345, 155);
  const name = text(header, 0, 100);
  return prefix === '' || !isTar(header) ? name : `${prefix}/${name}`;
}

function nameIn(file: ReadableFile, offset: number, size: number, kind: string): string | null {
  const bytes = new Uint8Array(Math.min(size, 64 << 10));
  fill(file, bytes, offset);
  if (kind === 'L') return text(bytes, 0, bytes.length);
  return /\d+ path=([^\n]*)\n/.exec(decoder.decode(bytes))?.[1] ?? null;
}

function text(bytes: Uint8Array, start: number, length: number): string {
  const part = bytes.subarray(start, start + length);
  const end = part.indexOf(0);
  return decoder.decode(end < 0 ? part : part.subarray(0, end)).trim();
}
