import type { ExportReply, ExportTarget } from '#contract/reports';
import type { Cell } from '#contract/values';
import { SuanpanError } from '#contract/errors';
import { neutralised, type Sheet, workbookBytes } from '../../reports/index.ts';
import { writeAtomically } from '../../store/whole-file.ts';
import { cellAt, type Column, type Table } from '../../table/table.ts';
import { moneyText } from '../../values/numbers.ts';
import { csvCell, MARK } from '../csv-text.ts';
import { maskedCell, personalAt, type PersonalColumns } from '../personal-columns.ts';
import { noteWritten } from '../seen-before.ts';
import type { Area, Session } from './session.ts';

const EXCEL_ROWS = 1_048_575;

function csvText(sheet: Sheet): string {
  const lines = [sheet.columns.map((column) => csvCell(neutralised(column.title))).join(',')];
  for (const row of sheet.rows) {
    lines.push(row.map((cell, i) => (cell === null ? '' : typeof cell === 'number' ? (sheet.columns[i]?.format === 'money' ? moneyText(cell) : String(cell)) : csvCell(neutralised(cell)))).join(','));
  }
  return `${MARK}${lines.join('\r\n')}\r\n`;
}

/** Writes bytes to an export target, whole or not at all. */
export function writeBytes(session: Session, bytes: Uint8Array, target: ExportTarget, rows: number): ExportReply {
  const { path, name } = session.ports.resolveTarget(target);
  try {
    writeAtomically(session.ports.files, path, bytes);
  } catch (thrown) {
    throw new SuanpanError({
      code: 'not-writable',
      where: { file: path },
      message: { en: `${path} cannot be written`, zh: `无法写入 ${path}` },
      hint: { en: 'Close it in Excel, or choose another name', zh: '请在 Excel 中关闭该文件，或换一个文件名' },
      details: String(thrown),
    });
  }
  session.open.afterwards(() => noteWritten(session.open, bytes));
  return { file: name, rows, bytes: bytes.length };
}

export async function writeExport(session: Session, sheet: Sheet, target: ExportTarget, format: 'csv' | 'xlsx'): Promise<ExportReply> {
  if (format === 'xlsx' && sheet.rows.length > EXCEL_ROWS)
    throw new SuanpanError({
      code: 'invalid-params',
      message: { en: `Excel holds ${EXCEL_ROWS} rows; this table has ${sheet.rows.length}`, zh: `Excel 最多 ${EXCEL_ROWS} 行，该表有 ${sheet.rows.length} 行` },
      hint: { en: 'Export it as CSV', zh: '请导出为 CSV' },
    });
  const bytes = format === 'csv' ? new TextEncoder().encode(csvText(sheet)) : await workbookBytes([sheet]);
  return writeBytes(session, bytes, target, sheet.rows.length);
}

/** @param personal which of the columns are masked; absent shows all as they are */
export function sheetOf(table: Table, name: string, personal?: PersonalColumns): Sheet {
  return {
    name,
    columns: table.columns.map((column) => ({ title: column.name, format: column.type === 'money' ? 'money' : column.type === 'ratio' ? 'ratio' : column.kind === 'number' ? 'count' : 'text' })),
    rows: Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => shownCell(column, row, personal))),
  };
}

function shownCell(column: Column, row: number, personal: PersonalColumns | undefined): Cell {
  const cell = cellAt(column, row);
  return personal === undefined ? cell : maskedCell(cell, column.type, personal.get(column.name));
}

function jsonText(table: Table, personal: PersonalColumns | undefined): string {
  const rows = Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(
      table.columns.map((column) => {
        const cell = shownCell(column, row, personal);
        return [column.name, column.type === 'money' && typeof cell === 'number' ? moneyText(cell) : cell];
      }),
    ),
  );
  return `${JSON.stringify(rows, null, 1)}\n`;
}

export function exportHandlers(session: Session): Area<'export'> {
  return {
    'export.table': ({ dataset, target, format, reveal }) =>
      session.open.read(() => {
        const { datasets } = session.open;
        const { name } = datasets.definition(dataset);
        const { tables } = datasets.get(dataset);
        const table = tables[tables.length - 1] as Table;
        const personal = reveal === true ? undefined : personalAt(session.open, dataset, { tables });
        if (format === 'json') return writeBytes(session, new TextEncoder().encode(jsonText(table, personal)), target, table.rows);
        return writeExport(session, sheetOf(table, name, personal), target, format);
      }),
  };
}
