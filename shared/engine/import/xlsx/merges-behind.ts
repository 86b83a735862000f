const decoder = new TextDecoder('latin1');
const LIST = /<(?:[\w.-]+:)?mergeCells[\s/>]/;
const LIST_END = /<\/(?:[\w.-]+:)?(?:mergeCells|worksheet|macrosheet|dialogsheet)\s*>|<(?:[\w.-]+:)?mergeCells\b[^>]*\/>/;
const RANGE = /<(?:[\w.-]+:)?mergeCell\s[^>]*?\bref\s*=\s*["']([A-Z]+\d+:[A-Z]+\d+)["']/g;
/** A tag that is cut by the end of a piece is shorter. */
const LONGEST_TAG = 256;
/** Some hundred thousand ranges: no header has as many. */
const LONGEST_LIST = 4 << 20;

/**
 * Finds the merged ranges of a sheet in what stands behind the rows that were read, without reading the rows in between: a list of them
 * comes last.
 */
export class MergesBehind {
  readonly #found: (reference: string) => void;
  #rest = '';
  #inList = false;
  #length = 0;

  /** @param found takes a range such as `A1:C1` */
  constructor(found: (reference: string) => void) {
    this.#found = found;
  }

  /** Takes the next bytes of the sheet; answers whether nothing more is to be found. */
  push(piece: Uint8Array): boolean {
    const text = this.#rest + decoder.decode(piece);
    if (!this.#inList) {
      // Most pieces hold rows, and no word of it.
      const at = text.includes('mergeCells') ? text.search(LIST) : -1;
      if (at < 0) {
        this.#rest = text.slice(-LONGEST_TAG);
        return false;
      }
      this.#inList = true;
      this.#rest = text.slice(at);
    } else this.#rest = text;
    return this.#takeList();
  }

  #takeList(): boolean {
    const end = LIST_END.exec(this.#rest);
    // What may be half a tag waits for its other half.
    const until = end?.index ?? Math.max(0, this.#rest.lastIndexOf('<'));
    for (const [, reference] of this.#rest.slice(0, until).matchAll(RANGE)) this.#found(reference as string);
    this.#length += until;
    this.#rest = this.#rest.slice(until);
    return end !== null || this.#length > LONGEST_LIST;
  }
}
