import type { Text } from '#contract/values';
import type { Column, NumberColumn, TextColumn } from '../../table/table.ts';
import { saysAmount, saysPersonal, saysSomebody } from '../../values/header-words.ts';
import { digitsOf, EMAIL, PHONE } from './column-facts.ts';
import { holdsNames } from './names.ts';

/** So many of the first cells that hold something are looked at. */
const LOOKED_AT = 1000;

type Held = 'phones' | 'emails' | 'names';

const known = new WeakMap<Column, Held | null>();

/** A number of so many digits may be somebody's; those below it count something. */
const FEWEST_DIGITS = 7;

/** Whether most cells of a column are phone numbers, e-mail addresses or, where its header means a person, names, whatever it is called. */
export const holdsPeople = (column: Column): boolean => heldBy(column) !== null;

function heldBy(column: Column): Held | null {
  if (column.kind === 'text' ? column.type === 'date' || column.type === 'instant' : !isWhole(column)) return null;
  const before = known.get(column);
  if (before !== undefined) return before;
  const found = column.kind === 'text' ? heldIn(column) : !saysAmount(column.name) && mostNumbers(column, (digits) => PHONE.test(digits)) ? 'phones' : null;
  known.set(column, found);
  return found;
}

function heldIn(column: TextColumn): Held | null {
  let filled = 0;
  let phones = 0;
  let emails = 0;
  for (let row = 0; row < column.codes.length && filled < LOOKED_AT; row++) {
    const text = column.dictionary.text(column.codes[row] as number);
    if (text === null || text === '') continue;
    filled++;
    if (PHONE.test(digitsOf(text))) phones++;
    else if (text.includes('@') && EMAIL.test(text.trim())) emails++;
  }
  if (phones > filled / 2 && !saysAmount(column.name)) return 'phones';
  if (emails > filled / 2) return 'emails';
  return namesSomebody(column) ? 'names' : null;
}

/** Whether the cells of a column are of a kind that can be somebody's: texts, and numbers as long as those of phones and papers are. */
export const canBePersonal = (column: Column): boolean => column.kind === 'text' || (isWhole(column) && mostNumbers(column, (digits) => digits.length >= FEWEST_DIGITS));

/** Somebody has typed a column of phones as one of numbers, or a file that held few of them was taken for one. */
const isWhole = ({ type }: NumberColumn): boolean => type === 'int' || type === 'number';

function mostNumbers({ values }: NumberColumn, isOf: (digits: string) => boolean): boolean {
  let filled = 0;
  let found = 0;
  for (let row = 0; row < values.length && filled < LOOKED_AT; row++) {
    const value = values[row] as number;
    if (Number.isNaN(value)) continue;
    filled++;
    if (Number.isInteger(value) && value > 0 && isOf(String(value))) found++;
  }
  return found > filled / 2;
}

/** Whether the header of a column means a person, and its cells are names. */
export const namesSomebody = (column: TextColumn): boolean => saysSomebody(column.name) && holdsNames(column);

/** Whether the header of a column says that its texts are about people. Yes and no, days and amounts are not. */
export const isCalledAfterPeople = ({ name, type }: Pick<Column, 'name' | 'type'>): boolean => ABOUT.has(type) && saysPersonal(name);

const ABOUT: ReadonlySet<string> = new Set(['id', 'text', 'enum', 'json', 'int', 'number']);

/** What a column about people holds, for somebody who is to decide whether it is masked. */
export function kindOfPeople(column: TextColumn): Text {
  const held = heldBy(column);
  if (held !== null) return KINDS[held];
  return BY_HEADER.find(([pattern]) => pattern.test(column.name))?.[1] ?? KINDS.names;
}

const KINDS: Readonly<Record<Held, Text>> = {
  phones: { en: 'Phone numbers', zh: '电话号码' },
  emails: { en: 'E-mail addresses', zh: '邮箱' },
  names: { en: 'Names', zh: '姓名' },
};
const BY_HEADER: readonly (readonly [RegExp, Text])[] = [
  [/e-?mail|邮箱|郵箱/i, KINDS.emails],
  [/phone|mobile|(^|[^a-z])tel([^a-z]|$)|手机|手機|电话|電話|固话/i, KINDS.phones],
  [/(^|[\s_.-])ip([\s_.-]|$)|remote.?addr/i, { en: 'IP addresses', zh: 'IP 地址' }],
  [/身份证|证件|身份證|證件/, { en: 'Identity numbers', zh: '证件号码' }],
  [/address|street|地址|街道|收货信息/i, { en: 'Addresses', zh: '地址' }],
  [/nick|user|昵称|暱稱|会员名|网名|旺旺|[账帐帳]号/i, { en: 'Nicknames', zh: '昵称' }],
];
