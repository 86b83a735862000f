import type { ImportOptions } from '#contract/documents';
import type { Detection, InspectedColumn } from '#contract/import';
import { provenDateOrder } from '../../table/column-conventions.ts';
import type { TextColumn } from '../../table/table.ts';
import { epochTime, isoDay, timeIn, yearLastParts } from '../../values/dates.ts';
import { examplesOf } from '../types/infer.ts';
import { backFrom, both, CHOSEN } from './card-words.ts';
import type { Proposed } from './inspect.ts';

/** Letters behind numbers may be those of a zone. */
const hasNamedMonth = (example: string): boolean => /\p{L}{3}/u.test(example) && !/^\d{4}\D/.test(example) && yearLastParts(example) === null;

/** In which order days, months and years stand. */
export function dateCard({ parsed, types, timeZone }: Proposed, options: ImportOptions, columns: readonly Pick<InspectedColumn, 'unparsed' | 'nulls'>[]): Detection | null {
  const dated = types.columns.flatMap(({ type }, i) => (type === 'date' || type === 'instant' ? [i] : []));
  // Of several the one that is to be asked about.
  const open = types.dateOrderSure ? undefined : dated.find((i) => provenDateOrder((parsed.table.columns[i] as TextColumn).dictionary) === null);
  const index = open ?? dated[0] ?? -1;
  if (index < 0) return null;
  const example = examplesOf(parsed.table.columns[index] as TextColumn, 1)[0] ?? '';
  const dateOrder = provenDateOrder((parsed.table.columns[index] as TextColumn).dictionary) ?? types.dateOrder;
  const read = timeIn(example, dateOrder);
  const label =
    epochTime(example) !== null
      ? { en: 'Seconds since 1970', zh: '1970 年起的秒数' }
      : hasNamedMonth(example)
        ? { en: 'Month in words', zh: '英文月份' }
        : { ymd: { en: 'Year/month/day', zh: '年/月/日' }, mdy: { en: 'Month/day/year', zh: '月/日/年' }, dmy: { en: 'Day/month/year', zh: '日/月/年' } }[dateOrder];
  const filled = parsed.table.rows - (columns[index]?.nulls ?? 0);
  const refused = columns[index]?.unparsed ?? 0;
  const fitting = { en: refused === 0 ? 'Every part fits.' : `${filled - refused} of ${filled} fit.`, zh: refused === 0 ? '各部分均相符。' : `${filled} 个中有 ${filled - refused} 个相符。` };
  const orders = types.dateOrderSure && dateOrder === 'ymd' ? (['ymd'] as const) : (['mdy', 'dmy'] as const);
  return {
    id: 'dates',
    title: { en: 'Dates', zh: '日期' },
    value: label,
    reason: types.dateOrderSure
      ? !types.columns.some(({ type }) => type === 'instant')
        ? // A day without a time is of no zone.
          fitting
        : {
            en: `${fitting.en} Time zone: ${offsetInCells(types, parsed) === null ? timeZone : 'in the cells'}.`,
            zh: `${fitting.zh}时区：${offsetInCells(types, parsed) === null ? timeZone : '单元格自带'}。`,
          }
      : { en: 'Day and month could be the other way round: no part is above 12.', zh: '日和月可能颠倒：没有大于 12 的部分。' },
    evidence: read === null ? [] : [{ from: example, to: isoDay(read), tone: 'good' }],
    sure: types.dateOrderSure,
    choices: orders.map((order) => ({ label: both({ ymd: 'Y/M/D', mdy: 'M/D/Y', dmy: 'D/M/Y' }[order]), selected: order === dateOrder, options: { ...options, dateOrder: order } })),
    ...backFrom(options, 'dateOrder'),
  };
}

/** The first time that says its own distance from UTC, where times do. */
function offsetInCells(types: Proposed['types'], parsed: Proposed['parsed']): string | null {
  for (const [i, { type }] of types.columns.entries()) {
    const [example] = type === 'instant' ? examplesOf(parsed.table.columns[i] as TextColumn, 1) : [];
    if (example !== undefined && (timeIn(example, types.dateOrder)?.offset ?? null) !== null) return example;
  }
  return null;
}

/** Whose clock the times are by. */
export function zoneCard({ types, timeZone, template, parsed }: Proposed, options: ImportOptions): Detection | null {
  if (!types.columns.some((column) => column.type === 'instant')) return null;
  const own = offsetInCells(types, parsed);
  if (own !== null)
    return {
      id: 'time-zone',
      title: { en: 'Time zone', zh: '时区' },
      value: { en: 'In the cells', zh: '单元格自带' },
      reason: { en: 'Each time says how far it is from UTC.', zh: '每个时间都带有与 UTC 的时差。' },
      evidence: [{ from: own, tone: 'good' }],
      sure: true,
      choices: [],
    };
  const zones = [...new Set([timeZone, 'Asia/Shanghai', 'UTC', 'Europe/London', 'America/New_York'])].slice(0, 4);
  return {
    id: 'time-zone',
    title: { en: 'Time zone', zh: '时区' },
    value: both(timeZone),
    reason:
      options.timeZone !== undefined
        ? CHOSEN
        : template !== null && timeZone !== 'UTC'
          ? { en: 'The platform writes its times in this zone.', zh: '该平台使用此时区。' }
          : { en: 'The file does not say; times are kept as written.', zh: '文件未注明，按原样保留。' },
    evidence: [],
    sure: true,
    choices: zones.map((zone) => ({ label: both(zone), selected: zone === timeZone, options: { ...options, timeZone: zone } })),
    ...backFrom(options, 'timeZone'),
  };
}
