import type { ParsedTable } from '../parsed.ts';

/** Between the name of a sheet and that of a table that is a part of it. */
export const OF_SHEET = ': ';

/** Whether a sheet may hold the table that is wanted: it bears its name, or that of a part of the sheet. */
export const mayHold = (sheet: string, wanted: string | undefined): boolean => wanted === undefined || wanted === sheet || wanted.startsWith(`${sheet}${OF_SHEET}`);

/** The tables that are wanted of a workbook: the one of that name, or all parts of the sheet of that name. */
export function wantedTables(tables: readonly ParsedTable[], wanted: string | undefined): readonly ParsedTable[] {
  return wanted === undefined ? tables : tables.filter(({ name, part }) => name === wanted || part?.of === wanted);
}
