/** Where the first byte stands that cannot be UTF-8; `null` when all can. A character cut off by the end of the sample is no fault. */
export function brokenUtf8(bytes: Uint8Array, from: number): number | null {
  let at = from;
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    if (byte < 0x80) {
      at++;
      continue;
    }
    const length = byte >= 0xc2 && byte <= 0xdf ? 2 : byte >= 0xe0 && byte <= 0xef ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
    if (length === 0) return at;
    for (let i = 1; i < length; i++) {
      if (at + i >= bytes.length) return null;
      const next = bytes[at + i] as number;
      if ((next & 0xc0) !== 0x80) return at;
      if (i === 1 && ((byte === 0xe0 && next < 0xa0) || (byte === 0xed && next > 0x9f) || (byte === 0xf0 && next < 0x90) || (byte === 0xf4 && next > 0x8f))) return at;
    }
    at += length;
  }
  return null;
}

/** Whether the only character that is not ASCII is cut off by the end: then nothing speaks for UTF-8. */
export function onlyCutOff(bytes: Uint8Array): boolean {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  if (first < 0) return false;
  const lead = bytes[first] as number;
  return bytes.length - first < (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);
}

/** So many faults are no slips. */
const MOST_FAULTS = 1000;
/** Valid characters of two bytes for each fault: texts in other encodings have such by chance. */
const PAIRS_PER_FAULT = 20;
/** Of three and more, chance makes hardly any. */
const LONGER_PER_FAULT = 2;

/** Counts what speaks for UTF-8 in a text that has faults, and what against it. */
export class Faults {
  #pairs = 0;
  #longer = 0;
  #broken = 0;

  /** Counts a piece; what its end cuts off belongs to the next. */
  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length && !this.areTooMany; ) {
      const next = brokenUtf8(bytes, at);
      const end = next ?? bytes.length;
      for (let i = at; i < end; i++) {
        const byte = bytes[i] as number;
        if (byte >= 0xe0) this.#longer++;
        else if (byte >= 0xc2) this.#pairs++;
      }
      if (next === null) return;
      this.#broken++;
      at = next + 1;
      // The rest of the same fault.
      while (((bytes[at] ?? 0) & 0xc0) === 0x80) at++;
    }
  }

  get areTooMany(): boolean {
    return this.#broken > MOST_FAULTS;
  }

  /** Whether they are slips in a text that is UTF-8: broken rows, not another encoding. */
  get areFew(): boolean {
    return !this.areTooMany && (this.#pairs + this.#longer > this.#broken * PAIRS_PER_FAULT || this.#longer >= this.#broken * LONGER_PER_FAULT);
  }
}

/** Whether a text is UTF-8 with a few broken bytes in it. */
export function mostlyUtf8(bytes: Uint8Array): boolean {
  const faults = new Faults();
  faults.add(bytes);
  return faults.areFew;
}

/** How many bytes at the end of a text begin a character that is not there to its end. */
export function cutOffAtEnd(bytes: Uint8Array): number {
  for (let count = 1; count <= Math.min(3, bytes.length); count++) {
    const byte = bytes[bytes.length - count] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > count ? count : 0;
  }
  return 0;
}

const FEW = 12;
const USUAL = /[\u00A0-\u017F\u0386-\u03CE\u0401-\u045F\u0490\u0491\u05D0-\u05EA\u060C-\u0652]/;

/**
 * A few characters of GB18030 can be valid UTF-8 by chance (the two bytes of 一 are U+04BB): they come out as several letters that
 * hardly anyone uses.
 */
export function validByChance(bytes: Uint8Array): boolean {
  const high = bytes.filter((byte) => byte >= 0x80);
  if (high.length === 0 || high.length > FEW * 2) return false;
  const letters = [...new TextDecoder().decode(high)];
  const unusual = letters.filter((letter) => (letter.codePointAt(0) as number) < 0x800 && !USUAL.test(letter));
  return new Set(unusual).size > 1 && unusual.length * 2 > letters.length;
}
