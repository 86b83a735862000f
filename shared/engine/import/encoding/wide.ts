const LOOKED_AT = 8192;
const SPACING = new Set([0x09, 0x0a, 0x0d, 0x20, 0x2c, 0x3b]);

/** UTF-16 and UTF-32 without a mark; `null` when the bytes are neither. */
export function wideEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, Math.min(bytes.length & ~3, LOOKED_AT));
  if (!sample.includes(0)) return bytes.length < 4 || !bytes.includes(0) ? null : utf16(bytes.subarray(0, bytes.length & ~1));
  const view = new DataView(sample.buffer, sample.byteOffset, sample.length);
  if (utf32(view, true)) return 'utf-32le';
  if (utf32(view, false)) return 'utf-32be';
  return utf16(sample);
}

/** Every group of four bytes is a character: three of four numbers are not, so chance is ruled out. */
function utf32(view: DataView, little: boolean): boolean {
  if (view.byteLength < 8) return false;
  for (let at = 0; at < view.byteLength; at += 4) {
    const code = view.getUint32(at, little);
    if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return false;
  }
  return true;
}

function utf16(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const little = goodness(view, true);
  const big = goodness(view, false);
  const best = Math.max(little, big);
  if (best < 0.8) return null;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

/** How much the bytes read like text in UTF-16, at most 2; 0 where spaces and line ends do not have their zero byte. */
function goodness(view: DataView, little: boolean): number {
  let sum = 0;
  let spaced = 0;
  let unspaced = 0;
  let units = 0;
  for (let at = 0; at + 1 < view.byteLength; at += 2) {
    const unit = view.getUint16(at, little);
    units++;
    sum += worth(unit, at + 3 < view.byteLength ? view.getUint16(at + 2, little) : 0xdc00);
    if (SPACING.has(unit)) spaced++;
    else if (SPACING.has(unit & 255)) unspaced++;
  }
  return units === 0 || spaced === 0 || spaced * 3 < unspaced ? 0 : sum / units;
}

function worth(unit: number, next: number): number {
  if (unit < 0x80) return (unit >= 0x20 && unit < 0x7f) || unit === 0x0a || unit === 0x0d || unit === 0x09 ? 2 : -5;
  if (unit >= 0xd800 && unit < 0xdc00) return next >= 0xdc00 && next < 0xe000 ? 1 : -5;
  if (unit >= 0xdc00 && unit < 0xe000) return 1;
  if ((unit >= 0xa0 && unit < 0x700) || (unit >= 0xe00 && unit < 0xe80) || (unit >= 0x2010 && unit < 0x2600) || (unit >= 0x3000 && unit < 0x3100)) return 1;
  if ((unit >= 0x4e00 && unit < 0xa000) || (unit >= 0xac00 && unit < 0xd7a4) || (unit >= 0xff01 && unit < 0xffef)) return 1;
  return unit >= 0xe000 && unit < 0xf900 ? -2 : -1;
}
