const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const TAB = 9;

export interface TokenizerOptions {
  readonly delimiter: number;
  /** Quote byte, or 0 for none. */
  readonly quote: number;
  /** Lone carriage returns end lines (old Mac files). */
  readonly returnEndsLine: boolean;
  /** Blanks before an opening and behind a closing quote do not count. */
  readonly padded?: boolean;
  /** A byte that takes their meaning from the separator, the quote or itself behind it; absent or 0 for none. */
  readonly escape?: number;
}

/** One record: fields as ranges of a buffer. Valid only during the callback. */
export interface RecordView {
  count: number;
  readonly buffers: Uint8Array[];
  readonly starts: number[];
  readonly ends: number[];
  /** The record's own bytes, without its line end. */
  source: Uint8Array;
  start: number;
  end: number;
  /** A quoted field of it holds a line end. */
  multiline: boolean;
  quoteNeverClosed: boolean;
}

/** A quoted field longer than this is taken for a quote that is never closed. The bulk reader leaves it to the tokenizer. */
const LONGEST_QUOTED = 4 << 20;

/**
 * Splits UTF-8 text into records, chunk by chunk, without making strings.
 *
 * Quotes count only at the start of a field; a doubled quote inside stands for one, as does an escaped one where the dialect has such.
 * A field that goes on after its closing quote is taken as it stands, quotes included. A quote that never closes costs one line, not the
 * rest of the file.
 */
export class Tokenizer {
  readonly #options: TokenizerOptions;
  readonly #onRecord: (record: RecordView) => 'next' | 'first-line-only';
  #buffer: Uint8Array = new Uint8Array(0);
  readonly #record: RecordView = { count: 0, buffers: [], starts: [], ends: [], source: this.#buffer, start: 0, end: 0, multiline: false, quoteNeverClosed: false };
  #scratch = new Uint8Array(256);

  /**
   * @param onRecord gets each record in order; answering `first-line-only` means the record was wrong and multi-line:
   *   its first line is done with, and splitting goes on behind that line
   */
  constructor(options: TokenizerOptions, onRecord: (record: RecordView) => 'next' | 'first-line-only') {
    this.#options = options;
    this.#onRecord = onRecord;
  }

  push(chunk: Uint8Array): void {
    this.#buffer = this.#buffer.length === 0 ? chunk : joined(this.#buffer, chunk);
    this.#run(false);
  }

  finish(): void {
    this.#run(true);
  }

  /** Takes the one record at `start` of a buffer; answers where the next begins, or -1 when more bytes are needed. */
  takeRecord(buffer: Uint8Array, start: number, final: boolean): number {
    const next = this.#readRecord(buffer, start, buffer.length, final);
    if (next < 0 || this.#onRecord(this.#record) === 'next') return next;
    const lineEnd = buffer.indexOf(NEWLINE, start);
    return lineEnd < 0 ? buffer.length : lineEnd + 1;
  }

  #run(final: boolean): void {
    const buffer = this.#buffer;
    const length = buffer.length;
    let at = 0;
    while (at < length) {
      const next = this.takeRecord(buffer, at, final);
      if (next < 0) break;
      at = next;
    }
    this.#buffer = at < length ? buffer.slice(at) : new Uint8Array(0);
  }

  /** Reads one record at `start`; returns where the next begins, or -1 when more bytes are needed. */
  #readRecord(buffer: Uint8Array, start: number, length: number, final: boolean): number {
    const { delimiter, quote, returnEndsLine, padded = false } = this.#options;
    const record = this.#record;
    record.count = 0;
    record.source = buffer;
    record.start = start;
    record.multiline = false;
    record.quoteNeverClosed = false;
    this.#scratchUsed = 0;
    let at = start;
    for (;;) {
      const opening = padded ? behindBlanks(buffer, at, length, delimiter) : at;
      if (opening >= length && opening > at && !final) return -1;
      if (quote !== 0 && buffer[opening] === quote && opening < length) {
        const close = this.#closingQuote(buffer, at, opening, length, final);
        if (close === -1) return -1;
        if (close >= 0) {
          at = close;
        } else {
          record.quoteNeverClosed = true;
          at = this.#plainField(buffer, at, length, delimiter, returnEndsLine);
        }
      } else at = this.#plainField(buffer, at, length, delimiter, returnEndsLine);
      if (at >= length) {
        if (!final) return -1;
        record.end = length;
        return length;
      }
      const byte = buffer[at];
      if (byte === delimiter) {
        at++;
        // A delimiter as the very last byte is followed by one more, empty field.
        if (at >= length && final) {
          this.#field(buffer, at, at);
          record.end = length;
          return length;
        }
        continue;
      }
      record.end = at;
      if (byte === RETURN) {
        if (at + 1 >= length && !final) return -1;
        return buffer[at + 1] === NEWLINE ? at + 2 : at + 1;
      }
      return at + 1;
    }
  }

  #plainField(buffer: Uint8Array, start: number, length: number, delimiter: number, returnEndsLine: boolean): number {
    const { escape: slash = 0 } = this.#options;
    let at = start;
    if (slash !== 0) {
      let escapes = false;
      for (; at < length; at++) {
        const byte = buffer[at] as number;
        if (byte === delimiter || byte === NEWLINE) break;
        if (byte === RETURN && (returnEndsLine || at + 1 >= length || buffer[at + 1] === NEWLINE)) break;
        if (byte === slash && this.#isEscaped(buffer[at + 1])) {
          escapes = true;
          at++;
        }
      }
      if (escapes) this.#withoutEscapes(buffer, start, Math.min(at, length), 0);
      else this.#field(buffer, start, at);
      return at;
    }
    while (at < length) {
      const byte = buffer[at] as number;
      if (byte === delimiter || byte === NEWLINE) break;
      if (byte === RETURN && (returnEndsLine || at + 1 >= length || buffer[at + 1] === NEWLINE)) break;
      at++;
    }
    this.#field(buffer, start, at);
    return at;
  }

  /** Where a field with its opening quote at `start` ends; -1: more bytes are needed; -2: the quote is never closed. */
  #closingQuote(buffer: Uint8Array, field: number, start: number, length: number, final: boolean): number {
    const { delimiter, quote, padded = false, escape: slash = 0 } = this.#options;
    let escapes = false;
    let at = start + 1;
    let behind = at;
    for (;;) {
      at = slash === 0 ? buffer.indexOf(quote, at) : this.#quoteAt(buffer, at);
      if (at < 0) return final || length - start > LONGEST_QUOTED ? -2 : -1;
      // However much of the text is there: what counts does not depend on the pieces it comes in.
      if (at - start > LONGEST_QUOTED) return -2;
      if (at + 1 >= length && !final) return -1;
      const next = buffer[at + 1];
      if (next === quote) {
        escapes = true;
        at += 2;
        continue;
      }
      behind = padded ? behindBlanks(buffer, at + 1, length, delimiter) : at + 1;
      if (behind >= length && !final) return -1;
      const after = buffer[behind];
      if (behind >= length || after === delimiter || after === NEWLINE || after === RETURN) break;
      // Text behind the closing quote: the field is taken literally up to the next delimiter.
      const end = this.#plainField(buffer, field, length, delimiter, false);
      return end >= length && !final ? -1 : end;
    }
    // Not indexOf: in a file of carriage returns it would look on to the end of the chunk for every field.
    for (let i = start; i < at && !this.#record.multiline; i++) if (buffer[i] === NEWLINE) this.#record.multiline = true;
    if (slash !== 0) this.#withoutEscapes(buffer, start + 1, at, quote);
    else if (escapes) this.#unescaped(buffer, start + 1, at, quote);
    else this.#field(buffer, start + 1, at);
    return behind;
  }

  #scratchUsed = 0;

  #isEscaped(byte: number | undefined): boolean {
    const { delimiter, quote, escape: slash } = this.#options;
    return byte === delimiter || byte === slash || (byte === quote && quote !== 0);
  }

  /** The next quote that is not escaped; -1 where there is none. */
  #quoteAt(buffer: Uint8Array, from: number): number {
    const { quote, escape: slash } = this.#options;
    for (let at = from; at < buffer.length; at++) {
      const byte = buffer[at];
      if (byte === quote) return at;
      if (byte === slash && this.#isEscaped(buffer[at + 1])) at++;
    }
    return -1;
  }

  /** Copies a field without its escapes; those before other bytes stay, and a quote doubled inside of quotes stands for one. */
  #withoutEscapes(buffer: Uint8Array, start: number, end: number, quote: number): void {
    const { escape: slash } = this.#options;
    const from = this.#roomFor(end - start);
    let to = from;
    for (let at = start; at < end; at++) {
      if (buffer[at] === slash && at + 1 < end && this.#isEscaped(buffer[at + 1])) at++;
      else if (buffer[at] === quote && quote !== 0) at++;
      this.#scratch[to++] = buffer[at] as number;
    }
    this.#scratchUsed = to;
    this.#field(this.#scratch, from, to);
  }

  /** Where that many bytes go in the scratch array. */
  #roomFor(bytes: number): number {
    if (this.#scratchUsed + bytes > this.#scratch.length) {
      // Earlier fields of this record keep pointing into the old array.
      this.#scratch = new Uint8Array(Math.max(this.#scratch.length * 2, bytes + 256));
      this.#scratchUsed = 0;
    }
    return this.#scratchUsed;
  }

  #unescaped(buffer: Uint8Array, start: number, end: number, quote: number): void {
    const from = this.#roomFor(end - start);
    let to = from;
    for (let at = start; at < end; at++) {
      this.#scratch[to++] = buffer[at] as number;
      if (buffer[at] === quote) at++;
    }
    this.#scratchUsed = to;
    this.#field(this.#scratch, from, to);
  }

  #field(buffer: Uint8Array, start: number, end: number): void {
    const record = this.#record;
    record.buffers[record.count] = buffer;
    record.starts[record.count] = start;
    record.ends[record.count] = end;
    record.count++;
  }
}

/** The first byte from `start` on that is no blank; a tab that separates is none. */
function behindBlanks(buffer: Uint8Array, start: number, length: number, delimiter: number): number {
  let at = start;
  while (at < length && (buffer[at] === SPACE || buffer[at] === TAB) && buffer[at] !== delimiter) at++;
  return at;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
