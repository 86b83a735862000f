import { ByteSink } from '../../values/byte-sink.ts';
import type { WorkbookPackage } from './package.ts';
import { AMP, appendText, CR, isPlain, LETTER_X, UNDERSCORE } from './text.ts';
import { scanPart } from './scan-part.ts';
import type { XmlScanner } from './xml.ts';
import { CLOSE, OPEN, TEXT } from './xml-tokens.ts';

const RULES = { cdata: false, controls: true };

/** The texts that the cells of a workbook share: UTF-8 bytes in one arena. */
export class SharedStrings {
  readonly #sink: ByteSink;
  #ends: Uint32Array;
  #count = 0;

  /** @param size bytes of the part they stand in */
  constructor(size: number) {
    this.#sink = new ByteSink(size);
    this.#ends = new Uint32Array(Math.ceil(size / AROUND) + 1);
  }

  get count(): number {
    return this.#count;
  }

  /** All texts, one behind the other; there may be room behind them. */
  get bytes(): Uint8Array {
    return this.#sink.bytes;
  }

  /** The texts as two flat arrays: their bytes, and where each ends. */
  pack(): { readonly bytes: Uint8Array; readonly ends: Uint32Array } {
    const ends = this.#ends.subarray(0, this.#count);
    return { bytes: this.#sink.bytes.subarray(0, ends[ends.length - 1] ?? 0), ends };
  }

  start(index: number): number {
    return index === 0 ? 0 : (this.#ends[index - 1] as number);
  }

  stop(index: number): number {
    return this.#ends[index] as number;
  }

  /** Appends raw XML text to the string at hand. */
  append(bytes: Uint8Array, start: number, stop: number, cdata: boolean): void {
    if (isPlain(bytes, start, stop)) this.#sink.append(bytes, start, stop);
    else appendText(this.#sink, bytes, start, stop, cdata ? { ...RULES, cdata } : RULES);
  }

  /**
   * Appends raw XML text up to the next element, as long as it is written as it is meant.
   *
   * @returns where the element begins, or `end`; -1 where something stands for another, and nothing was appended
   */
  copyPlain(bytes: Uint8Array, start: number, end: number): number {
    const sink = this.#sink;
    const begun = sink.length;
    let target = sink.bytes;
    let to = begun;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte === LESS) {
        sink.length = to;
        return at;
      }
      if (byte === AMP || byte === CR || (byte === UNDERSCORE && bytes[at + 1] === LETTER_X)) {
        sink.length = begun;
        return -1;
      }
      if (to === target.length) {
        sink.length = to;
        sink.reserve(end - at);
        target = sink.bytes;
      }
      target[to++] = byte;
    }
    sink.length = to;
    return end;
  }

  /** Takes back so many bytes of the string at hand. */
  forget(bytes: number): void {
    this.#sink.length -= bytes;
  }

  /** Ends the string at hand. */
  end(): void {
    if (this.#count === this.#ends.length) {
      const larger = new Uint32Array(this.#ends.length * 2);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#ends[this.#count++] = this.#sink.length;
  }
}

/** Room made at once; bytes that are never written cost no memory. */
const MOST_RESERVED = 256 << 20;
/** `<si><t></t></si>` around each text. */
const AROUND = 18;

/** Reads the shared strings. Runs of rich text are joined; how a text is spoken (phonetic runs) is no part of it. */
export async function readSharedStrings(parts: WorkbookPackage, path: string): Promise<SharedStrings> {
  const strings = new SharedStrings(Math.min(MOST_RESERVED, parts.size(path)));
  const scanner = parts.scanner(path);
  const text = new RichText();
  await scanPart(
    scanner,
    parts.pieces(path),
    (token) => {
      if (token === OPEN) {
        if (scanner.depth === 1 && !scanner.is('sst')) throw scanner.broken({ en: 'it holds no shared texts', zh: '其中没有共享文本' });
        text.open(scanner);
      } else if (token === TEXT) {
        if (text.isWanted) strings.append(scanner.bytes, scanner.start, scanner.stop, scanner.cdata);
      } else if (token === CLOSE) {
        text.close(scanner);
        if (scanner.depth === 1 && scanner.is('si')) strings.end();
      }
    },
    (ahead) => {
      while (takePlain(ahead, strings));
    },
  );
  return strings;
}

/** Tells which texts of an `<si>` or `<is>` count: those of `<t>`, except inside a phonetic run. */
export class RichText {
  /** Whether the text to come belongs to the string. */
  isWanted = false;
  #phonetic = 0;

  open(scanner: XmlScanner): void {
    if (this.#phonetic > 0) return;
    if (scanner.is('rPh')) this.#phonetic = scanner.depth;
    else this.isWanted = scanner.is('t');
  }

  close(scanner: XmlScanner): void {
    this.isWanted = false;
    if (scanner.depth < this.#phonetic) this.#phonetic = 0;
  }
}

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const LETTER_I = 105;
const LETTER_S = 115;
const LETTER_T = 116;
const OPEN_LENGTH = '<si><t>'.length;
const CLOSE_LENGTH = '</t></si>'.length;

/** Takes a `<si><t>text</t></si>` at once: nearly all shared strings are written so. */
function takePlain(scanner: XmlScanner, strings: SharedStrings): boolean {
  if (scanner.depth !== 1 || scanner.isSelfClosing) return false;
  const { bytes, at, end } = scanner;
  const start = at + OPEN_LENGTH;
  // What stands behind the end is of a piece before, and may look like the rest of the tag.
  if (start > end || !opensPlain(bytes, at)) return false;
  let stop = strings.copyPlain(bytes, start, end);
  const isCopied = stop >= 0;
  if (!isCopied) for (stop = start; stop < end && bytes[stop] !== LESS; ) stop++;
  if (stop + CLOSE_LENGTH > end || !closesPlain(bytes, stop)) {
    if (isCopied) strings.forget(stop - start);
    return false;
  }
  if (!isCopied) strings.append(bytes, start, stop, false);
  strings.end();
  scanner.at = stop + CLOSE_LENGTH;
  return true;
}

/** `<si><t>`: byte by byte, which is several times as fast as a loop over a list of them. */
const opensPlain = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === LESS && bytes[at + 1] === LETTER_S && bytes[at + 2] === LETTER_I && bytes[at + 3] === GREATER && bytes[at + 4] === LESS && bytes[at + 5] === LETTER_T && bytes[at + 6] === GREATER;

/** `</t></si>` */
const closesPlain = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === LESS &&
  bytes[at + 1] === SLASH &&
  bytes[at + 2] === LETTER_T &&
  bytes[at + 3] === GREATER &&
  bytes[at + 4] === LESS &&
  bytes[at + 5] === SLASH &&
  bytes[at + 6] === LETTER_S &&
  bytes[at + 7] === LETTER_I &&
  bytes[at + 8] === GREATER;
