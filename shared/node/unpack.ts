import { Readable } from 'node:stream';
import zlib from 'node:zlib';
import Bunzip from 'seek-bzip';
import type { PackMethod } from '#engine/ports';

/** Few calls for many bytes; each piece still fits into the cache of a processor. */
const PIECE = 1 << 20;

/** Unpacks gzip (also of several members), raw deflate and bzip2 as the pieces come. Leaving the loop early stops the work. */
export async function* unpack(method: PackMethod, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (method === 'bzip2') {
    yield* unpackBzip2(pieces);
    return;
  }
  // Some pieces ahead: they are unpacked on another thread while the ones before are worked on.
  const options = { chunkSize: PIECE, readableHighWaterMark: 4 * PIECE };
  const inflate = method === 'gzip' ? zlib.createGunzip(options) : zlib.createInflateRaw(options);
  const source = Readable.from(pieces, { objectMode: true });
  source.once('error', (error) => inflate.destroy(error));
  source.pipe(inflate);
  try {
    for await (const piece of inflate) yield piece as Uint8Array;
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

/**
 * bzip2 is decoded a block at a time: its packed form has to be there whole, what comes out goes on at once. A block holds 900 kB before
 * runs of equal bytes are written out, and at most 46 MB after.
 */
async function* unpackBzip2(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const packed: Uint8Array[] = [];
  for await (const piece of pieces) packed.push(piece.slice());
  const done: Uint8Array[] = [];
  let current = new Uint8Array(PIECE);
  let used = 0;
  const output = {
    writeByte(byte: number) {
      if (used === current.length) {
        done.push(current);
        current = new Uint8Array(PIECE);
        used = 0;
      }
      current[used++] = byte;
    },
  };
  for (const _block of bzip2Blocks(Buffer.concat(packed), output)) yield* done.splice(0);
  if (used > 0) yield current.subarray(0, used);
}

/** What the library's own `decode` does, stopping after each block. */
function* bzip2Blocks(input: Uint8Array, output: { writeByte(byte: number): void }): Iterable<void> {
  const stream = new InputStream(input);
  const decoder = new Bunzip(stream, output);
  while (!stream.eof()) {
    if (decoder._init_block()) {
      decoder._read_bunzip();
      yield;
      continue;
    }
    if (decoder.reader.read(32) >>> 0 !== decoder.streamCRC) throw new TypeError('bad check sum of the stream');
    if (stream.eof()) return;
    // Several streams, one behind the other.
    decoder._start_bunzip(stream, output);
  }
}

class InputStream {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  readByte(): number {
    if (this.eof()) throw new RangeError('it breaks off');
    return this.#bytes[this.#at++] as number;
  }

  read(target: Uint8Array, offset: number, length: number): number {
    const part = this.#bytes.subarray(this.#at, this.#at + length);
    target.set(part, offset);
    this.#at += part.length;
    return part.length;
  }

  eof(): boolean {
    return this.#at >= this.#bytes.length;
  }
}
