import { optionsOf } from '#contract/import-options';
import type { ImportOptions } from '#contract/documents';
import type { ColumnType, Finding, Text } from '#contract/values';
import type { ImportOrigin } from '../history/state.ts';
import type { Proposed } from '../import/index.ts';
import type { Database } from '../store/database.ts';
import { saysAmount } from '../values/header-words.ts';

type Column = Proposed['types']['columns'][number];

/** A column that was of one type before a file came, and is of another with it. */
export interface GrownType {
  readonly name: string;
  readonly from: ColumnType;
  readonly to: ColumnType;
}

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

const HOLDS: Readonly<Record<ColumnType, Text>> = {
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
