import type { ColumnType } from '#contract/values';
import { provenDateOrder, provenDecimal } from '../../table/column-conventions.ts';
import { Dictionary } from '../../table/dictionary.ts';
import type { Column, TextColumn } from '../../table/table.ts';
import { type DateOrder, parseCivil, yearLastParts } from '../../values/dates.ts';
import type { SourceTable } from './stack.ts';

/** How a table reads what a column does not prove by itself. */
export interface Conventions {
  readonly types: Readonly<Record<string, ColumnType>>;
  readonly dateOrder: DateOrder;
  readonly decimal: '.' | ',';
}

/**
 * Files of one table of which some prove another order of dates or another decimal sign than others: a platform has changed its export, or
 * somebody his Excel. Each is read as it proves; its cells are respelled as the table reads, so that one column means one thing.
 */
export function inOneConvention(sources: readonly SourceTable[], { types, dateOrder, decimal }: Conventions): readonly SourceTable[] {
  if (sources.length < 2) return sources;
  const respelled = new Map<Column, Column>();
  for (const [name, type] of Object.entries(types)) {
    const columns = sources.flatMap(({ table }) => table.columns.filter((column): column is TextColumn => column.name === name && column.kind === 'text'));
    if (type === 'date' || type === 'instant') respellOdd(columns, ({ dictionary }) => provenDateOrder(dictionary), dateOrder, isoDate, respelled);
    else if (NUMBERS.has(type)) respellOdd(columns, provenDecimal, decimal, swappedSigns, respelled);
  }
  if (respelled.size === 0) return sources;
  return sources.map(({ table, ...source }) => ({ ...source, table: { ...table, columns: table.columns.map((column) => respelled.get(column) ?? column) } }));
}

const NUMBERS: ReadonlySet<ColumnType> = new Set(['int', 'number', 'ratio', 'money']);

function respellOdd<C extends string>(
  columns: readonly TextColumn[],
  provenBy: (column: TextColumn) => C | null,
  usual: C,
  respell: (text: string, own: C) => string,
  respelled: Map<Column, Column>,
): void {
  const proven = columns.map((column) => [column, provenBy(column)] as const);
  if (new Set(proven.flatMap(([, own]) => own ?? [])).size < 2) return;
  for (const [column, own] of proven)
    if (own !== null && own !== usual)
      respelled.set(
        column,
        withTexts(column, (text) => respell(text, own)),
      );
}

function withTexts(column: TextColumn, change: (text: string) => string): TextColumn {
  const { dictionary, codes } = column;
  const target = new Dictionary();
  const map = new Uint32Array(dictionary.size);
  for (let code = 1; code < dictionary.size; code++) map[code] = target.add(change(dictionary.text(code) as string));
  return { ...column, dictionary: target, codes: codes.map((code) => map[code] as number) };
}

const two = (part: number) => String(part).padStart(2, '0');

/** A date of which day and month could be the other way round, with its year first. */
function isoDate(text: string, order: DateOrder): string {
  const time = yearLastParts(text) === null ? null : parseCivil(text, order);
  if (time === null) return text;
  const day = `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`;
  if (!time.timed) return day;
  const { offset } = time;
  const zone = offset === null ? '' : `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${day} ${two(time.hour)}:${two(time.minute)}:${two(time.second)}${zone}`;
}

/** Digits in one row, with little around them. */
const MAY_BE_NUMBER = /^\D{0,6}\d[\d.,'’\s]*\D{0,7}$/;

const swappedSigns = (text: string): string => (MAY_BE_NUMBER.test(text) ? text.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.')) : text);
