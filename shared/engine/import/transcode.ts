import { SuanpanError } from '#contract/errors';
import type { Ports } from '../ports.ts';

/** Turns the bytes of a file, chunk by chunk, into UTF-8. */
export interface Transcoder {
  /** The chunk as UTF-8. Characters that cannot be decoded become U+FFFD and make {@link broken} grow. */
  push(chunk: Uint8Array, last: boolean): Uint8Array;
  /** Whether U+FFFD in the output means undecodable bytes. */
  readonly marksBroken: boolean;
}

const encoder = new TextEncoder();

/**
 * @param broken for UTF-8: some bytes are not; they become U+FFFD instead of passing through
 * @throws SuanpanError `file-unsupported` for an encoding that neither the platform nor the host can decode
 */
export function createTranscoder(encoding: string, decoder: Ports['decoder'], broken = false): Transcoder {
  if (encoding === 'utf-8' && !broken) return { push: (chunk) => chunk, marksBroken: false };
  const host = /^utf-32/.test(encoding) ? decoder(encoding) : null;
  if (host !== null) return { push: (chunk, last) => encoder.encode(host.decode(chunk, last)), marksBroken: true };
  let platform: TextDecoder;
  try {
    platform = new TextDecoder(encoding);
  } catch {
    const other = decoder(encoding);
    if (other === null) {
      throw new SuanpanError({
        code: 'file-unsupported',
        message: { en: `The encoding ${encoding} is not supported`, zh: `不支持编码 ${encoding}` },
        hint: { en: 'Save the file as UTF-8 and import it again', zh: '请将文件另存为 UTF-8 后重新导入' },
      });
    }
    return { push: (chunk, last) => encoder.encode(other.decode(chunk, last)), marksBroken: true };
  }
  return { push: (chunk, last) => encoder.encode(platform.decode(chunk, { stream: !last })), marksBroken: true };
}
