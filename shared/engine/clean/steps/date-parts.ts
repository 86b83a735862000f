import type { ColumnType } from '#contract/values';
import { SuanpanError } from '#contract/errors';
import { numberColumn, textColumn, type TextColumn } from '../../table/table.ts';
import { businessDay, dayNumber, dayText } from '../../values/dates.ts';
import { requireColumn } from '../cells.ts';
import { asNumber, asText, both, choiceParam, columnParam, defineStep, numberParam, type StepContext, textParam } from '../define.ts';
import { addColumns } from '../derived.ts';

const PARTS: readonly (readonly [string, string, string])[] = [
  ['day', 'Day', '日期'],
  ['year', 'Year', '年'],
  ['quarter', 'Quarter: 2025-Q2', '季度：2025-Q2'],
  ['month', 'Month: 2025-06', '月份：2025-06'],
  ['week', 'ISO week: 2025-W25', '周：2025-W25'],
  ['weekday', 'Day of the week, 1 is Monday', '星期，1 为星期一'],
  ['hour', 'Hour, 0 to 23', '小时，0 到 23'],
  ['time', 'Time of day', '时刻'],
];

export const dateParts = defineStep({
  id: 'date-parts',
  version: 1,
  title: both('Part of a date', '日期部分'),
  help: both(
    "Takes the day, month, week, hour and so on of a date or a time, in the time zone of the table's shop. A day may begin later than midnight: with 4, what happens at 3 in the night belongs to the day before.",
    '按本表店铺的时区取日期、月份、周、小时等。一天可以晚于零点开始：设为 4 时，凌晨 3 点归前一天。',
  ),
  icon: 'calendar-days',
  family: 'values',
  params: [
    columnParam('column', 'Column', '列', { types: ['date', 'instant'] }),
    choiceParam('part', 'Part', '部分', PARTS),
    numberParam('begins', 'The day begins at (hours)', '一天开始于（时）', { optional: true, default: 0 }),
    textParam('name', 'New column', '新列'),
  ],
  columns: (params) => ({ reads: [asText(params, 'column')], adds: [asText(params, 'name')], removes: [] }),
  describe: (params) => {
    const [, en, zh] = PARTS.find(([id]) => id === asText(params, 'part')) ?? ['', '', ''];
    return {
      title: both(`Add ${asText(params, 'name')}`, `添加“${asText(params, 'name')}”`),
      detail: both(`${en.split(':')[0]} of ${asText(params, 'column')}`, `“${asText(params, 'column')}”的${zh.split('：')[0]}`),
    };
  },
  run(table, params, context) {
    const column = requireColumn(table, asText(params, 'column'));
    if (column.kind !== 'text' || (column.type !== 'date' && column.type !== 'instant'))
      throw new SuanpanError({
        code: 'invalid-params',
        where: { column: column.name },
        message: both(`${column.name} holds no dates; set its type first`, `“${column.name}”不是日期列，请先设置类型`),
      });
    const part = asText(params, 'part');
    if (column.type === 'date' && (part === 'hour' || part === 'time'))
      throw new SuanpanError({ code: 'invalid-params', where: { column: column.name }, message: both(`${column.name} has days only, no time`, `“${column.name}”只有日期，没有时间`) });
    const name = asText(params, 'name');
    const cells = perText(column, (text) => partOf(text, column.type, part, asNumber(params, 'begins', 0), context));
    const isNumber = part === 'year' || part === 'weekday' || part === 'hour';
    const made = isNumber ? numberColumn(name, 'int', cells as (number | null)[]) : textColumn(name, part === 'day' ? 'date' : 'text', cells as (string | null)[]);
    return { table: addColumns(table, [made]), changedCells: 0 };
  },
  examples: [
    ...(
      [
        ['day', 'date', '2025-06-18'],
        ['month', 'text', '2025-06'],
        ['quarter', 'text', '2025-Q2'],
        ['week', 'text', '2025-W25'],
        ['weekday', 'int', 3],
        ['hour', 'int', 3],
        ['time', 'text', '03:30:00'],
        ['year', 'int', 2025],
      ] as const
    ).map(([part, type, value]) => ({
      // 19:30 in London is half past three of the next day in Shanghai.
      columns: [['at', 'instant']] as const,
      rows: [['2025-06-17 19:30:00'], [null]],
      params: { column: 'at', part, name: 'p' },
      becomes: {
        columns: [['at', 'instant'] as const, ['p', type] as const],
        rows: [
          ['2025-06-17 19:30:00', value],
          [null, null],
        ],
      },
      changedCells: 0,
    })),
    {
      columns: [['at', 'instant']],
      rows: [['2025-06-17 19:30:00']],
      params: { column: 'at', part: 'day', begins: 4, name: 'p' },
      becomes: {
        columns: [
          ['at', 'instant'],
          ['p', 'date'],
        ],
        rows: [['2025-06-17 19:30:00', '2025-06-17']],
      },
      changedCells: 0,
    },
    {
      columns: [['d', 'date']],
      rows: [['2024-12-30'], ['2027-01-01']],
      params: { column: 'd', part: 'week', name: 'w' },
      becomes: {
        columns: [
          ['d', 'date'],
          ['w', 'text'],
        ],
        rows: [
          ['2024-12-30', '2025-W01'],
          ['2027-01-01', '2026-W53'],
        ],
      },
      changedCells: 0,
    },
  ],
});

/** Computes each different text once. */
function perText<T>({ codes, dictionary }: TextColumn, compute: (text: string) => T): (T | null)[] {
  const made: (T | null)[] = new Array(dictionary.size).fill(null);
  for (let code = 1; code < dictionary.size; code++) made[code] = compute(dictionary.text(code) as string);
  return Array.from(codes, (code) => made[code] as T | null);
}

function partOf(text: string, type: ColumnType, part: string, begins: number, { typing }: StepContext): string | number {
  const offset = type === 'instant' ? typing.offsetOf(text) : 0;
  if (part === 'hour' || part === 'time') {
    const minutes = Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)) + offset;
    const local = ((minutes % 1440) + 1440) % 1440;
    const hour = Math.floor(local / 60);
    return part === 'hour' ? hour : `${String(hour).padStart(2, '0')}:${String(local % 60).padStart(2, '0')}:${text.slice(17, 19)}`;
  }
  const day = type === 'instant' ? businessDay(text, offset, Math.round(begins * 60)) : text;
  switch (part) {
    case 'year':
      return Number(day.slice(0, 4));
    case 'quarter':
      return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    case 'month':
      return day.slice(0, 7);
    case 'weekday':
      return weekday(day);
    case 'week':
      return isoWeek(day);
    default:
      return day;
  }
}

/** 1 is Monday; 1970-01-01 was a Thursday. */
const weekday = (day: string): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

/** ISO 8601: a week belongs to the year of its Thursday. */
function isoWeek(day: string): string {
  const thursday = dayText(dayNumber(day) - weekday(day) + 4);
  const year = thursday.slice(0, 4);
  const week = Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
