import type { ImportOptions } from '#contract/documents';
import type { Detection } from '#contract/import';
import type { Finding, Text } from '#contract/values';
import { cellAt, type TextColumn } from '../../table/table.ts';
import { dayNumber, dayText } from '../../values/dates.ts';
import type { ParsedTable, TemplateSettings } from '../parsed.ts';
import { HOW_TOLD, type Period, toldPeriod } from './provenance.ts';
import { toldCard, type ToldColumn } from './told-days.ts';

/** Columns that say of each row of when it is, whatever the file tells. */
const TIME_COLUMN = /^(date|day|week|month|quarter|year|hour|日期|统计日期|天|周|月|月份|季度|年|年份|小时)( \+ .*)?$/i;

/** Days that a layout leaves to its file: of which stretch of time its rows are, or from which day on they are counted. */
export interface FilePeriod {
  readonly told: Period;
  readonly columns: readonly ToldColumn[];
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
  if (counted !== undefined) return { told, columns: [{ name: { en: 'date', zh: '日期' }, day: (row) => dayAt(told.from, cellAt(counted, row)), reason: COUNTED }] };
  return {
    told,
    columns: [
      { name: { en: 'period_start', zh: '期间开始' }, day: () => told.from, reason: HOW_TOLD[told.said](told.where) },
      { name: { en: 'period_end', zh: '期间结束' }, day: () => told.to, reason: HOW_TOLD[told.said](told.where) },
    ],
  };
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
export function filePeriodCard({ told, columns }: FilePeriod, options: ImportOptions): Detection {
  const days = told.from === told.to ? told.from : `${told.from} – ${told.to}`;
  const how = HOW_TOLD[told.said](told.where.slice(0, 60));
  const isCounted = columns.length === 1;
  return toldCard(
    {
      title: { en: 'Period of the file', zh: '文件期间' },
      value: { en: days, zh: days },
      reason: isCounted
        ? { en: `${how.en} The rows count their days from the first one. As a column of days they fit the next file.`, zh: `${how.zh} 各行的天数自起始日起计，换算为日期列后可与下一个文件衔接。` }
        : {
            en: `${how.en} No column does. As columns they keep the rows of each period apart when the next file comes.`,
            zh: `${how.zh} 表中没有日期列。作为列保留后，下一个文件到来时各期间的行互不混淆。`,
          },
    },
    isCounted ? { en: 'As a column', zh: '作为一列' } : { en: 'As columns', zh: '作为列' },
    options,
  );
}
