import type { NumberKind } from '../cell-text.ts';
import type { XmlScanner } from '../xlsx/xml.ts';

/** What styles make of numbers, by what stands before the cells: some programs write a day as a number with the style of a day. */
export class CellStyles {
  readonly #kinds = new Map<string, NumberKind>();
  /** Cell style → the style of its numbers. */
  readonly #numbers = new Map<string, string>();
  readonly #hidden = new Set<string>();
  #style = '';
  date1904 = false;

  /** Takes note of an element before the sheets. */
  open(scanner: XmlScanner): void {
    if (scanner.is('style')) {
      this.#style = scanner.value('name', true) ?? '';
      const numbers = scanner.value('data-style-name', true);
      if (numbers !== null) this.#numbers.set(this.#style, numbers);
    } else if (scanner.is('date-style') || scanner.is('time-style')) this.#kinds.set(scanner.value('name', true) ?? '', 'date');
    else if (scanner.is('percentage-style')) this.#kinds.set(scanner.value('name', true) ?? '', 'percent');
    else if (scanner.is('table-properties') && scanner.value('display', true) === 'false') this.#hidden.add(this.#style);
    else if (scanner.is('null-date')) this.date1904 = scanner.value('date-value', true) === '1904-01-01';
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
