import type { ColumnType, Text } from '#contract/values';
import { provenDateOrder, provenDecimal } from '../../table/column-conventions.ts';
import { cellAt, type TextColumn } from '../../table/table.ts';
import { isYesOrNo } from '../../table/cell-readers.ts';
import type { DateOrder } from '../../values/dates.ts';
import { countingFacts, type Facts, type Reading } from './column-facts.ts';
import { findDateOrder, findDecimal } from './conventions.ts';
import { saysAmount, saysDay, saysId, saysMeasure, saysMoney, saysTime } from '../../values/header-words.ts';
import { atOnce, type Sliced } from '../../values/sliced.ts';
import { isBlankWord, parseDecimal } from '../../values/numbers.ts';
import { headerUnit } from '../../values/units.ts';
import { isCalledAfterPeople, namesSomebody } from './people.ts';
import { percentMixOf } from './percent-mix.ts';

export interface InferredColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly reason: Text;
  readonly filled: number;
  readonly distinct: number;
  readonly personal: boolean;
  /** The template or somebody has set its type. */
  readonly isSet?: true;
  /** Its cells do not say what it is: there are none, or nothing but zeros. */
  readonly undecided?: 'blank' | 'zeros';
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
/** One word that stands where a number is missing may be in this share of the cells: it is refused, never taken for 0. So are percentages amid plain numbers. */
const PLACEHOLDERS = 0.1;
const PLACEHOLDER = /^(nil+|n\.a\.|tb[acd]|unknown|missing|pending|error|#\S+[!?]?|[?*.x_~-]+|未知|不详|未定|待定|待补|缺货?|面议)$/i;
/** A column of fewer different values may hold sizes or grades, and a word among them is one too. */
const FEW_DIFFERENT = 40;

/**
 * Finds the type of every column over all of its rows, never over a sample.
 *
 * @param columns raw text columns
 * @param forced types a person or a template has set
 */
export const inferTypes = (...given: Parameters<typeof inferringTypes>): InferredTypes => atOnce(inferringTypes(...given));

/** {@link inferTypes} in slices. */
export function* inferringTypes(columns: readonly TextColumn[], forced: Readonly<Record<string, string>>, chosen: Partial<Reading> & { readonly money?: readonly string[] }): Sliced<InferredTypes> {
  const found = findDateOrder(columns);
  const dateOrder = chosen.dateOrder ?? found.order;
  const decimal = chosen.decimal ?? findDecimal(columns);
  const inferred: InferredColumn[] = [];
  for (const column of columns) {
    yield;
    const ownDecimal = provenDecimal(column) ?? decimal;
    const facts = yield* countingFacts(column, { dateOrder: provenDateOrder(column.dictionary) ?? dateOrder, decimal: ownDecimal, emptyTexts: chosen.emptyTexts });
    const set = Object.hasOwn(forced, column.name) ? (forced[column.name] as ColumnType) : null;
    const judged = set === null ? judge(column, facts, ownDecimal, chosen.money?.includes(column.name) === true) : { type: set, reason: { en: 'Set by the template or by you', zh: '由模板或您指定' } };
    const undecided = undecidedBy(column, facts);
    inferred.push({
      name: column.name,
      ...judged,
      filled: facts.filled,
      distinct: facts.distinct,
      personal: isPersonal(column, judged.type, facts),
      ...(set !== null && { isSet: true as const }),
      ...(undecided !== null && { undecided }),
    });
  }
  return { columns: inferred, dateOrder, dateOrderSure: chosen.dateOrder !== undefined || found.sure, decimal };
}

/** Spellings of nothing and of zero that one column may mix. */
const FEW_SPELLINGS = 6;

function undecidedBy({ dictionary }: TextColumn, { filled, blankWords, distinct }: Facts): InferredColumn['undecided'] | null {
  if (filled === blankWords) return 'blank';
  if (distinct > FEW_SPELLINGS) return null;
  for (let code = 1; code < dictionary.size; code++) if (!isNothing(dictionary.text(code) as string)) return null;
  return 'zeros';
}

const isNothing = (text: string): boolean => isBlankWord(text) || /^0+$/.test(parseDecimal(text)?.digits ?? '');

/** The one word of a column of numbers that stands for none; `null` where there is none such, or too often. */
function placeholderOf(facts: Facts, values: number): { readonly text: string; readonly count: number } | null {
  const [most] = [...facts.strangers.values()].sort((a, b) => b.count - a.count);
  if (most === undefined || facts.numbers + most.count < values * (1 - TOLERATED) || most.count > values * PLACEHOLDERS) return null;
  return PLACEHOLDER.test(most.text) || facts.distinct > FEW_DIFFERENT ? most : null;
}

/** Days that a file tells of lie within so many. */
const LONGEST_FILE = 25 * 366;

/** @param shownAsMoney the workbook shows its numbers with the sign of a currency */
function judge(column: TextColumn, facts: Facts, decimal: '.' | ',', shownAsMoney: boolean): { type: ColumnType; reason: Text } {
  const { name } = column;
  const values = facts.filled - facts.blankWords;
  const most = (count: number) => count >= values * (1 - TOLERATED) && count > 0;
  if (values === 0) return { type: 'text', reason: { en: 'The column is empty', zh: '该列为空' } };
  const dateHeader = /date|time|datum|fecha|日期|时间|(^|\s)at$|_at$/i.test(name) || saysDay(name);
  const isWeak = facts.weakDates === facts.dates || (facts.shortDates === facts.dates && saysMeasure(name));
  if (most(facts.dates) && (facts.dates > facts.numbers || dateHeader) && (dateHeader || !isWeak)) return judgeDates(facts);
  // Days that Excel wrote as their number, all or among others: only under a header that says so, and of years that belong together.
  if (facts.serials > 0 && most(facts.dates + facts.serials) && saysDay(name) && facts.serialTo - facts.serialFrom < LONGEST_FILE) return judgeDates(facts);
  if (facts.epochs > 0 && most(facts.epochs + facts.dates) && saysTime(name)) return { type: 'instant', reason: { en: 'Times counted in seconds since 1970', zh: '以 1970 年起的秒数表示的时间' } };
  if (facts.longDigits > 0 && facts.longDigits >= values * 0.01)
    return { type: 'id', reason: { en: 'Codes of 16 digits and more: a number keeps about 15', zh: '含 16 位及以上编码，数字只能保留约 15 位' } };
  if (saysId(name) && facts.percents === 0)
    return { type: facts.numbers > 0 || /id|编号|单号|编码|code|sku|no$/i.test(name) ? 'id' : 'text', reason: { en: 'The name says it is a code', zh: '列名表明它是编码' } };
  if (facts.phones > values / 2 && !saysAmount(name)) return { type: 'id', reason: { en: 'Phone numbers', zh: '电话号码' } };
  if (facts.destroyed > 0 && most(facts.numbers) && !saysMoney(name))
    return { type: 'id', reason: { en: 'Codes of which Excel has destroyed some (1.23E+17)', zh: '编码，其中部分已被 Excel 破坏（1.23E+17）' } };
  // One is enough where all are as long as it: no number begins with a zero, unless somebody mistyped one.
  const zeros = saysAmount(name) ? facts.numbers / 2 : facts.digitsFrom === facts.digitsTo ? 1 : facts.numbers * 0.01;
  if (facts.leadingZeros > 0 && facts.leadingZeros >= zeros && most(facts.numbers)) return { type: 'id', reason: { en: 'Codes with leading zeros', zh: '含前导零的编码' } };
  if (facts.wrapped > values / 2 && !(saysAmount(name) && most(facts.numbers))) return { type: 'id', reason: { en: 'Wrapped so that Excel keeps them as text', zh: '以防 Excel 改写的方式包裹' } };
  if (most(facts.numbers) && !(facts.lettered > 0 && saysMeasure(name))) return judgePercents(column, facts, values, decimal) ?? judgeNumber(name, facts, values, shownAsMoney);
  const placeholder = placeholderOf(facts, values);
  if (placeholder !== null) {
    const { type, reason } = judgeNumber(name, facts, values, shownAsMoney);
    const { text, count } = placeholder;
    return {
      type,
      reason: { en: `${reason.en}; “${text}” in ${count} cell${count === 1 ? '' : 's'} is no number and listed`, zh: `${reason.zh}；${count} 个单元格为“${text}”，不是数字，已列出` },
    };
  }
  if (isBool(facts)) return { type: 'bool', reason: { en: 'Only yes and no', zh: '只有是与否' } };
  if (facts.distinct <= FEW_DIFFERENT && column.codes.length >= 40 && facts.distinct <= column.codes.length / 10)
    return {
      type: 'enum',
      reason: { en: facts.distinct === 1 ? 'The same in every row' : `${facts.distinct} different values`, zh: facts.distinct === 1 ? '各行取值相同' : `共 ${facts.distinct} 种取值` },
    };
  return { type: 'text', reason: { en: 'Text', zh: '文本' } };
}

function judgeDates(facts: Facts): { type: ColumnType; reason: Text } {
  return facts.timed + facts.timedSerials > 0 ? { type: 'instant', reason: { en: 'Dates with a time of day', zh: '带时间的日期' } } : { type: 'date', reason: { en: 'Dates', zh: '日期' } };
}

/** What percentages and plain numbers beside each other are; `null` for columns of one kind, and where hardly any has the sign: those are listed. */
function judgePercents(column: TextColumn, facts: Facts, values: number, decimal: '.' | ','): { type: ColumnType; reason: Text } | null {
  const mix = facts.percents === 0 || facts.percents === facts.numbers ? null : percentMixOf(column, decimal);
  if (mix === null) return null;
  if (mix.open === 0) return { type: 'ratio', reason: { en: 'Percentages, and fractions of 1', zh: '百分比，以及以小数表示的比例' } };
  if (mix.percents <= values * PLACEHOLDERS || mix.open <= values * TOLERATED) return null;
  return { type: 'text', reason: { en: 'Percentages and numbers without the sign that could be per cent as well', zh: '混有百分比与可能也是百分数的数值' } };
}

function judgeNumber(name: string, facts: Facts, values: number, shownAsMoney: boolean): { type: ColumnType; reason: Text } {
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
  if (allMoney && (facts.currencySigns > values / 2 || shownAsMoney || saysMoney(name)))
    return { type: 'money', reason: { en: 'The name or a currency sign says it is money', zh: '列名或货币符号表明它是金额' } };
  // A number too long to keep all of its digits is refused and listed.
  if (facts.whole >= facts.numbers - facts.longDigits) return { type: 'int', reason: { en: 'Whole numbers', zh: '整数' } };
  return { type: 'number', reason: { en: 'Numbers with decimals', zh: '小数' } };
}

const MOST_SPELLINGS = 8;

function isBool(facts: Facts): boolean {
  const words = [...facts.words.keys()];
  // Spellings are told apart by capitals, words are not.
  return facts.distinct <= MOST_SPELLINGS && words.length <= 2 && words.length > 0 && words.every(isYesOrNo);
}

function isPersonal(column: TextColumn, type: ColumnType, facts: Facts): boolean {
  if (facts.filled === 0) return false;
  return isCalledAfterPeople({ name: column.name, type }) || (facts.phones > facts.filled / 2 && !saysAmount(column.name)) || facts.emails > facts.filled / 2 || namesSomebody(column);
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
