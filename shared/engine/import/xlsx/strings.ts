import { ByteSink } from '../../values/byte-sink.ts';
import type { WorkbookPackage } from './package.ts';
import { appendText, isPlain } from './text.ts';
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

const PLAIN_OPEN = [...'<si><t>'].map((letter) => letter.charCodeAt(0));
const PLAIN_CLOSE = [...'</t></si>'].map((letter) => letter.charCodeAt(0));

/** Takes a `<si><t>text</t></si>` at once: nearly all shared strings are written so. */
function takePlain(scanner: XmlScanner, strings: SharedStrings): boolean {
  if (scanner.depth !== 1 || scanner.isSelfClosing) return false;
  const { bytes, at, end } = scanner;
  for (let i = 0; i < PLAIN_OPEN.length; i++) if (bytes[at + i] !== PLAIN_OPEN[i]) return false;
  const start = at + PLAIN_OPEN.length;
  let stop = start;
  while (stop < end && bytes[stop] !== 60) stop++;
  for (let i = 0; i < PLAIN_CLOSE.length; i++) if (bytes[stop + i] !== PLAIN_CLOSE[i]) return false;
  if (stop + PLAIN_CLOSE.length > end) return false;
  strings.append(bytes, start, stop, false);
  strings.end();
  scanner.at = stop + PLAIN_CLOSE.length;
  return true;
}
