import { SuanpanError } from '#contract/errors';
import type { Finding } from '#contract/values';
import { cellAt, type TextColumn } from '../../table/table.ts';
import { columnNames, TableBuilder } from '../builder.ts';
import type { Knowledge, ParsedTable } from '../parsed.ts';
import { hasDaysAcross, nameOfDays } from './days-across.ts';

/** SQLite holds 2,000 columns in a table; two are ours. */
export const MOST_COLUMNS = 1990;
/** A table that lies on its side is small. */
const MOST_ROWS = 1000;
const ENOUGH_KNOWN = 3;

/**
 * Turns a table that lies on its side: the names stand in its first column, each further column is a row.
 *
 * @param wanted what a person chose; `undefined` looks for names that platforms use, for days as header above measures, or for more columns than a table may have
 * @throws SuanpanError `file-unsupported` for a table that has too many columns either way
 */
export function uprighted(parsed: ParsedTable, file: string, knowledge: Pick<Knowledge, 'isHeader'>, wanted: boolean | undefined): ParsedTable {
  const { table } = parsed;
  const tooWide = table.columns.length > MOST_COLUMNS;
  const turn = wanted ?? ((tooWide && table.rows < MOST_COLUMNS) || liesOnItsSide(parsed, knowledge) || hasDaysAcross(parsed, knowledge));
  if (!turn || table.rows >= MOST_COLUMNS) {
    if (tooWide) throw tooManyColumns(file, table.columns.length);
    return parsed;
  }
  const first = table.columns[0] as TextColumn;
  // Where the first line was taken for data, all of its cells are in the table.
  const named = parsed.headerRows > 0;
  const lead = named ? 1 : 0;
  const header = [...(named ? [nameOfDays(parsed)] : []), ...Array.from({ length: table.rows }, (_, row) => String(cellAt(first, row) ?? ''))];
  const builder = new TableBuilder(header.length);
  for (const [position, column] of table.columns.entries()) {
    if (position === 0) continue;
    // A row of the turned table is a column of the file.
    builder.startRow(position + 1);
    if (named) builder.setText(0, column.name);
    for (let row = 0; row < table.rows; row++) builder.setText(row + lead, String(cellAt(column, row) ?? ''));
  }
  const turned = builder.build(columnNames(header, header.length));
  const finding: Finding = {
    code: 'transposed',
    severity: 'info',
    where: { file },
    message: { en: 'The table lay on its side: its columns were turned into rows', zh: '表格为横向排列：已将列转为行' },
  };
  return {
    ...parsed,
    table: turned,
    headerRows: 1,
    // Lines that had no place in the table are no columns of the turned one: they stay set aside, under their numbers in the file.
    totalRows: turned.rows + 1 + parsed.preamble.length + parsed.footer.length + parsed.setAside.length + parsed.blankRows,
    reasons: { ...parsed.reasons, header: { row: 0, names: header.length, known: 0 } },
    findings: [...parsed.findings, finding],
  };
}

function liesOnItsSide({ table, headerRows }: ParsedTable, knowledge: Pick<Knowledge, 'isHeader'>): boolean {
  const first = table.columns[0] as TextColumn | undefined;
  if (first === undefined || headerRows > 1 || table.rows < ENOUGH_KNOWN || table.rows > MOST_ROWS || table.columns.length < 2) return false;
  const names = Array.from({ length: table.rows }, (_, row) => String(cellAt(first, row) ?? ''));
  const known = names.filter((name) => name !== '' && knowledge.isHeader(name)).length;
  const knownAbove = table.columns.filter(({ name }) => knowledge.isHeader(name)).length;
  return known >= ENOUGH_KNOWN && known >= table.rows / 2 && new Set(names).size === names.length && knownAbove <= 1 && knownAbove < known;
}

/** A table wider than the workspace holds. */
export function tooManyColumns(file: string, columns: number): SuanpanError {
  return new SuanpanError({
    code: 'file-unsupported',
    where: { file },
    message: { en: `${file} has ${columns} columns; a table may have ${MOST_COLUMNS}`, zh: `${file} 有 ${columns} 列，最多支持 ${MOST_COLUMNS} 列` },
    hint: { en: 'Export fewer columns, or split the sheet', zh: '请减少导出的列，或拆分表格' },
  });
}
