import type { ColumnType, Text } from '#contract/values';
import { cellAt, type TextColumn } from '../table/table.ts';
import { type DateOrder, parseCivil } from '../values/dates.ts';
import { findDateOrder, findDecimal } from './conventions.ts';
import { saysId, saysMoney, saysPersonal } from './header-words.ts';
import { atOnce, type Sliced } from '../values/sliced.ts';
import { headerUnit } from '../values/units.ts';
import { PlainNumber, PlainTime } from '../values/plain.ts';
import { decimalToMoney, decimalToNumber, isBlankWord, parseDecimal } from '../values/numbers.ts';
import { withoutEndTabs } from '../values/wrappers.ts';

export interface InferredColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly reason: Text;
  readonly filled: number;
  readonly distinct: number;
  readonly personal: boolean;
}

export interface InferredTypes {
  readonly columns: readonly InferredColumn[];
  readonly dateOrder: DateOrder;
  /** False when days and months could be the other way round. */
  readonly dateOrderSure: boolean;
  readonly decimal: '.' | ',';
}

/** More refusals than this share, and the column is what most of it is not: text. */
const TOLERATED = 0.02;
/** One word that stands where a number is missing may be in this share of the cells: it is refused, never taken for 0. */
const PLACEHOLDERS = 0.1;
const PLACEHOLDER = /^(nil+|n\.a\.|tb[acd]|unknown|missing|pending|error|#\S+[!?]?|[?*.x_~-]+|未知|不详|未定|待定|待补|缺货?|面议)$/i;
/** A column of fewer different values may hold sizes or grades, and a word among them is one too. */
const FEW_DIFFERENT = 40;
const MOST_STRANGERS = 40;

const PHONE = /^'?(\+?86[- ]?)?1[3-9]\d{9}$/;
const EMAIL = /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i;

/**
 * Finds the type of every column over all of its rows, never over a sample.
 *
 * @param columns raw text columns
 * @param forced types a person or a template has set
 */
export const inferTypes = (...given: Parameters<typeof inferringTypes>): InferredTypes => atOnce(inferringTypes(...given));

/** {@link inferTypes} in slices, a column each. */
export function* inferringTypes(
  columns: readonly TextColumn[],
  forced: Readonly<Record<string, string>>,
  chosen: { readonly dateOrder?: DateOrder; readonly decimal?: '.' | ',' },
): Sliced<InferredTypes> {
  const found = findDateOrder(columns);
  const dateOrder = chosen.dateOrder ?? found.order;
  const decimal = chosen.decimal ?? findDecimal(columns);
  const inferred: InferredColumn[] = [];
  for (const column of columns) {
    yield;
    const facts = countFacts(column, dateOrder, decimal);
    const set = Object.hasOwn(forced, column.name) ? (forced[column.name] as ColumnType) : null;
    const judged = set === null ? judge(column, facts) : { type: set, reason: { en: 'Set by the template or by you', zh: '由模板或您指定' } };
    inferred.push({ name: column.name, ...judged, filled: facts.filled, distinct: facts.distinct, personal: isPersonal(column, facts) });
  }
  return { columns: inferred, dateOrder, dateOrderSure: chosen.dateOrder !== undefined || found.sure, decimal };
}

interface Facts {
  filled: number;
  distinct: number;
  blankWords: number;
  numbers: number;
  whole: number;
  money: number;
  percents: number;
  currencySigns: number;
  dates: number;
  timed: number;
  longDigits: number;
  leadingZeros: number;
  wrapped: number;
  phones: number;
  emails: number;
  words: Map<string, number>;
  /** Cells that are neither numbers nor dates, by their text, and how they are written; of the first few texts only. */
  strangers: Map<string, { readonly text: string; readonly count: number }>;
}

function countFacts(column: TextColumn, dateOrder: DateOrder, decimal: '.' | ','): Facts {
  const { dictionary, codes } = column;
  const counts = countCodes(codes, dictionary.size);
  const facts: Facts = {
    filled: codes.length - (counts[0] as number),
    distinct: 0,
    blankWords: 0,
    numbers: 0,
    whole: 0,
    money: 0,
    percents: 0,
    currencySigns: 0,
    dates: 0,
    timed: 0,
    longDigits: 0,
    leadingZeros: 0,
    wrapped: 0,
    phones: 0,
    emails: 0,
    words: new Map(),
    strangers: new Map(),
  };
  const { arena } = dictionary;
  const plain = new PlainReaders();
  const named = saysId(column.name);
  for (let code = 1; code < dictionary.size; code++) {
    const count = counts[code] as number;
    if (count === 0) continue;
    facts.distinct++;
    // A column of ids has many different cells and its name has settled it: no need to read them all.
    if (named && code > 5000) continue;
    // The words of small columns are looked at one by one.
    if (facts.words.size === 12 && plain.count(facts, arena, dictionary.start(code), dictionary.end(code), count, decimal)) continue;
    countText(facts, dictionary.text(code) as string, count, dateOrder, decimal);
  }
  return facts;
}

/** How often each code stands in the column. */
function countCodes(codes: Uint32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (let row = 0; row < codes.length; row++) counts[codes[row] as number] = (counts[codes[row] as number] as number) + 1;
  return counts;
}

/** What {@link countText} finds in plain numbers and times, without making a string of each. */
class PlainReaders {
  readonly #number = new PlainNumber();
  readonly #time = new PlainTime();

  /** Counts a cell and answers true, or leaves it to the long way. */
  count(facts: Facts, bytes: Uint8Array, start: number, end: number, count: number, decimal: '.' | ','): boolean {
    if (this.#time.read(bytes, start, end)) {
      facts.dates += count;
      if (this.#time.timed) facts.timed += count;
      return true;
    }
    const number = this.#number;
    if (!number.read(bytes, start, end) || (number.scale > 0 && (decimal === ',' || number.scale > 4))) return false;
    if (number.scale === 0) {
      // Phone numbers, codes with leading zeros and days without separators have to be told from counts.
      if (number.digits === 8 || number.digits >= 10 || (number.digits > 1 && bytes[start] === 48)) return false;
      facts.whole += count;
    }
    facts.numbers += count;
    if (!Number.isNaN(number.money)) facts.money += count;
    return true;
  }
}

function countText(facts: Facts, text: string, count: number, dateOrder: DateOrder, decimal: '.' | ','): void {
  if (isBlankWord(text)) {
    facts.blankWords += count;
    return;
  }
  if (facts.words.size < 12) facts.words.set(text.trim().toLowerCase(), count);
  if (/^=|^'\d|^\t\d|\d\t$/.test(text)) facts.wrapped += count;
  const digits = withoutEndTabs(text.replace(/^="?|"$|^['\t]+/g, ''));
  if (/^\d+$/.test(digits)) {
    if (digits.length >= 16) facts.longDigits += count;
    else if (digits.length > 1 && digits.startsWith('0')) facts.leadingZeros += count;
    if (PHONE.test(digits)) facts.phones += count;
  }
  if (text.includes('@') && EMAIL.test(text.trim())) facts.emails += count;
  const first = text.trimStart().charCodeAt(0);
  // Only these can begin a number or a date; the test spares most texts two regular expressions.
  const maybe =
    (first >= 48 && first <= 57) ||
    first > 127 ||
    first === 36 ||
    first === 39 ||
    first === 40 ||
    first === 43 ||
    first === 45 ||
    first === 46 ||
    first === 60 ||
    first === 61 ||
    /^[A-Za-z]{3}[ -]|^(CNY|RMB|USD|EUR|GBP|JPY|CAD|AUD|HKD|TWD|SGD|BRL)|^[A-Z]{1,2} ?\$/i.test(text);
  if (!maybe) {
    countStranger(facts, text, count);
    return;
  }
  const number = parseDecimal(text, decimal);
  if (number !== null) {
    facts.numbers += count;
    if (number.percent) facts.percents += count;
    else if (decimalToMoney(number) !== null) facts.money += count;
    if (!number.percent && Number.isSafeInteger(decimalToNumber(number)) && !/[.,]\d/.test(text.replace(/,\d{3}/g, ''))) facts.whole += count;
    if (/[¥￥$€£元৳₹₫฿₺₴₦₪₱]/.test(text)) facts.currencySigns += count;
  }
  const time = parseCivil(text, dateOrder);
  if (time !== null && time.year >= 1900 && time.year <= 2200) {
    facts.dates += count;
    if (time.timed) facts.timed += count;
  } else if (number === null) countStranger(facts, text, count);
}

function countStranger({ strangers }: Facts, text: string, count: number): void {
  const word = text.trim().toLowerCase();
  const known = strangers.get(word);
  if (known !== undefined || strangers.size < MOST_STRANGERS) strangers.set(word, { text: known?.text ?? text.trim(), count: (known?.count ?? 0) + count });
}

/** The one word of a column of numbers that stands for none; `null` where there is none such, or too often. */
function placeholderOf(facts: Facts, values: number): { readonly text: string; readonly count: number } | null {
  const [most] = [...facts.strangers.values()].sort((a, b) => b.count - a.count);
  if (most === undefined || facts.numbers + most.count < values * (1 - TOLERATED) || most.count > values * PLACEHOLDERS) return null;
  return PLACEHOLDER.test(most.text) || facts.distinct > FEW_DIFFERENT ? most : null;
}

function judge(column: TextColumn, facts: Facts): { type: ColumnType; reason: Text } {
  const { name } = column;
  const values = facts.filled - facts.blankWords;
  const most = (count: number) => count >= values * (1 - TOLERATED) && count > 0;
  if (values === 0) return { type: 'text', reason: { en: 'The column is empty', zh: '该列为空' } };
  const dateHeader = /date|time|日期|时间|(^|\s)at$|_at$/i.test(name);
  if (most(facts.dates) && (facts.dates > facts.numbers || dateHeader)) {
    return facts.timed > 0 ? { type: 'instant', reason: { en: 'Dates with a time of day', zh: '带时间的日期' } } : { type: 'date', reason: { en: 'Dates', zh: '日期' } };
  }
  if (facts.longDigits > 0) return { type: 'id', reason: { en: 'Codes of 16 digits and more: a number keeps about 15', zh: '含 16 位及以上编码，数字只能保留约 15 位' } };
  if (saysId(name) && facts.percents === 0)
    return { type: facts.numbers > 0 || /id|编号|单号|编码|code|sku|no$/i.test(name) ? 'id' : 'text', reason: { en: 'The name says it is a code', zh: '列名表明它是编码' } };
  if (facts.leadingZeros > 0 && facts.leadingZeros >= facts.numbers * 0.01 && most(facts.numbers)) return { type: 'id', reason: { en: 'Codes with leading zeros', zh: '含前导零的编码' } };
  if (facts.wrapped > values / 2) return { type: 'id', reason: { en: 'Wrapped so that Excel keeps them as text', zh: '以防 Excel 改写的方式包裹' } };
  if (most(facts.numbers)) return judgeNumber(name, facts, values);
  const placeholder = placeholderOf(facts, values);
  if (placeholder !== null) {
    const { type, reason } = judgeNumber(name, facts, values);
    const { text, count } = placeholder;
    return {
      type,
      reason: { en: `${reason.en}; “${text}” in ${count} cell${count === 1 ? '' : 's'} is no number and listed`, zh: `${reason.zh}；${count} 个单元格为“${text}”，不是数字，已列出` },
    };
  }
  if (isBool(facts)) return { type: 'bool', reason: { en: 'Only yes and no', zh: '只有是与否' } };
  if (facts.distinct <= FEW_DIFFERENT && column.codes.length >= 40 && facts.distinct <= column.codes.length / 10)
    return { type: 'enum', reason: { en: `${facts.distinct} different values`, zh: `共 ${facts.distinct} 种取值` } };
  return { type: 'text', reason: { en: 'Text', zh: '文本' } };
}

function judgeNumber(name: string, facts: Facts, values: number): { type: ColumnType; reason: Text } {
  const unit = headerUnit(name);
  if (unit?.percent) return { type: 'ratio', reason: { en: 'The header says per cent', zh: '表头注明百分比' } };
  if (unit !== null) {
    const money = saysMoney(name);
    return {
      type: money ? 'money' : 'number',
      reason: {
        en: `The header says ${unit.label}: values are multiplied by ${(10 ** unit.shift).toLocaleString('en')}`,
        zh: `表头注明“${unit.label}”：数值乘以 ${(10 ** unit.shift).toLocaleString('en')}`,
      },
    };
  }
  if (facts.percents > values / 2) return { type: 'ratio', reason: { en: 'Percentages', zh: '百分比' } };
  const allMoney = facts.money >= facts.numbers;
  if (allMoney && (facts.currencySigns > values / 2 || saysMoney(name))) return { type: 'money', reason: { en: 'The name or a currency sign says it is money', zh: '列名或货币符号表明它是金额' } };
  if (facts.whole >= facts.numbers) return { type: 'int', reason: { en: 'Whole numbers', zh: '整数' } };
  return { type: 'number', reason: { en: 'Numbers with decimals', zh: '小数' } };
}

function isBool(facts: Facts): boolean {
  const words = [...facts.words.keys()];
  return facts.distinct <= 2 && words.length > 0 && words.every((word) => /^(true|false|yes|no|是|否|y|n)$/.test(word));
}

function isPersonal(column: TextColumn, facts: Facts): boolean {
  if (facts.filled === 0) return false;
  return saysPersonal(column.name) || facts.phones > facts.filled / 2 || facts.emails > facts.filled / 2;
}

/** Up to `most` different cells, as examples. */
export function examplesOf(column: TextColumn, most: number): string[] {
  const examples: string[] = [];
  const seen = new Set<number>();
  for (let row = 0; row < column.codes.length && examples.length < most && row < 1000; row++) {
    const code = column.codes[row] as number;
    if (code === 0 || seen.has(code)) continue;
    seen.add(code);
    examples.push(String(cellAt(column, row)));
  }
  return examples;
}
