import type { ImportOrigin } from '../history/state.ts';
import type { TypeOptions } from '../table/cell-readers.ts';
import type { Column, TextColumn } from '../table/table.ts';
import { typeColumn } from '../table/typing.ts';
import { offsetMinutes } from '../values/zones.ts';

/** How the texts of an imported table are read. */
export const typingOf = ({ decimal, dateOrder, timeZone, emptyTexts }: Pick<ImportOrigin, 'decimal' | 'dateOrder' | 'timeZone' | 'emptyTexts'>): TypeOptions => ({
  decimal,
  dateOrder,
  offsetOf: (instant) => offsetMinutes(timeZone, instant),
  ...(emptyTexts !== undefined && { emptyTexts: new Set(emptyTexts) }),
});

/** Reads columns of texts as the types that an imported table has for them. */
export function readColumn(origin: Pick<ImportOrigin, 'types' | 'decimal' | 'dateOrder' | 'timeZone' | 'emptyTexts'>): (column: TextColumn) => Column {
  const options = typingOf(origin);
  return (column) => typeColumn(column, origin.types[column.name] ?? 'text', options).column;
}
