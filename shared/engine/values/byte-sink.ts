/** Bytes that grow at the end and are used again. */
export class ByteSink {
  bytes: Uint8Array;
  length = 0;

  constructor(capacity = 256) {
    this.bytes = new Uint8Array(capacity);
  }

  clear(): void {
    this.length = 0;
  }

  append(source: Uint8Array, start: number, end: number): void {
    this.reserve(end - start);
    const { bytes } = this;
    let to = this.length;
    for (let at = start; at < end; at++) bytes[to++] = source[at] as number;
    this.length = to;
  }

  appendByte(byte: number): void {
    this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  /** Appends a text of which it is known that it is ASCII. */
  appendAscii(text: string): void {
    this.reserve(text.length);
    for (let i = 0; i < text.length; i++) this.bytes[this.length++] = text.charCodeAt(i);
  }

  /** Appends a character; what is none (half a pair, beyond the last) becomes U+FFFD. */
  appendCodePoint(code: number): void {
    this.reserve(4);
    const { bytes } = this;
    const point = code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? 0xfffd : code;
    if (point < 0x80) bytes[this.length++] = point;
    else if (point < 0x800) {
      bytes[this.length++] = 0xc0 | (point >> 6);
      bytes[this.length++] = 0x80 | (point & 63);
    } else if (point < 0x10000) {
      bytes[this.length++] = 0xe0 | (point >> 12);
      bytes[this.length++] = 0x80 | ((point >> 6) & 63);
      bytes[this.length++] = 0x80 | (point & 63);
    } else {
      bytes[this.length++] = 0xf0 | (point >> 18);
      bytes[this.length++] = 0x80 | ((point >> 12) & 63);
      bytes[this.length++] = 0x80 | ((point >> 6) & 63);
      bytes[this.length++] = 0x80 | (point & 63);
    }
  }

  /** Makes room for `count` more bytes. */
  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}
