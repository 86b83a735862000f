import type { ReadableFile } from '../../ports.ts';

/** A number as it is written: an id of 19 digits keeps them all. */
export class NumberText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Json = string | boolean | null | NumberText | readonly Json[] | ReadonlyMap<string, Json>;

/** What is wrong with the text, and at which byte of the file. */
export class JsonError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const BUFFER = 256 << 10;
/** Lists and records in each other. */
export const DEEPEST = 200;
export const TOO_DEEP = 'nested too deep';
/** Bytes of one text: no cell of a table comes near this. */
export const LONGEST_TEXT = 64 << 20;
export const TOO_LONG = 'a text without end';
const END = -1;
const decoder = new TextDecoder();
const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Reads JSON (RFC 8259) values one after the other from a UTF-8 file of any size. */
export class JsonScanner {
  readonly #file: ReadableFile;
  readonly #buffer = new Uint8Array(BUFFER);
  #from: number;
  #used = 0;
  #at = 0;
  #line = 1;

  /** @param start first byte to read, behind a byte order mark */
  constructor(file: ReadableFile, start: number) {
    this.#file = file;
    this.#from = start;
  }

  /** Byte of the file that comes next. */
  get position(): number {
    return this.#from + this.#at;
  }

  /** Line of the file that comes next, from 1. */
  get line(): number {
    return this.#line;
  }

  /** The next byte that is no white space, not taken; -1 at the end. */
  peek(): number {
    for (;;) {
      const byte = this.#byte();
      if (byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9) return byte;
      if (byte === 10) this.#line++;
      this.#at++;
    }
  }

  /** Takes the byte that {@link peek} saw, which has to be `wanted`. */
  take(wanted: string): void {
    if (this.peek() !== wanted.charCodeAt(0)) throw this.#error(`${wanted} expected`);
    this.#at++;
  }

  /** Takes `wanted` where it comes next. */
  takeIf(wanted: string): boolean {
    if (this.peek() !== wanted.charCodeAt(0)) return false;
    this.#at++;
    return true;
  }

  /** The bytes up to the end of the line, for a line that is no JSON; the scanner stands behind it. */
  skipLine(from: number): Uint8Array {
    this.#from = from;
    this.#used = 0;
    this.#at = 0;
    const bytes: number[] = [];
    for (let byte = this.#byte(); byte !== END && byte !== 10; byte = this.#byte()) {
      if (bytes.length < BUFFER) bytes.push(byte);
      this.#at++;
    }
    return Uint8Array.from(bytes);
  }

  value(depth = 0): Json {
    const byte = this.peek();
    if (depth > DEEPEST) throw this.#error(TOO_DEEP);
    if (byte === 123) return this.#object(depth);
    if (byte === 91) return this.#array(depth);
    if (byte === 34) return this.string();
    if (byte === 45 || (byte >= 48 && byte <= 57)) return this.#number();
    if (byte === 116) return this.#word('true', true);
    if (byte === 102) return this.#word('false', false);
    if (byte === 110) return this.#word('null', null);
    // Python writes NaN and Infinity, which JSON does not know.
    if (byte === 78) return this.#word('NaN', null);
    throw this.#error(byte === END ? 'the file ends in the middle' : 'a value expected');
  }

  /** A string in quotes. */
  string(): string {
    this.take('"');
    let text = '';
    let start = this.#at;
    let plain: Uint8Array[] = [];
    let waiting = 0;
    const flush = () => {
      waiting = 0;
      if (this.#at > start) plain.push(this.#buffer.slice(start, this.#at));
      if (plain.length > 0) text += decoder.decode(plain.length === 1 ? plain[0] : joined(plain));
      plain = [];
    };
    for (;;) {
      if (this.#at === this.#used) {
        if (this.#at > start) plain.push(this.#buffer.slice(start, this.#at));
        waiting += this.#at - start;
        if (text.length + waiting > LONGEST_TEXT) throw this.#error(TOO_LONG);
        if (this.#byte() === END) throw this.#error('a text is never closed');
        start = this.#at;
      }
      const byte = this.#buffer[this.#at] as number;
      if (byte === 34) {
        flush();
        this.#at++;
        return text;
      }
      if (byte === 92) {
        flush();
        this.#at++;
        text += this.#escape();
        start = this.#at;
      } else {
        if (byte === 10) this.#line++;
        this.#at++;
      }
    }
  }

  #escape(): string {
    const letter = String.fromCharCode(this.#byte());
    this.#at++;
    if (letter !== 'u') {
      const plain = ESCAPES[letter];
      if (plain === undefined) throw this.#error('an unknown escape');
      return plain;
    }
    let hex = '';
    for (let i = 0; i < 4; i++) {
      hex += String.fromCharCode(Math.max(0, this.#byte()));
      this.#at++;
    }
    if (!/^[0-9a-f]{4}$/i.test(hex)) throw this.#error('an unknown escape');
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  #object(depth: number): Json {
    const fields = new Map<string, Json>();
    this.take('{');
    if (this.takeIf('}')) return fields;
    do {
      const name = this.key();
      fields.set(name, this.value(depth + 1));
    } while (this.takeIf(','));
    this.take('}');
    return fields;
  }

  /** The name of a field and its colon. */
  key(): string {
    if (this.peek() !== 34) throw this.#error('a name in quotes expected');
    const name = this.string();
    this.take(':');
    return name;
  }

  #array(depth: number): Json {
    const items: Json[] = [];
    this.take('[');
    if (this.takeIf(']')) return items;
    do items.push(this.value(depth + 1));
    while (this.takeIf(','));
    this.take(']');
    return items;
  }

  #number(): NumberText {
    let text = '';
    for (let byte = this.#byte(); (byte >= 48 && byte <= 57) || byte === 45 || byte === 43 || byte === 46 || byte === 69 || byte === 101; byte = this.#byte()) {
      text += String.fromCharCode(byte);
      this.#at++;
    }
    if (!/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) throw this.#error('a number expected');
    return new NumberText(text);
  }

  #word<V extends Json>(word: string, value: V): V {
    for (const letter of word) {
      if (this.#byte() !== letter.charCodeAt(0)) throw this.#error(`${word} expected`);
      this.#at++;
    }
    return value;
  }

  /** The byte at hand, not taken. */
  #byte(): number {
    if (this.#at < this.#used) return this.#buffer[this.#at] as number;
    this.#from += this.#used;
    this.#at = 0;
    this.#used = this.#file.read(this.#buffer, this.#from);
    return this.#used === 0 ? END : (this.#buffer[0] as number);
  }

  #error(message: string): JsonError {
    return new JsonError(message, this.position);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** JSON text of a value, numbers as they were written. */
export function jsonText(value: Json): string {
  if (value instanceof NumberText) return value.text;
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  if (value instanceof Map) return `{${[...value].map(([name, inner]) => `${JSON.stringify(name)}:${jsonText(inner)}`).join(',')}}`;
  return JSON.stringify(value);
}

/** A value as a cell: texts and numbers as they are, `null` as an empty cell, lists as JSON. */
export function cellOf(value: Json): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : jsonText(value);
}
