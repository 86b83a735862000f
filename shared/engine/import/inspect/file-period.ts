import type { ImportOptions } from '#contract/documents';
import type { Detection } from '#contract/import';
import type { Finding, Text } from '#contract/values';
import { cellAt, type TextColumn } from '../../table/table.ts';
import { dayNumber, dayText } from '../../values/dates.ts';
import type { ParsedTable, TemplateSettings } from '../parsed.ts';
import { daysIn, HOW_TOLD, type Period, toldPeriod } from './provenance.ts';
import { toldCard, type ToldColumn } from './told-days.ts';

/** Columns that say of each row of when it is, whatever the file tells. */
const TIME_COLUMN = /^(date|day|week|month|quarter|year|hour|日期|统计日期|天|周|月|月份|季度|年|年份|小时)( \+ .*)?$/i;

/** Days that no column of days says: of which stretch of time the file is, from which day on it counts, or that each row names a first and a last one. */
export interface FilePeriod {
  readonly told: Period;
  readonly kind: 'file' | 'counted' | 'ranges';
  readonly columns: readonly ToldColumn[];
  /** The column whose place they take. */
  readonly insteadOf: string | null;
}

/** Whether the rows of a table need the days of their file. */
export function needsPeriod({ ofPeriod, countedDays }: Pick<TemplateSettings, 'ofPeriod' | 'countedDays'>, { table }: Pick<ParsedTable, 'table'>): boolean {
  return countedDays !== undefined || (ofPeriod === true && !table.columns.some(({ name }) => TIME_COLUMN.test(name.trim())));
}

/** The days of a file that its rows need, as the lines above the table or the name of the file say them; `null` where nothing says them. */
export function periodOfFile({ countedDays }: Pick<TemplateSettings, 'countedDays'>, parsed: ParsedTable, fileName: string): FilePeriod | null {
  const told = toldPeriod(parsed, fileName);
  if (told === null) return null;
  const counted = parsed.table.columns.find((column): column is TextColumn => column.name === countedDays && column.kind === 'text');
  if (counted !== undefined)
    return { told, kind: 'counted', columns: [{ name: { en: 'date', zh: '日期' }, day: (row) => dayAt(told.from, cellAt(counted, row)), reason: COUNTED }], insteadOf: counted.name };
  const days = [told.from, told.to] as const;
  return { told, kind: 'file', columns: periodColumns(() => days, HOW_TOLD[told.said](told.where)), insteadOf: null };
}

const periodColumns = (daysOf: (row: number) => readonly [string, string] | null, reason: Text): readonly ToldColumn[] => [
  { name: { en: 'period_start', zh: '期间开始' }, day: (row) => daysOf(row)?.[0] ?? null, reason },
  { name: { en: 'period_end', zh: '期间结束' }, day: (row) => daysOf(row)?.[1] ?? null, reason },
];

/** A few cells of a column of ranges may be none. */
const TOLERATED = 0.02;

/** The ranges of a column that its template takes for one of days; `null` where there is none such. */
export function rangesOfRows({ types }: Pick<TemplateSettings, 'types'>, { table }: Pick<ParsedTable, 'table'>): FilePeriod | null {
  for (const column of table.columns) {
    if (column.kind !== 'text' || types[column.name] !== 'date') continue;
    // Most columns of days show by their first cell that they are none.
    if (rangeIn(column.dictionary.text(column.codes.find((code) => code !== 0) ?? 0) ?? '') === null) continue;
    const ranges = Array.from({ length: column.dictionary.size }, (_, code) => (code === 0 ? null : rangeIn(column.dictionary.text(code) as string)));
    const filled = column.codes.filter((code) => code !== 0);
    const found = filled.filter((code) => ranges[code] !== null);
    if (found.length === 0 || found.length < filled.length * (1 - TOLERATED)) continue;
    const days = ranges.flatMap((range) => range ?? []).sort();
    const told: Period = { from: days[0] as string, to: days.at(-1) as string, said: 'columns', where: column.name };
    return { told, kind: 'ranges', columns: periodColumns((row) => ranges[column.codes[row] as number] ?? null, HOW_TOLD.columns(column.name)), insteadOf: column.name };
  }
  return null;
}

/** `2025-06-01 ~ 2025-06-07`: two days and what joins them. */
function rangeIn(text: string): readonly [string, string] | null {
  const [from, to, more] = daysIn(text);
  if (from === undefined || to === undefined || more !== undefined || from > to) return null;
  return /[~～至到–—]|\s-\s|\d-(?=\d{4})|\bto\b/.test(text) ? [from, to] : null;
}

const COUNTED: Text = { en: 'Counted from the first day that the file tells of', zh: '自文件注明的起始日起计' };

/** GA4 writes `0000` for the start date. */
function dayAt(from: string, count: unknown): string | null {
  return typeof count === 'string' && /^\d{1,5}$/.test(count) ? dayText(dayNumber(from) + Number(count)) : null;
}

/** Says that rows of different stretches of time cannot be told apart. */
export function periodUnknownFinding(file: string): Finding {
  return {
    code: 'period-unknown',
    severity: 'warning',
    where: { file },
    message: {
      en: 'Nothing says of which days these rows are, so that those of the next file cannot be told apart from them. Put the first and the last day into the name of the file (2025-06-01_2025-06-30) to keep them apart',
      zh: '未注明这些行属于哪段时间，无法与下一个文件的行区分。如需区分，请在文件名中注明起止日期（2025-06-01_2025-06-30）',
    },
  };
}

/** The card by which the columns are taken or left out. */
export function filePeriodCard({ told, kind }: FilePeriod, options: ImportOptions): Detection {
  const days = told.from === told.to ? told.from : `${told.from} – ${told.to}`;
  const how = HOW_TOLD[told.said](told.where.slice(0, 60));
  return toldCard(
    {
      title: { en: 'Period of the file', zh: '文件期间' },
      value: { en: days, zh: days },
      reason: { en: `${how.en} ${WHY[kind].en}`, zh: `${how.zh} ${WHY[kind].zh}` },
    },
    kind === 'counted' ? { en: 'As a column', zh: '作为一列' } : { en: 'As columns', zh: '作为列' },
    options,
  );
}

const WHY: Readonly<Record<FilePeriod['kind'], Text>> = {
  file: { en: 'No column does. As columns they keep the rows of each period apart when the next file comes.', zh: '表中没有日期列。作为列保留后，下一个文件到来时各期间的行互不混淆。' },
  counted: { en: 'The rows count their days from the first one. As a column of days they fit the next file.', zh: '各行的天数自起始日起计，换算为日期列后可与下一个文件衔接。' },
  ranges: { en: 'Each row names a first and a last day. As columns they can be compared.', zh: '每行为起止日期，拆为两列后便于比较。' },
};
