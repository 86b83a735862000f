import type { ImportHost } from '#engine/import/index';

/** Files whose content is unpacked: that comes in pieces, the file itself whole. */
export const PACKED = /\.(xlsx|xlsm|ods|zip|gz|bz2)$/;

/** The first piece tells the encoding and is longer. */
const FIRST = 120;

/** What is unpacked comes in pieces of so many bytes, all in one array that is filled anew. */
export function unpackingInPieces({ unpack }: Pick<ImportHost, 'unpack'>, most: number): Pick<ImportHost, 'unpack'> {
  return {
    async *unpack(method, pieces) {
      const room = new Uint8Array(Math.min(2 << 20, Math.max(most, FIRST)));
      let isFirst = true;
      for await (const whole of unpack(method, pieces))
        for (let at = 0; at < whole.length; ) {
          const part = whole.subarray(at, at + Math.min(room.length, isFirst ? Math.max(most, FIRST) : most));
          room.fill(0x33);
          room.set(part);
          at += part.length;
          isFirst = false;
          yield room.subarray(0, part.length);
        }
    },
  };
}
