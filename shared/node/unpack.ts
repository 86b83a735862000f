import { Readable } from 'node:stream';
import zlib from 'node:zlib';

/** Unpacks deflate and gzip (also of several members) as the pieces come. Leaving the loop early stops the work. */
export async function* unpack(method: 'deflate-raw' | 'gzip', pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const options = { chunkSize: 256 << 10 };
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
