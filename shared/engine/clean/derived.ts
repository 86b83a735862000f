import { SuanpanError } from '#contract/errors';
import { type Cell, type ColumnType, MONEY_SCALE } from '#contract/values';
import { Dictionary } from '../table/dictionary.ts';
import { groupRows, type Groups } from '../table/groups.ts';
import { type Column, type NumberColumn, type Table, textColumn, type TextColumn, withColumn } from '../table/table.ts';
import { requireColumn } from './cells.ts';

/** The cells of a column as people read them: money in currency units. */
export function shownTexts(column: Column): TextColumn {
  if (column.kind === 'text') return column;
  return textColumn(
    column.name,
    'text',
    Array.from(column.values, (value) => (Number.isNaN(value) ? null : shownNumber(value, column.type))),
  );
}

export const shownNumber = (value: number, type: ColumnType): string => String(type === 'money' ? value / MONEY_SCALE : value);

/** A number of a form or an expression in the scale of a column. */
export const inScaleOf = (value: number, type: ColumnType): number => (type === 'money' ? value * MONEY_SCALE : value);

/** The column of numbers, or the error that says it holds none. */
export function requireNumbers(table: Table, name: string): NumberColumn {
  const column = requireColumn(table, name);
  if (column.kind === 'number') return column;
  throw new SuanpanError({
    code: 'invalid-params',
    where: { column: name },
    message: { en: `${name} holds no numbers`, zh: `“${name}”不是数字列` },
    hint: { en: 'Set its type first', zh: '请先设置其类型' },
  });
}

/** Adds columns whose names must be free: a step never replaces what it was not told to. */
export function addColumns(table: Table, columns: readonly Column[]): Table {
  for (const [i, { name }] of columns.entries()) {
    const twice = columns.findIndex((other) => other.name === name) !== i;
    if (name.trim() === '') throw new SuanpanError({ code: 'invalid-params', message: { en: 'a new column has no name', zh: '新列没有名称' } });
    if (twice || table.columns.some((column) => column.name === name))
      throw new SuanpanError({ code: 'invalid-params', where: { column: name }, message: { en: `there is a column ${name} already`, zh: `已有名为“${name}”的列` } });
  }
  return columns.reduce(withColumn, table);
}

/** New text columns made from each different text of another one, e.g. its parts. Missing stays missing. */
export function textsFrom(source: TextColumn, names: readonly string[], parts: (text: string) => readonly (string | null)[]): TextColumn[] {
  const { dictionary } = source;
  const targets = names.map(() => ({ dictionary: new Dictionary(), map: new Uint32Array(dictionary.size) }));
  for (let code = 1; code < dictionary.size; code++) {
    const made = parts(dictionary.text(code) as string);
    for (const [i, target] of targets.entries()) {
      const text = made[i];
      if (text !== null && text !== undefined && text !== '') target.map[code] = target.dictionary.add(text);
    }
  }
  return targets.map(({ dictionary: texts, map }, i) => ({ kind: 'text', name: names[i] as string, type: 'text', codes: source.codes.map((code) => map[code] as number), dictionary: texts }));
}

/** Rows with equal cells in the named columns, each group on its own; all rows together when none is named. */
export const within = (table: Table, names: readonly string[]): Groups =>
  groupRows(
    names.map((name) => requireColumn(table, name)),
    table.rows,
  );

/** Orders cells: numbers by size, texts by code points, missing last. */
export function compareCells(a: Cell, b: Cell): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
