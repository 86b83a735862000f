import type { Ports } from '../../ports.ts';

const REPLACED = '\ufffd';
const encoder = new TextEncoder();

/**
 * What texts that were read by one encoding are by another, told from their bytes. A text that the first cannot have given, or whose bytes
 * are nothing in the second, is `null`.
 */
export function recoder(decoder: Ports['decoder'], from: string, to: string): (text: string) => string | null {
  const bytesOf = from === 'utf-8' ? (text: string) => (text.includes(REPLACED) ? null : encoder.encode(text)) : byTable(decoder, from);
  return (text) => {
    const bytes = bytesOf(text);
    const read = bytes === null ? undefined : decoder(to)?.decode(bytes, true);
    return read === undefined || read.includes(REPLACED) ? null : read;
  };
}

/** The bytes of each character of an encoding of one or two bytes. */
function byTable(decoder: Ports['decoder'], encoding: string): (text: string) => Uint8Array | null {
  const table = new Map<string, readonly number[]>();
  const learn = (...bytes: number[]) => {
    const read = decoder(encoding)?.decode(Uint8Array.from(bytes), true) ?? REPLACED;
    if ([...read].length === 1 && read !== REPLACED && !table.has(read)) table.set(read, bytes);
  };
  for (let byte = 0; byte < 256; byte++) learn(byte);
  for (let first = 0x81; first < 0xff; first++) for (let second = 0x40; second < 0xff; second++) learn(first, second);
  return (text) => {
    const bytes: number[] = [];
    for (const letter of text) {
      const own = table.get(letter);
      if (own === undefined) return null;
      bytes.push(...own);
    }
    return Uint8Array.from(bytes);
  };
}
