import { optionsOf } from '#contract/import-options';
import type { ImportOptions } from '#contract/documents';
import type { ColumnType, Finding, Text } from '#contract/values';
import type { ImportOrigin } from '../history/state.ts';
import type { Proposed } from '../import/index.ts';
import type { Database } from '../store/database.ts';
import type { TextColumn } from '../table/table.ts';
import { parseCivil } from '../values/dates.ts';
import { saysAmount } from '../values/header-words.ts';

type Column = Proposed['types']['columns'][number];

/** A column that was of one type before a file came, and is of another with it. */
export interface GrownType {
  readonly name: string;
  readonly from: ColumnType;
  readonly to: ColumnType;
}

/** What a column becomes where one cell of it is corrected to a text that its type refuses; `null` where it stays what it is. */
export const widerByCorrection = (type: ColumnType): ColumnType | null => (type === 'int' ? 'number' : null);

const NUMBERS: ReadonlySet<ColumnType> = new Set(['int', 'number', 'ratio', 'money']);
const WORDS: ReadonlySet<ColumnType> = new Set(['id', 'text', 'enum']);

/**
 * Columns that the files before did not say enough of: a new one shows that whole numbers have decimals, that sizes are letters as well,
 * or what a column is that was empty. Its cells would be refused otherwise.
 *
 * @param own the columns of the new file under the names of its table
 * @param isSet whether a template or a person has set the type of a column
 */
export function grownTypes({ types, undecided = [] }: Pick<ImportOrigin, 'types' | 'undecided'>, own: readonly Column[], isSet: (name: string) => boolean): GrownType[] {
  return own.flatMap(({ name, type, undecided: saysNothing }) => {
    const from = Object.hasOwn(types, name) ? types[name] : undefined;
    if (from === undefined || from === type || saysNothing !== undefined || isSet(name)) return [];
    const to = undecided.includes(name) && (from === 'text' || NUMBERS.has(type)) ? type : widened(name, from, type);
    return to === from ? [] : [{ name, from, to }];
  });
}

/** Where other words stand in a column of amounts they are refused and listed: it is a column of amounts all the same. */
function widened(name: string, from: ColumnType, to: ColumnType): ColumnType {
  if (from === 'int' && (to === 'number' || to === 'money')) return to;
  const word = to === 'id' ? 'id' : 'text';
  if ((from === 'int' || from === 'number') && WORDS.has(to) && !saysAmount(name)) return word;
  return from === 'bool' && WORDS.has(to) ? word : from;
}

/** Columns that are undecided in all files. */
export function stillUndecided(before: readonly string[] | null, own: readonly Column[], known: ReadonlySet<string>): readonly string[] {
  const saying = new Set(own.filter(({ undecided }) => undecided === undefined).map(({ name }) => name));
  const fresh = own.filter(({ name, undecided }) => undecided !== undefined && !known.has(name)).map(({ name }) => name);
  return [...(before ?? []).filter((name) => !saying.has(name)), ...fresh];
}

/** Columns whose type somebody has chosen, for one of the files of a table. */
export function chosenTypes(database: Database, sources: readonly number[]): ReadonlySet<string> {
  const stored = database.all<{ id: number; sheet: string; options: string }>(`SELECT id, sheet, options FROM sp_sources WHERE id IN (${sources.map(Number).join(', ')}) AND options LIKE '%"types"%'`);
  return new Set(stored.flatMap(({ sheet, options }) => Object.keys(optionsOf(JSON.parse(options) as ImportOptions, sheet).types ?? {})));
}

/**
 * Columns of days of which a file also says the time of day: they stay days. As times the days of the files before would be midnights that
 * nobody wrote, days that begin at another hour would lose them to the day before, and rows known by their day would not be found again.
 *
 * @param own the columns of the file
 * @param nameOf how its table calls them
 */
export function timesLeftOut(types: ImportOrigin['types'], own: readonly TextColumn[], nameOf: (name: string) => string): Finding[] {
  return own.flatMap((column) => {
    const name = nameOf(column.name);
    if (!Object.hasOwn(types, name) || types[name] !== 'date' || !saysTimes(column)) return [];
    const message = {
      en: `${name} holds days in its table: the times of day in this file are left out of it. To have them, read the file again with times as what the column holds; days without one count as midnight then`,
      zh: `表中“${name}”为日期列，本文件中的时刻未采用。如需保留，请将该列的类型改为时间后重新读取；没有时刻的日期届时按零点计`,
    };
    return [{ code: 'times-left-out', severity: 'info', where: { column: name }, message }];
  });
}

/** Whether a cell says another time than midnight, which programs put behind plain days. */
function saysTimes({ codes, dictionary }: TextColumn): boolean {
  const seen = new Uint8Array(dictionary.size);
  for (const code of codes) {
    if (code === 0 || seen[code] === 1) continue;
    seen[code] = 1;
    const time = parseCivil(dictionary.text(code) as string);
    if (time !== null && time.hour + time.minute + time.second > 0) return true;
  }
  return false;
}

/** What a column of a type holds, in words. */
export const HOLDS: Readonly<Record<ColumnType, Text>> = {
  id: { en: 'codes', zh: '编码' },
  text: { en: 'texts', zh: '文本' },
  enum: { en: 'texts', zh: '文本' },
  json: { en: 'texts', zh: '文本' },
  int: { en: 'whole numbers', zh: '整数' },
  number: { en: 'numbers with decimals', zh: '小数' },
  ratio: { en: 'percentages', zh: '百分比' },
  money: { en: 'amounts', zh: '金额' },
  bool: { en: 'yes and no', zh: '是与否' },
  date: { en: 'days', zh: '日期' },
  instant: { en: 'times', zh: '时间' },
};

/** Says so of each; of a column that was empty there is nothing to say. */
export function grownFindings(grown: readonly GrownType[], undecided: readonly string[] = []): Finding[] {
  return grown
    .filter(({ name }) => !undecided.includes(name))
    .map(({ name, from, to }) => ({
      code: 'type-grown',
      severity: 'info',
      where: { column: name },
      message: {
        en: `${name} held ${HOLDS[from].en} before; with this file it holds ${HOLDS[to].en}`,
        zh: `“${name}”此前为${HOLDS[from].zh}，加入此文件后为${HOLDS[to].zh}`,
      },
    }));
}
