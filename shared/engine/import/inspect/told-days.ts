import type { ImportOptions } from '#contract/documents';
import type { Detection } from '#contract/import';
import type { Text } from '#contract/values';
import { Dictionary } from '../../table/dictionary.ts';
import type { TextColumn } from '../../table/table.ts';
import type { ParsedTable, TemplateSettings } from '../parsed.ts';
import type { InferredTypes } from '../types/infer.ts';

/** A column of days that does not stand in the file: a day for each row, `null` where it tells none. */
export interface ToldColumn {
  readonly name: Text;
  readonly day: (row: number) => string | null;
  readonly reason: Text;
}

type Told = { readonly parsed: ParsedTable; readonly types: InferredTypes };

/**
 * The table with columns of days as its last ones, in the language of the others and called like none of them.
 *
 * @param insteadOf the column whose place they take in a key
 */
export function withToldDays({ parsed, types }: Told, told: readonly ToldColumn[], insteadOf: string | null = null): Told {
  const { table } = parsed;
  const names = table.columns.map(({ name }) => name);
  const isChinese = names.some((name) => /\p{Script=Han}/u.test(name));
  const added = told.map(({ name, day, reason }) => {
    const called = freeName(isChinese ? name.zh : name.en, names);
    names.push(called);
    const dictionary = new Dictionary();
    const codes = new Uint32Array(table.rows);
    for (let row = 0; row < codes.length; row++) {
      const text = day(row);
      if (text !== null) codes[row] = dictionary.add(text);
    }
    const column: TextColumn = { kind: 'text', name: called, type: 'text', codes, dictionary };
    const filled = codes.reduce((sum, code) => sum + Number(code !== 0), 0);
    return { column, inferred: { name: called, type: 'date', reason, filled, distinct: dictionary.size - 1, personal: false } as const };
  });
  return {
    parsed: {
      ...parsed,
      table: { ...table, columns: [...table.columns, ...added.map(({ column }) => column)] },
      toldDays: added.map(({ column }) => column.name),
      ...(insteadOf !== null && { toldInsteadOf: insteadOf }),
    },
    types: { ...types, columns: [...types.columns, ...added.map(({ inferred }) => inferred)] },
  };
}

function freeName(wanted: string, taken: readonly string[]): string {
  let name = wanted;
  for (let n = 2; taken.includes(name); n++) name = `${wanted} (${n})`;
  return name;
}

/** What the rows of a table are told apart by, the days that its file tells of among it. */
export const keyWithDays = (key: readonly string[], { toldDays = [] }: Pick<ParsedTable, 'toldDays'>): readonly string[] =>
  key.length === 0 ? key : [...key, ...toldDays.filter((name) => !key.includes(name))];

/** The same for a file by the key of its template: where that tells of a period only together with its days, they have to be there. */
export function keyOfFile(
  { naturalKey, ofPeriod, countedDays }: Pick<TemplateSettings, 'naturalKey' | 'ofPeriod' | 'countedDays'>,
  parsed: Pick<ParsedTable, 'toldDays' | 'toldInsteadOf'>,
): readonly string[] {
  const { toldDays, toldInsteadOf } = parsed;
  if (toldDays === undefined) return ofPeriod || countedDays !== undefined ? [] : naturalKey;
  return toldInsteadOf === undefined ? keyWithDays(naturalKey, parsed) : [...naturalKey.filter((name) => name !== toldInsteadOf), ...toldDays];
}

/** The card by which such columns are taken or left out. */
export function toldCard(said: Pick<Detection, 'title' | 'value' | 'reason'>, taken: Text, options: ImportOptions): Detection {
  const isTaken = options.fileDay !== false;
  return {
    id: 'file-day',
    ...said,
    value: isTaken ? said.value : { en: 'Left out', zh: '不使用' },
    evidence: [],
    sure: true,
    choices: [
      { label: taken, selected: isTaken, options: { ...options, fileDay: undefined } },
      { label: { en: 'Leave out', zh: '不使用' }, selected: !isTaken, options: { ...options, fileDay: false } },
    ],
  };
}

/** Whether a column is one of the days that a file tells of outside of its rows. */
export const isToldDay = (name: string): boolean => /^(file_date|文件日期|period_(start|end)|期间(开始|结束))( \(\d+\))?$/.test(name);

/** Whether a column is that of the day of a file: the next file of a series may say none, and takes the place of the one before that says none. */
export const isFileDay = (name: string): boolean => /^(file_date|文件日期)( \(\d+\))?$/.test(name);
