import type { XmlScanner } from '../xlsx/xml.ts';

/** Stand in a text and are no part of it: remarks, footnotes, how a word is spoken, pictures. */
const ASIDE = ['annotation', 'annotation-end', 'note', 'ruby-text', 'frame', 'custom-shape', 'bookmark'];
const MOST_BLANKS = 10_000;

/** The text of a cell: its paragraphs, one a line, with blanks as OpenDocument counts them (ODF 1.3 part 3, 6.1.2). */
export class Paragraphs {
  readonly #lines: string[] = [];
  #line = '';
  /** Whether the line ends in a blank that counts only where something follows. */
  #loose = false;
  /** Depth of the paragraph at hand, and of what stands aside in it; 0 for none. */
  #paragraph = 0;
  #aside = 0;

  clear(): void {
    this.#lines.length = 0;
    this.#paragraph = 0;
    this.#aside = 0;
  }

  /** Whether there is a paragraph, be it an empty one. */
  get isTold(): boolean {
    return this.#lines.length > 0;
  }

  get text(): string {
    return this.#lines.join('\n');
  }

  /** @param depth of the cell: its paragraphs stand right in it, those of a remark do not */
  open(scanner: XmlScanner, depth: number): void {
    if (this.#aside > 0) return;
    if (this.#paragraph === 0) {
      if (scanner.depth !== depth + 1 || !scanner.is('p')) return;
      this.#paragraph = scanner.depth;
      this.#line = '';
      this.#loose = false;
    } else if (scanner.is('s')) this.#add(' '.repeat(Math.min(MOST_BLANKS, Number(scanner.value('c', true) ?? 1) || 1)));
    else if (scanner.is('tab')) this.#add('\t');
    else if (scanner.is('line-break')) this.#add('\n');
    else if (ASIDE.some((name) => scanner.is(name))) this.#aside = scanner.depth;
  }

  take(scanner: XmlScanner): void {
    if (this.#paragraph === 0 || this.#aside > 0) return;
    const text = scanner.text.replace(/[ \t\r\n]+/g, ' ');
    this.#add(text.startsWith(' ') && (this.#line === '' || this.#loose) ? text.slice(1) : text);
    this.#loose = text.endsWith(' ');
  }

  close(scanner: XmlScanner): void {
    if (scanner.depth < this.#aside) this.#aside = 0;
    else if (scanner.depth < this.#paragraph) {
      this.#lines.push(this.#loose ? this.#line.slice(0, -1) : this.#line);
      this.#paragraph = 0;
    }
  }

  #add(text: string): void {
    this.#line += text;
    if (text !== '') this.#loose = false;
  }
}
