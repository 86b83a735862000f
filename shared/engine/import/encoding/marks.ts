import { brokenUtf8 } from './utf8.ts';
import { wideEncoding } from './wide.ts';

export interface Mark {
  readonly encoding: string;
  readonly length: number;
}

/** The byte order mark at the start, whatever follows. */
export function byteOrderMark(bytes: Uint8Array): Mark | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: 'utf-32le', length: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', length: 4 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** Whether the bytes behind a mark are something else than it says: GBK behind a UTF-8 mark, plain text behind a UTF-16 one. */
export function contradicts(mark: Mark, bytes: Uint8Array): boolean {
  const rest = bytes.subarray(mark.length);
  if (mark.encoding === 'utf-8') return brokenUtf8(rest, 0) !== null || rest.subarray(0, 64).includes(0);
  if (mark.encoding.startsWith('utf-16')) {
    const wide = wideEncoding(rest);
    if (wide !== null) return wide !== mark.encoding;
    // Text in UTF-16 is no valid UTF-8: half of its bytes go on with a character that nothing began.
    return rest.length > 8 && brokenUtf8(rest, 0) === null && rest.every((byte) => (byte >= 9 && byte <= 13) || (byte >= 32 && byte !== 127));
  }
  return false;
}

/** Whether zero bytes in the file are halves of characters. */
export function isWide(bytes: Uint8Array): boolean {
  return (byteOrderMark(bytes)?.encoding ?? 'utf-8') !== 'utf-8' || wideEncoding(bytes) !== null;
}
