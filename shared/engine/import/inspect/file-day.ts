import type { ImportOptions } from '#contract/documents';
import type { Detection } from '#contract/import';
import type { Finding } from '#contract/values';
import type { TextColumn } from '../../table/table.ts';
import type { InferredTypes } from '../types/infer.ts';
import type { ParsedTable } from '../parsed.ts';
import { daysIn } from './provenance.ts';
import { toldCard, type ToldColumn } from './told-days.ts';

/** Measures, of which each file of a series tells the state of its day. */
const MEASURES: ReadonlySet<string> = new Set(['int', 'number', 'money', 'ratio']);

/** Columns that say of which stretch of time a row is, and numbers of orders, by which a row is found again. */
const PERIOD = /^(month|week|quarter|year|period|月份?|年月|周|季度|年份?)$|月份|周次/i;
const PERIOD_CELL = /^(19|20)\d{2}([-/.年]?(0?[1-9]|1[0-2])月?|-?W\d{1,2}|[- ]?Q[1-4])$/i;
const ORDER = /order|invoice|transaction|refund|订单|单号|流水|交易号|退款/i;
/** What names of pictures and products end in is no day. */
const NO_DAY = /[a-z]+\d{8}|(img|dsc|pxl)[_-]\d+/gi;

/** Whether a row of the table tells by itself of when or of which order it is. */
function tellsItself(columns: readonly TextColumn[]): boolean {
  return columns.some(({ name, dictionary, codes }) => {
    if (PERIOD.test(name) || PERIOD_CELL.test(dictionary.text(1) ?? '')) return true;
    return ORDER.test(name) && dictionary.size - 1 === codes.length;
  });
}

/**
 * The day of a file that is one of a series: its name says one day, no column does, and it holds numbers. Without its day a row that did
 * not change would be taken for the one of the day before. `null` for any other file.
 *
 * @param isKnown a template knows the table, and by what its rows are told apart whatever day it is
 */
export function dayOfFile(types: InferredTypes, parsed: ParsedTable, fileName: string, isKnown: boolean): string | null {
  const days = new Set(daysIn(fileName.replace(NO_DAY, '')));
  return days.size !== 1 || isKnown || !isUndated(types, parsed) ? null : ([...days][0] as string);
}

/** Whether a table holds numbers, and nothing that says of when they are. */
export function isUndated({ columns }: InferredTypes, { table }: ParsedTable): boolean {
  return !tellsItself(table.columns as readonly TextColumn[]) && !columns.some(({ type }) => type === 'date' || type === 'instant') && columns.some(({ type }) => MEASURES.has(type));
}

/** The day of its file as a column. */
export const dayColumn = (day: string): ToldColumn => ({ name: { en: 'file_date', zh: '文件日期' }, day: () => day, reason: { en: 'The name of the file says the day', zh: '文件名注明日期' } });

/** Says that the next file of a kind that tells the state of a day takes the place of one that does not say its day. */
export function undatedFinding(file: string): Finding {
  return {
    code: 'snapshot-undated',
    severity: 'info',
    where: { file },
    message: {
      en: 'Nothing says of which day this stock is: rows of a later file replace those of this one. Put the day into the name of the file (2025-06-01) to keep the days apart',
      zh: '未注明是哪一天的库存：之后导入的文件会替换这些行。如需按天保留，请在文件名中注明日期（2025-06-01）',
    },
  };
}

/** The card by which the column is taken or left out. */
export function fileDayCard(day: string | null, options: ImportOptions): Detection | null {
  if (day === null) return null;
  return toldCard(
    {
      title: { en: 'Day of the file', zh: '文件日期' },
      value: { en: day, zh: day },
      reason: {
        en: 'The name of the file says a day, and no column does. As a column it keeps the rows of each day apart when the next file comes.',
        zh: '文件名注明了日期，而表中没有日期列。作为一列保留后，下一个文件到来时各天的行互不混淆。',
      },
    },
    { en: 'As a column', zh: '作为一列' },
    options,
  );
}
