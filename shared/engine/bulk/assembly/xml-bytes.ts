// Bytes of XML. Behind a text lie zeros, which no XML holds: they end every stretch.

export const QUOTE: u8 = 34;
export const LT: u8 = 60;
export const GT: u8 = 62;

/** Masks for the first bytes of a word. */
export const THREE: u32 = 0xffffff;
export const FIVE: u64 = ((<u64>0xff) << 32) | 0xffffffff;
export const SIX: u64 = ((<u64>0xffff) << 32) | 0xffffffff;
export const SEVEN: u64 = ((<u64>0xffffff) << 32) | 0xffffffff;

/** The next `<`, or the end of what is there. */
export function valueEnd(from: usize): usize {
  let at = from;
  for (let byte = load<u8>(at); byte !== LT && byte !== 0; byte = load<u8>(at)) at++;
  return at;
}

export function digitAt(at: usize): u32 {
  return <u32>load<u8>(at) - 48;
}

export function isBlank(byte: u8): bool {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}

export function isLetter(byte: u8): bool {
  return (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90);
}

/** A name with its prefix, such as `x14ac:dyDescent`. */
export function isName(byte: u8): bool {
  return isLetter(byte) || byte === 58 || (byte >= 48 && byte <= 57);
}

export function isValue(byte: u8): bool {
  return byte !== QUOTE && byte !== LT && byte !== 0;
}
