import { Readable } from 'node:stream';
import zlib from 'node:zlib';
import bunzip from 'seek-bzip';
import type { PackMethod } from '#engine/ports';

const PIECE = 256 << 10;

/** Unpacks gzip (also of several members), raw deflate and bzip2 as the pieces come. Leaving the loop early stops the work. */
export async function* unpack(method: PackMethod, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (method === 'bzip2') {
    yield* unpackBzip2(pieces);
    return;
  }
  // Some pieces ahead: they are unpacked on another thread while the ones before are worked on.
  const options = { chunkSize: PIECE, readableHighWaterMark: 1 << 20 };
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

/** bzip2 is decoded in one go: its packed form has to be there whole, and its unpacked form is bounded. */
const LARGEST_BZIP2 = 1 << 30;

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
        if (done.length * PIECE >= LARGEST_BZIP2) throw new RangeError('more than 1 GB');
        current = new Uint8Array(PIECE);
        used = 0;
      }
      current[used++] = byte;
    },
  };
  bunzip.decode(Buffer.concat(packed), output, true);
  yield* done;
  if (used > 0) yield current.subarray(0, used);
}
