const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(256).fill(255);
for (const [value, character] of [...ALPHABET].entries()) VALUES[character.charCodeAt(0)] = value;

const EQUALS = 61;
const NEWLINE = 10;
const RETURN = 13;

/** Bytes out of base64 (RFC 4648); lines may end anywhere. */
export function fromBase64(text: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let word = 0;
  for (const byte of text) {
    const value = VALUES[byte] as number;
    if (value === 255) continue;
    word = ((word << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (word >> bits) & 255;
  }
  return bytes.subarray(0, length);
}

/** Bytes out of quoted-printable (RFC 2045): `=E8`, and a line that goes on behind `=`. */
export function fromQuotedPrintable(text: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const byte = text[at] as number;
    const high = hex(text[at + 1]);
    const low = hex(text[at + 2]);
    if (byte !== EQUALS) bytes[length++] = byte;
    else if (high >= 0 && low >= 0) {
      bytes[length++] = high * 16 + low;
      at += 2;
    } else if (text[at + 1] === NEWLINE) at++;
    else if (text[at + 1] === RETURN && text[at + 2] === NEWLINE) at += 2;
    else bytes[length++] = byte;
  }
  return bytes.subarray(0, length);
}

function hex(byte: number | undefined): number {
  return byte === undefined ? -1 : '0123456789ABCDEF'.indexOf(String.fromCharCode(byte).toUpperCase());
}
