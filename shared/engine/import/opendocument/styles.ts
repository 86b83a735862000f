import type { NumberKind } from '../cell-text.ts';
import type { XmlScanner } from '../xlsx/xml.ts';

/** What follows a style of numbers. */
const STYLES = ['style', 'date-style', 'time-style', 'percentage-style', 'currency-style', 'boolean-style', 'text-style'];
/** A double holds no more of them. */
const MOST_DIGITS = 17;

/** What styles make of numbers, by what stands before the cells: some programs write a day as a number with the style of a day. */
export class CellStyles {
  readonly #kinds = new Map<string, NumberKind>();
  /** Cell style → the style of its numbers. */
  readonly #numbers = new Map<string, string>();
  readonly #hidden = new Set<string>();
  #style = '';
  /** The style of numbers that is being read, as long as it may be one of so many digits. */
  #digits: string | null = null;
  date1904 = false;

  /** Takes note of an element before the sheets. */
  open(scanner: XmlScanner): void {
    if (STYLES.some((name) => scanner.is(name))) this.#digits = null;
    if (scanner.is('style')) {
      this.#style = scanner.value('name', true) ?? '';
      const numbers = scanner.value('data-style-name', true);
      if (numbers === null) this.#numbers.delete(this.#style);
      else this.#numbers.set(this.#style, numbers);
    } else if (scanner.is('number-style')) this.#digits = scanner.value('name', true) ?? '';
    else if (this.#digits !== null && (scanner.is('number') || scanner.is('text'))) this.#openDigits(this.#digits, scanner);
    else if (scanner.is('date-style') || scanner.is('time-style')) this.#kinds.set(scanner.value('name', true) ?? '', 'date');
    else if (scanner.is('percentage-style')) this.#kinds.set(scanner.value('name', true) ?? '', 'percent');
    else if (scanner.is('table-properties') && scanner.value('display', true) === 'false') this.#hidden.add(this.#style);
    else if (scanner.is('null-date')) this.date1904 = scanner.value('date-value', true) === '1904-01-01';
  }

  /** `00000` is a number of so many digits and nothing else. */
  #openDigits(style: string, scanner: XmlScanner): void {
    const digits = scanner.is('number') ? Number(scanner.value('min-integer-digits', true) ?? 1) : 0;
    const isCode = digits > 1 && digits <= MOST_DIGITS && Number(scanner.value('decimal-places', true) ?? 0) === 0 && scanner.value('grouping', true) !== 'true';
    if (isCode) this.#kinds.set(style, `digits${digits}`);
    else this.#kinds.delete(style);
    if (!isCode) this.#digits = null;
  }

  /** What numbers of a cell style stand for. */
  kind(style: string | null): NumberKind {
    return (style === null ? undefined : this.#kinds.get(this.#numbers.get(style) ?? '')) ?? 'plain';
  }

  /** Whether a sheet of this style is hidden. */
  isHidden(style: string | null): boolean {
    return style !== null && this.#hidden.has(style);
  }
}
