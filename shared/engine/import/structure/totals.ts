import { provenDecimal } from '../../table/column-conventions.ts';
import type { Dictionary } from '../../table/dictionary.ts';
import type { Table, TextColumn } from '../../table/table.ts';
import { decimalToNumber, isBlankWord, parseDecimal } from '../../values/numbers.ts';
import { findDecimal } from '../types/conventions.ts';

/** Labels of totals are short. */
const LONGEST_LABEL = 32;
const LONGEST_NUMBER = 32;
/** A label stands in one of the first columns. */
const LABEL_COLUMNS = 3;
const NOTHING: ReadonlySet<number> = new Set();
const TOLERANCE = 0.005;
/** Sums of a million floats differ in the last digits. */
const FLOAT_ERROR = 1e-9;

const TOTAL_LABEL =
  /^(合\s*[计計]|总\s*计|[総總]\s*計|[総總]合計|小\s*[计計]|汇\s*总|总和|共计|grand\s+total|totals?|sum|subtotal|(ins)?gesamt|(gesamt|zwischen|end)?summe|gesamtbetrag|total (g[ée]n[ée]ral|geral)|totaux|sous-total|suma total|totale( (generale|complessivo))?|subtotale)\s*[:：]?$/i;
/** Ad platforms say of what it is the total: `Total: Account`, `Total of 26 results`. */
const TOTAL_OF = /^((total|总计)\s*[:：]\s*\S.{0,40}|total of \d+ (results?|rows?|ads?))$/i;
/** Excel's own subtotals name their group first: `粤 小计`, `East Total`. All of something may be a name as well. */
const GROUP_TOTAL = /^全部\s*[:：]?$|^\S.{0,40}(\s*(小计|合计|总计|汇总)|\s(sub-?)?total)\s*[:：]?$/i;
/** Most names do not even end so. */
const ENDS_GROUP = /[计总部:：l]\s*$/i;
/** Columns that do not add up: rates, averages, prices, and people that come again. */
const NO_SUM = /率|比|均|单价|售价|客单|排名|占|%|rate|ratio|share|avg|average|mean|median|per\b|price|\b(ctr|cvr|cpc|cpm|cpa|roi|roas|acos|aov|rank|position|frequency)\b/i;

/** Whether a row reads like a total rather than a row of data. */
export function totalLabel(cells: readonly string[]): string | null {
  for (const cell of cells.slice(0, LABEL_COLUMNS)) {
    const text = cell.trim();
    if (TOTAL_LABEL.test(text) || TOTAL_OF.test(text)) return text;
    if (text !== '') return null;
  }
  return null;
}

/** Whether a text says “all” and nothing else: the label of a total, or a name. */
export const isAll = (text: string): boolean => /^全部\s*[:：]?$/.test(text.trim());

/** Whether a row reads like the total of nothing: every number in it is zero. */
export function isTotalOfNothing(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => parseDecimal(cell.trim().replace(/%$/, ''))).filter((number) => number !== null);
  return totalLabel(cells) !== null && numbers.length > 0 && numbers.every((number) => decimalToNumber(number) === 0);
}

/** A row that is called a total, and the column that says so. */
export interface Labelled {
  readonly row: number;
  readonly column: number;
  /** The label names a group first: it may be a name of the data as well. */
  readonly isGroup: boolean;
}

/** Rows whose first filled cell, or the first behind the groups they share with the row above, is the label of a total. */
export function labelledRows(table: Table, columns: readonly TextColumn[]): Labelled[] {
  const found = new Map<number, Labelled>();
  for (let index = 0; index < Math.min(LABEL_COLUMNS, columns.length); index++) {
    const { dictionary, codes } = columns[index] as TextColumn;
    if (!mayHoldWords(dictionary)) continue;
    /** Code of a label → whether it names its group. */
    const labels = new Map<number, boolean>();
    const { arena, ends, size } = dictionary;
    for (let code = 1; code < size; code++) {
      const start = ends[code - 1] as number;
      const end = ends[code] as number;
      if (end - start > LONGEST_LABEL || !mayBeLabel(arena, start, end)) continue;
      const text = dictionary.text(code) as string;
      if (totalLabel([text]) !== null) labels.set(code, false);
      else if (ENDS_GROUP.test(text) && GROUP_TOTAL.test(text.trim())) labels.set(code, true);
    }
    if (labels.size === 0) continue;
    const before = columns.slice(0, index);
    for (let row = 0; row < table.rows; row++) {
      const isGroup = labels.get(codes[row] as number);
      if (isGroup === undefined || found.has(row)) continue;
      if (before.every((column) => column.codes[row] === 0 || (row > 0 && column.codes[row] === column.codes[row - 1]))) found.set(row, { row, column: index, isGroup });
    }
  }
  return [...found.values()].sort((a, b) => a.row - b.row);
}

const A = 65;
const SMALL_A = 97;
/** The last bytes of 计, 总 and ： in UTF-8. */
const LAST_BYTES: readonly number[] = [0xa1, 0xbb, 0x9a];

/** The first two letters of Total, Sum, Subtotal, Grand total, Gesamt, Insgesamt, Zwischensumme, Endsumme and Sous-total. */
const BEGINNINGS: ReadonlySet<number> = new Set(['to', 'su', 'gr', 'ge', 'in', 'zw', 'en', 'so'].map((letters) => letters.charCodeAt(0) * 256 + letters.charCodeAt(1)));

/** Numbers, days and codes of digits are no labels. */
const mayHoldWords = ({ occurring }: Dictionary): boolean => occurring.includes(1, A) && occurring.some((found, byte) => found === 1 && (byte > 127 || (byte | 32) >= SMALL_A));

/** A blank, the first letters of a label, anything beyond ASCII, or at the end 计, 总, a colon or `…tal`. */
function mayBeLabel(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] as number;
  const letter = first | 32;
  const second = (bytes[start + 1] as number) | 32;
  if (first > 127 || first === 32 || BEGINNINGS.has(letter * 256 + second)) return true;
  const last = bytes[end - 1] as number;
  return LAST_BYTES.includes(last) || last === 58 || last === 32 || ((last | 32) === 108 && ((bytes[end - 2] as number) | 32) === 97 && ((bytes[end - 3] as number) | 32) === 116);
}

/** What the numbers of a row say about its being the sum of others. */
export interface Proof {
  /** Columns whose number is the sum. */
  readonly agreeing: readonly number[];
  /** Columns whose number is none although it should be. */
  readonly against: number;
  /** Columns whose sum is nothing, as the total says. */
  readonly zeros: number;
  /** Names something beside its label, as a row of data does. */
  readonly namesMore: boolean;
  /** Rows that were summed up. */
  readonly rows: number;
}

/** Whether most of what a total can sum does add up; a row that names more than its label has to agree in everything, and beyond chance. */
export function isProof({ agreeing, zeros, against, namesMore, rows }: Proof): boolean {
  if (agreeing.length === 0) return zeros > 0 && against === 0 && !namesMore;
  return namesMore ? against === 0 && rows > 1 && agreeing.length + rows > 3 : agreeing.length >= 2 * against;
}

/** Proves totals by the numbers of a table. Each column is read once, when it is first asked for. */
export class Sums {
  readonly #columns: readonly TextColumn[];
  readonly #numbers: (Float64Array | undefined)[] = [];
  /** The decimal sign of columns that prove none; told when a column is first read. */
  #decimal: '.' | ',' | null = null;

  constructor(columns: readonly TextColumn[]) {
    this.#columns = columns;
  }

  /** Compares a row with the sums of the rows `from` to `until`, that one not included, without those that are skipped. */
  prove({ row, column: label }: Pick<Labelled, 'row' | 'column'>, from: number, until: number, skipped: ReadonlySet<number>): Proof {
    const agreeing: number[] = [];
    let against = 0;
    let zeros = 0;
    let namesMore = false;
    let rows = 0;
    for (let r = from; r < until; r++) if (!skipped.has(r)) rows++;
    for (const [index, { codes, dictionary, name }] of this.#columns.entries()) {
      const code = codes[row] as number;
      if (code === 0 || index === label) continue;
      const text = dictionary.text(code) as string;
      const numbers = this.#numbersOf(index);
      const total = numbers[code] as number;
      if (Number.isNaN(total)) {
        // A currency that stands in every row says nothing about this one; so does the group the label belongs to.
        if (index > label && dictionary.size > 2 && !isBlankWord(text)) namesMore = true;
        continue;
      }
      const { sum, most, least, filled, count } = this.#sum(index, from, until, skipped);
      if (count === 0 || count * 2 < filled) continue;
      if (Math.abs(sum - total) < Math.max(TOLERANCE, Math.abs(sum) * FLOAT_ERROR)) {
        if (Math.abs(total) <= TOLERANCE) zeros++;
        else if (!NO_SUM.test(name)) agreeing.push(index);
        // Averages lie among the numbers; visitors who came again are fewer than all.
      } else if (!(NO_SUM.test(name) || text.includes('%') || (total >= least && total <= Math.max(most, sum)))) against++;
    }
    return { agreeing, zeros, against, namesMore, rows };
  }

  /** In how many columns the number of a row lies above all numbers below it, and in how many it does not. */
  compareWithBelow(row: number): { readonly larger: number; readonly others: number; readonly namesMore: boolean } {
    let larger = 0;
    let others = 0;
    let namesMore = false;
    for (const [index, { codes, dictionary, name }] of this.#columns.entries()) {
      const code = codes[row] as number;
      if (code === 0) continue;
      const value = this.#numbersOf(index)[code] as number;
      if (Number.isNaN(value)) {
        if (dictionary.size > 2 && !isBlankWord(dictionary.text(code) as string)) namesMore = true;
      } else if (!NO_SUM.test(name)) {
        if (value > this.#sum(index, row + 1, codes.length, NOTHING).most) larger++;
        else others++;
      }
    }
    return { larger, others, namesMore };
  }

  #sum(index: number, from: number, until: number, skipped: ReadonlySet<number>) {
    const { codes } = this.#columns[index] as TextColumn;
    const numbers = this.#numbersOf(index);
    let sum = 0;
    let most = Number.NEGATIVE_INFINITY;
    let least = Number.POSITIVE_INFINITY;
    let filled = 0;
    let count = 0;
    for (let row = from; row < until; row++) {
      const code = codes[row] as number;
      if (code === 0 || skipped.has(row)) continue;
      filled++;
      const value = numbers[code] as number;
      if (Number.isNaN(value)) continue;
      count++;
      sum += value;
      if (value > most) most = value;
      if (value < least) least = value;
    }
    return { sum, most, least, filled, count };
  }

  /** The number of each code of a column, NaN where its text is none. */
  #numbersOf(index: number): Float64Array {
    const known = this.#numbers[index];
    if (known !== undefined) return known;
    const column = this.#columns[index] as TextColumn;
    const { dictionary } = column;
    this.#decimal ??= findDecimal(this.#columns);
    const sign = provenDecimal(column) ?? this.#decimal;
    const numbers = new Float64Array(dictionary.size).fill(Number.NaN);
    for (let code = 1; code < dictionary.size; code++) {
      const decimal = dictionary.end(code) - dictionary.start(code) > LONGEST_NUMBER ? null : parseDecimal(dictionary.text(code) as string, sign);
      if (decimal !== null) numbers[code] = decimalToNumber(decimal);
    }
    this.#numbers[index] = numbers;
    return numbers;
  }
}
