import type { ByteSink } from '../../values/byte-sink.ts';

export const AMP = 38;
const SEMICOLON = 59;
export const UNDERSCORE = 95;
/** Behind an underscore it begins a control character that is written as `_x000D_`. */
export const LETTER_X = 120;
export const CR = 13;

const ENTITIES: Readonly<Record<string, number>> = { amp: 38, lt: 60, gt: 62, quot: 34, apos: 39 };
const LONGEST_ENTITY = 10;

export interface TextRules {
  /** Entities are only letters here. */
  readonly cdata: boolean;
  /** `_x000D_` stands for a control character, as in cells. */
  readonly controls: boolean;
}

/** How the text of a cell is read. */
export const CELL_TEXT: TextRules = { cdata: false, controls: true };

/** Whether a raw text holds nothing that {@link appendText} would change. */
export function isPlain(bytes: Uint8Array, start: number, stop: number): boolean {
  for (let at = start; at < stop; at++) {
    const byte = bytes[at] as number;
    if (byte === AMP || byte === CR || (byte === UNDERSCORE && bytes[at + 1] === LETTER_X)) return false;
  }
  return true;
}

/** Appends a raw XML text as the UTF-8 characters it stands for. */
export function appendText(sink: ByteSink, bytes: Uint8Array, start: number, stop: number, { cdata, controls }: TextRules): void {
  sink.reserve(stop - start);
  // Half of a pair that two escapes in a row write: `_xD83D__xDE00_`.
  let high = 0;
  for (let at = start; at < stop; ) {
    const byte = bytes[at] as number;
    const code = byte === UNDERSCORE && controls ? controlAt(bytes, at, stop) : -1;
    if (code >= 0xd800 && code <= 0xdbff) {
      if (high !== 0) sink.appendCodePoint(high);
      high = code;
      at += 7;
      continue;
    }
    if (high !== 0) {
      if (code >= 0xdc00 && code <= 0xdfff) {
        sink.appendCodePoint(0x10000 + ((high - 0xd800) << 10) + (code - 0xdc00));
        high = 0;
        at += 7;
        continue;
      }
      sink.appendCodePoint(high);
      high = 0;
    }
    if (code >= 0) {
      sink.appendCodePoint(code);
      at += 7;
    } else if (byte === AMP && !cdata) at = appendEntity(sink, bytes, at, stop);
    else if (byte === CR) {
      // XML says that every line end reads as a line feed.
      sink.appendCodePoint(10);
      at += bytes[at + 1] === 10 && at + 1 < stop ? 2 : 1;
    } else {
      sink.append(bytes, at, at + 1);
      at++;
    }
  }
  if (high !== 0) sink.appendCodePoint(high);
}

/** The code that `_xHHHH_` at this place stands for; -1 when it is none. */
function controlAt(bytes: Uint8Array, at: number, stop: number): number {
  if (at + 7 > stop || (bytes[at + 1] as number) !== 120 || bytes[at + 6] !== UNDERSCORE) return -1;
  let code = 0;
  for (let i = at + 2; i < at + 6; i++) {
    const digit = hexDigit(bytes[i] as number);
    if (digit < 0) return -1;
    code = code * 16 + digit;
  }
  return code;
}

function hexDigit(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** Entities that no rule of XML knows stay as they are. */
function appendEntity(sink: ByteSink, bytes: Uint8Array, at: number, stop: number): number {
  let end = at + 1;
  let name = '';
  while (end < stop && bytes[end] !== SEMICOLON && name.length < LONGEST_ENTITY) name += String.fromCharCode(bytes[end++] as number);
  const code = bytes[end] === SEMICOLON && end < stop ? entityCode(name) : -1;
  if (code < 0) {
    sink.append(bytes, at, at + 1);
    return at + 1;
  }
  sink.appendCodePoint(code);
  return end + 1;
}

function entityCode(name: string): number {
  if (/^#\d+$/.test(name)) return Number(name.slice(1));
  if (/^#[xX][\da-fA-F]+$/.test(name)) return Number.parseInt(name.slice(2), 16);
  return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] as number) : -1;
}
