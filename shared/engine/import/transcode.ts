import { SuanpanError } from '#contract/errors';
import type { Ports } from '../ports.ts';
import type { EncodedPart } from './encoding/joined.ts';
import { encodingLabel, isUnreadable } from './encoding/names.ts';

/** Turns the bytes of a file, chunk by chunk, into UTF-8. */
export interface Transcoder {
  /** The chunk as UTF-8. Characters that cannot be decoded become U+FFFD. */
  push(chunk: Uint8Array, last: boolean): Uint8Array;
  /** Whether U+FFFD in the output means undecodable bytes. */
  readonly marksBroken: boolean;
}

type Decode = (chunk: Uint8Array, last: boolean) => string;

const encoder = new TextEncoder();

/**
 * Encodings that the host decodes better, and what it calls them. Node reads windows-1252 as ISO-8859-1, knows 2,350 of the 11,172
 * syllables of the Korean code page and none of the Hong Kong characters of Big5; it lacks IBM855 and UTF-32.
 */
const BY_HOST: Readonly<Record<string, string>> = {
  'windows-1252': 'windows-1252',
  'euc-kr': 'cp949',
  big5: 'big5-hkscs',
  ibm855: 'cp855',
  'utf-32le': 'utf-32le',
  'utf-32be': 'utf-32be',
};

/**
 * @param file its name, for the message
 * @param broken for UTF-8: some bytes are not; they become U+FFFD instead of passing through
 * @throws SuanpanError `file-unsupported` for an encoding that neither the platform nor the host can decode
 */
export function createTranscoder(encoding: string, decoder: Ports['decoder'], file: string, broken = false): Transcoder {
  if (encoding === 'utf-8' && !broken) return { push: (chunk) => chunk, marksBroken: false };
  const decode = decoderOf(encoding, decoder);
  if (decode === null) throw unsupported(encoding, file);
  return { push: (chunk, last) => encoder.encode(decode(chunk, last)), marksBroken: true };
}

/**
 * A transcoder for what was found out of a file, from behind its mark on.
 *
 * @throws SuanpanError `file-unsupported` as {@link createTranscoder}
 */
export function transcoderOf(found: { readonly encoding: string; readonly brokenUtf8At: number | null; readonly parts?: readonly EncodedPart[] }, decoder: Ports['decoder'], file: string): Transcoder {
  if (found.parts === undefined) return createTranscoder(found.encoding, decoder, file, found.brokenUtf8At !== null);
  const parts = found.parts.map(({ from, encoding }) => ({ from, transcoder: createTranscoder(encoding, decoder, file, true) }));
  let at = 0;
  return {
    marksBroken: true,
    push(chunk, last) {
      const start = at;
      at += chunk.length;
      const pieces = parts.flatMap(({ from, transcoder }, i) => {
        const until = parts[i + 1]?.from ?? Number.POSITIVE_INFINITY;
        if (until <= start || from >= at) return [];
        return [transcoder.push(chunk.subarray(Math.max(0, from - start), Math.min(chunk.length, until - start)), last || until <= at)];
      });
      return pieces.length === 1 ? (pieces[0] as Uint8Array) : together(pieces);
    },
  };
}

/** Pieces of bytes behind each other. */
export function together(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Decodes bytes at one go; `null` for an encoding that cannot be decoded. */
export function readBytes(decoder: Ports['decoder']): (encoding: string, bytes: Uint8Array) => string | null {
  return (encoding, bytes) => decoderOf(encoding, decoder)?.(bytes, true) ?? null;
}

function decoderOf(encoding: string, decoder: Ports['decoder']): Decode | null {
  if (isUnreadable(encoding)) return null;
  const better = BY_HOST[encoding];
  const host = better === undefined ? null : decoder(better);
  if (host !== null) return (chunk, last) => host.decode(chunk, last);
  const platform = platformDecoder(encoding);
  if (platform !== null) return inLargePieces((chunk, last) => platform.decode(chunk, { stream: !last }));
  const other = decoder(encoding);
  return other === null ? null : (chunk, last) => other.decode(chunk, last);
}

/** Longer than any character, and than what is left of one that was cut. */
const SHORTEST = 16;

/**
 * Node throws where a piece of one byte shows that the bytes before it, taken for the beginning of a character, are several. So no piece
 * is short, the last one neither.
 */
function inLargePieces(decode: Decode): Decode {
  let held: Uint8Array = new Uint8Array(0);
  return (chunk, last) => {
    const bytes = held.length === 0 ? chunk : together([held, chunk]);
    const until = last ? bytes.length : bytes.length - SHORTEST;
    held = last ? new Uint8Array(0) : bytes.slice(until < SHORTEST ? 0 : until);
    return !last && until < SHORTEST ? '' : decode(bytes.subarray(0, until), last);
  };
}

function platformDecoder(encoding: string): TextDecoder | null {
  try {
    return new TextDecoder(encoding);
  } catch {
    return null;
  }
}

function unsupported(encoding: string, file: string): SuanpanError {
  const label = encodingLabel(encoding);
  return new SuanpanError({
    code: 'file-unsupported',
    where: { file },
    message: { en: `${file} is in an encoding that is not supported: ${label.en}`, zh: `${file} 的编码不受支持：${label.zh}` },
    hint: { en: 'Save the file as UTF-8 and import it again', zh: '请将文件另存为 UTF-8 后重新导入' },
  });
}
