import type { ReadableFile } from '../ports.ts';

const PIECE = 256 << 10;

/** A stretch of a file, read piece by piece; each piece is new, since the one before may still be in the hands of an unpacker. */
export function* pieces(file: ReadableFile, start: number, length: number): Iterable<Uint8Array> {
  for (let at = start; at < start + length; ) {
    const piece = new Uint8Array(Math.min(PIECE, start + length - at));
    const read = file.read(piece, at);
    if (read === 0) return;
    at += read;
    yield piece.subarray(0, read);
  }
}
