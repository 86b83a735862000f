import type { Finding } from '#contract/values';
import { gather, type Table } from '../../table/table.ts';
import { columnNames, type TableBuilder } from '../builder.ts';
import type { CellRange, ParsedTable, ParseRequest } from '../parsed.ts';
import { trimFooter } from './footer.ts';
import { flattenHeader } from './headers.ts';
import { titleOf } from './sections.ts';
import { sideBySideFindings } from './side-by-side.ts';
import { liftSpecialRows } from './special-rows.ts';
import type { Structure } from './structure.ts';

export type GridRequest = Pick<ParseRequest, 'options' | 'knowledge' | 'file'>;

/** A sheet whose rows have all gone into columns. */
interface SettledGrid {
  readonly name: string;
  readonly preamble: readonly (readonly string[])[];
  readonly levels: readonly (readonly string[])[];
  readonly structure: Structure;
  readonly builder: TableBuilder;
  readonly blankRows: number;
  readonly lastRow: number;
}

/** The rows below the header, without the last ones that are none of the table. */
export function gridRows(builder: TableBuilder, levels: SettledGrid['levels'], { preambleRows, headerRows }: Structure, removed = 0): Table {
  return below(builder.build(columnNames(flattenHeader(levels), builder.width), removed), preambleRows + headerRows);
}

/** The table of a sheet: its footer, totals and repeated headers are taken out of its rows. */
export function gridTable(
  { name, preamble, levels, structure, builder, blankRows, lastRow }: SettledGrid,
  { options, file }: GridRequest,
  findings: readonly Finding[],
  merges: readonly CellRange[],
): ParsedTable {
  const header = flattenHeader(levels);
  const names = columnNames(header, builder.width);
  const trimmed = trimFooter(builder, [], names, file.name, options.footerRows);
  const rows = gridRows(builder, levels, structure, trimmed.removed);
  const special = liftSpecialRows(rows, file.name, options, { isProven: (trimmed.reason?.sums.length ?? 0) > 0, title: titleOf(preamble), header, preamble });
  const { table } = special;
  return {
    name,
    dialect: null,
    preamble,
    headerRows: structure.headerRows,
    footer: [...special.footer, ...trimmed.footer],
    blankRows,
    totalRows: lastRow,
    table,
    setAside: special.setAside,
    stacked: special.stacked,
    findings: [...findings, ...sideBySideFindings(table, header, file.name, name), ...trimmed.findings, ...special.findings, ...(table.rows === 0 ? [headerOnly(name)] : [])],
    merges,
    reasons: {
      encoding: null,
      delimiter: null,
      header: structure.headerRows === 0 ? null : { row: structure.preambleRows + 1, names: header.filter((cell) => cell.trim() !== '').length, known: structure.known },
      above: special.above,
      footer: trimmed.reason === null ? null : { label: trimmed.reason.label, sums: trimmed.reason.sums.map((sum) => ({ column: names[sum.column] as string, text: sum.text })) },
    },
  };
}

/** The rows of a table below a row of the file. */
function below(table: Table, fileRow: number): Table {
  let first = 0;
  while (first < table.rows && (table.origin.row[first] as number) <= fileRow) first++;
  return first === 0
    ? table
    : gather(
        table,
        Uint32Array.from({ length: table.rows - first }, (_, row) => first + row),
      );
}

/** Nothing below the header is no fault, but whoever expects rows should not have to guess. */
function headerOnly(sheet: string): Finding {
  return { code: 'no-rows', severity: 'info', where: { sheet }, message: { en: 'There is a header and no row below it', zh: '只有表头，下面没有数据行' } };
}
