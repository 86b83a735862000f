import type { Knowledge, ParsedTable } from '../parsed.ts';
import { cellAt, type TextColumn } from '../../table/table.ts';
import { isNameless } from '../builder.ts';
import { dayOf, isFilled, looksLikeData } from './headers.ts';

/** Fewer days are columns that are compared. */
const FEWEST_DAYS = 4;
const FEWEST_MEASURES = 2;
const DAY = 86_400;
const MEASURE = /^(数据)?指标(名称|名)?$|^(metrics?|measures?|indicators?|kpis?)$/i;
const DATE = /^(统计)?日期$|^(date|day)$/i;

type Sideways = Pick<ParsedTable, 'table' | 'headerRows'>;

/** Whether a table names days in its header, one after the other, and measures in its first column: goods or shops there are no measures. */
export function hasDaysAcross(parsed: Sideways, { isHeader }: Pick<Knowledge, 'isHeader'>): boolean {
  const { table, headerRows } = parsed;
  const [first, ...others] = table.columns as readonly TextColumn[];
  if (first === undefined || headerRows !== 1 || others.length < FEWEST_DAYS || table.rows < FEWEST_MEASURES || !isDayByDay(others.map(({ name }) => name))) return false;
  const names = Array.from({ length: table.rows }, (_, row) => String(cellAt(first, row) ?? ''));
  if (new Set(names).size < names.length || names.some((name) => !isFilled(name) || looksLikeData(name))) return false;
  if (MEASURE.test(first.name)) return true;
  if (!DATE.test(first.name) && !isNameless(first.name)) return false;
  return names.filter(isHeader).length * 2 >= names.length || new Set(names.map((_, row) => kindOf(others.map((column) => String(cellAt(column, row) ?? ''))))).size > 1;
}

/** What the column of the days is called once they stand below each other: a name of measures, or none, says nothing of days. */
export function nameOfDays({ table }: Sideways): string {
  const [first, ...others] = table.columns as readonly [TextColumn, ...TextColumn[]];
  if (!(MEASURE.test(first.name) || isNameless(first.name)) || !isDayByDay(others.map(({ name }) => name))) return first.name;
  const isChinese = [first.name, ...Array.from({ length: table.rows }, (_, row) => String(cellAt(first, row) ?? ''))].some((name) => /\p{Script=Han}/u.test(name));
  return isChinese ? '日期' : 'date';
}

function isDayByDay(names: readonly string[]): boolean {
  const days = names.map(dayOf);
  return days.every((day, i) => day !== null && (i === 0 || Math.abs(day - (days[i - 1] as number)) === DAY)) && new Set(days).size === days.length;
}

/** What the filled cells of a row are; a row of mixed ones counts as the usual numbers. */
function kindOf(cells: readonly string[]): string {
  const kinds = new Set(cells.filter(isFilled).map((cell) => (/[%％]$/.test(cell.trim()) ? 'percent' : looksLikeData(cell) ? 'number' : 'text')));
  return kinds.size === 1 ? ([...kinds][0] as string) : 'number';
}
