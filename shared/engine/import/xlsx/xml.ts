import { damaged } from './errors.ts';
import { ByteSink } from '../../values/byte-sink.ts';
import { appendText } from './text.ts';
import { BANG, CLOSE, COLON, END, EQUALS, GT, LT, MORE, OPEN, QUESTION, SLASH, TEXT } from './xml-tokens.ts';

/** No text of a workbook comes near this. */
const LONGEST_TOKEN = 16 << 20;
/** Workbooks nest about ten deep. */
const DEEPEST = 128;

const COMMENT = [0x21, 0x2d, 0x2d];
const CDATA = [0x21, 0x5b, 0x43, 0x44, 0x41, 0x54, 0x41, 0x5b];

const decoder = new TextDecoder();

/**
 * Walks through an XML part as its bytes come (UTF-8), token by token, without making strings.
 *
 * A token's ranges point into {@link bytes} and hold until the next call. Names are told without their namespace prefix. Every
 * element that opens also closes, `<c/>` included. Document types are refused: no workbook has one, and entities they declare can
 * blow up without bound.
 */
export class XmlScanner {
  /** The stretch that is being scanned; what stands from {@link end} on is stale. */
  bytes = new Uint8Array(64 << 10);
  at = 0;
  end = 0;
  /** Range of the local name, or of the raw text. */
  start = 0;
  stop = 0;
  /** Whether the text came as CDATA: nothing in it is escaped. */
  cdata = false;
  /** Elements that are open, the one just opened included, the one just closed not. */
  depth = 0;
  /** Range of the attribute value that {@link attribute} found. */
  valueStart = 0;
  valueStop = 0;
  readonly #file: string;
  readonly #part: string;
  /** Length and first byte of the names of open elements: enough to see that a wrong one closes. */
  readonly #open = new Uint32Array(DEEPEST + 1);
  readonly #sink = new ByteSink();
  #nameEnd = 0;
  #tagEnd = 0;
  #selfClosing = false;
  #last = false;
  #rooted = false;

  constructor(file: string, part: string) {
    this.#file = file;
    this.#part = part;
  }

  /** Takes the next piece; call when {@link next} says MORE. */
  push(piece: Uint8Array): void {
    const rest = this.end - this.at;
    if (rest > LONGEST_TOKEN) throw this.broken({ en: 'something in it never ends', zh: '其中有内容没有结尾' });
    if (rest + piece.length > this.bytes.length) {
      const larger = new Uint8Array((rest + piece.length) * 2);
      larger.set(this.bytes.subarray(this.at, this.end));
      this.bytes = larger;
    } else this.bytes.copyWithin(0, this.at, this.end);
    this.bytes.set(piece, rest);
    this.at = 0;
    this.end = rest + piece.length;
  }

  /** No more pieces come: from now on {@link next} says END instead of MORE. */
  finish(): void {
    this.#last = true;
  }

  next(): typeof MORE | typeof OPEN | typeof CLOSE | typeof TEXT | typeof END {
    if (this.#selfClosing) {
      this.#selfClosing = false;
      this.depth--;
      return CLOSE;
    }
    const { bytes, end } = this;
    for (;;) {
      const { at } = this;
      if (at >= end) return this.#more();
      if (bytes[at] !== LT) {
        const stop = this.#find(LT, at);
        if (stop < 0 && !this.#last) return MORE;
        this.at = stop < 0 ? end : stop;
        if (this.depth === 0) continue;
        this.start = at;
        this.stop = this.at;
        this.cdata = false;
        return TEXT;
      }
      const second = bytes[at + 1];
      if (at + 1 >= end) return this.#more();
      if (second === BANG) {
        const found = this.#declaration(at);
        if (found === null) return this.#more();
        if (found) return TEXT;
      } else if (second === QUESTION) {
        const stop = this.#findPair(QUESTION, GT, at + 2);
        if (stop < 0) return this.#more();
        this.at = stop + 2;
      } else if (second === SLASH) {
        const stop = this.#find(GT, at + 2);
        if (stop < 0) return this.#more();
        this.at = stop + 1;
        this.#name(at + 2, stop);
        if (this.depth === 0 || this.#open[this.depth] !== this.#mark()) throw this.broken({ en: 'its elements do not close as they open', zh: '其中的元素开闭不一致' });
        this.depth--;
        return CLOSE;
      } else {
        const stop = this.#tagStop(at + 1);
        if (stop < 0) return this.#more();
        return this.#opened(at + 1, stop);
      }
    }
  }

  /** Whether the element just opened closes at once: its close comes next. */
  get isSelfClosing(): boolean {
    return this.#selfClosing;
  }

  /** Whether the element at hand has this local name. */
  is(name: string): boolean {
    return this.#equals(this.start, this.stop, name);
  }

  /** The local name of the element at hand. */
  get name(): string {
    return decoder.decode(this.bytes.subarray(this.start, this.stop));
  }

  /**
   * Finds an attribute of the element just opened and sets {@link valueStart} and {@link valueStop}.
   *
   * @param prefixed whether the name stands in a namespace of its own, as in `r:id`; or by which prefix
   */
  attribute(name: string, prefixed: boolean | string = false): boolean {
    const { bytes } = this;
    const end = this.#tagEnd;
    let at = this.#nameEnd;
    while (at < end) {
      while (at < end && isSpace(bytes[at] as number)) at++;
      const first = at;
      let local = at;
      while (at < end && bytes[at] !== EQUALS && !isSpace(bytes[at] as number)) if (bytes[at++] === COLON) local = at;
      const nameStop = at;
      while (at < end && (bytes[at] === EQUALS || isSpace(bytes[at] as number))) at++;
      const quote = bytes[at];
      if (at >= end) break;
      if (quote !== 34 && quote !== 39) throw this.broken({ en: 'an attribute has no quotes', zh: '有属性缺少引号' });
      const value = ++at;
      while (at < end && bytes[at] !== quote) at++;
      const fits = typeof prefixed === 'string' ? this.#equals(first, local - 1, prefixed) : prefixed === local > first && !(prefixed && this.#equals(first, local, 'xmlns:'));
      if (fits && this.#equals(local, nameStop, name)) {
        this.valueStart = value;
        this.valueStop = at;
        return true;
      }
      at++;
    }
    return false;
  }

  /** The value of an attribute; `null` when the element has none of this name. */
  value(name: string, prefixed: boolean | string = false): string | null {
    return this.attribute(name, prefixed) ? this.#decode(this.valueStart, this.valueStop, false) : null;
  }

  /** An attribute that says yes or no. */
  flag(name: string): boolean {
    const value = this.value(name);
    return value === '1' || value === 'true' || value === 'on';
  }

  /** The text at hand, unescaped. */
  get text(): string {
    return this.#decode(this.start, this.stop, this.cdata);
  }

  /** Whether the text at hand is nothing but white space. */
  get isBlank(): boolean {
    for (let at = this.start; at < this.stop; at++) if (!isSpace(this.bytes[at] as number)) return false;
    return true;
  }

  broken(why: { en: string; zh: string }) {
    return damaged(this.#file, { en: `${this.#part}: ${why.en}`, zh: `${this.#part}：${why.zh}` });
  }

  #decode(start: number, stop: number, cdata: boolean): string {
    this.#sink.clear();
    appendText(this.#sink, this.bytes, start, stop, { cdata, controls: false });
    return decoder.decode(this.#sink.bytes.subarray(0, this.#sink.length));
  }

  #more(): typeof MORE | typeof END {
    if (!this.#last) return MORE;
    if (this.at < this.end || this.depth > 0 || !this.#rooted) throw this.broken({ en: 'it breaks off', zh: '内容不完整' });
    return END;
  }

  #opened(from: number, stop: number): typeof OPEN {
    if (this.depth === DEEPEST) throw this.broken({ en: 'its elements nest too deep', zh: '元素嵌套过深' });
    if (this.depth === 0 && this.#rooted) throw this.broken({ en: 'it has more than one root', zh: '有多个根元素' });
    this.#rooted = true;
    this.#selfClosing = this.bytes[stop - 1] === SLASH;
    this.#tagEnd = this.#selfClosing ? stop - 1 : stop;
    this.#name(from, this.#tagEnd);
    this.#open[++this.depth] = this.#mark();
    this.at = stop + 1;
    return OPEN;
  }

  /** Comment, CDATA or document type at `<!`: true for a text, false for a thing skipped, null when more bytes are needed. */
  #declaration(at: number): boolean | null {
    if (this.end - at < CDATA.length + 1 && !this.#last) return null;
    if (this.#starts(at + 1, COMMENT)) {
      const stop = this.#findClosing(0x2d, at + 4);
      if (stop < 0) return null;
      this.at = stop;
      return false;
    }
    if (this.#starts(at + 1, CDATA) && this.depth > 0) {
      const stop = this.#findClosing(0x5d, at + 9);
      if (stop < 0) return null;
      this.at = stop;
      this.start = at + 9;
      this.stop = stop - 3;
      this.cdata = true;
      return true;
    }
    throw this.broken({ en: 'it declares a document type, which workbooks never do', zh: '含有文档类型声明，工作簿中不应出现' });
  }

  #starts(at: number, expected: readonly number[]): boolean {
    return expected.every((byte, i) => this.bytes[at + i] === byte) && at + expected.length <= this.end;
  }

  #find(byte: number, from: number): number {
    const { bytes, end } = this;
    for (let at = from; at < end; at++) if (bytes[at] === byte) return at;
    return -1;
  }

  #findPair(first: number, second: number, from: number): number {
    const { bytes, end } = this;
    for (let at = from; at + 1 < end; at++) if (bytes[at] === first && bytes[at + 1] === second) return at;
    return -1;
  }

  /** Behind `-->` or `]]>`. */
  #findClosing(byte: number, from: number): number {
    const { bytes, end } = this;
    for (let at = from; at + 2 < end; at++) if (bytes[at] === byte && bytes[at + 1] === byte && bytes[at + 2] === GT) return at + 3;
    return -1;
  }

  /** The `>` that ends a tag: one inside quotes does not. */
  #tagStop(from: number): number {
    const { bytes, end } = this;
    for (let at = from; at < end; at++) {
      const byte = bytes[at];
      if (byte === GT) return at;
      if (byte === 34 || byte === 39) {
        do at++;
        while (at < end && bytes[at] !== byte);
      } else if (byte === LT) throw this.broken({ en: 'a tag never ends', zh: '有标签没有结尾' });
    }
    return -1;
  }

  #name(from: number, limit: number): void {
    const { bytes } = this;
    let at = from;
    this.start = from;
    while (at < limit && !isSpace(bytes[at] as number)) if (bytes[at++] === COLON) this.start = at;
    this.stop = at;
    this.#nameEnd = at;
    if (this.start === at) throw this.broken({ en: 'an element has no name', zh: '有元素没有名称' });
  }

  #mark(): number {
    return ((this.stop - this.start) << 8) | (this.bytes[this.start] as number);
  }

  #equals(start: number, stop: number, name: string): boolean {
    if (stop - start !== name.length) return false;
    for (let i = 0; i < name.length; i++) if (this.bytes[start + i] !== name.charCodeAt(i)) return false;
    return true;
  }
}

const isSpace = (byte: number): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9;
