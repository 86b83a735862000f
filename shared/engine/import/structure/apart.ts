import type { ImportOptions } from '#contract/documents';
import { optionsOf } from '#contract/import-options';
import type { Finding } from '#contract/values';
import { cellAt, type Table, type TextColumn } from '../../table/table.ts';
import type { CellRange, ParsedTable, ParseRequest } from '../parsed.ts';
import type { TableBelow } from './gaps.ts';
import type { GridCollector } from './grid.ts';
import { flattenHeader } from './headers.ts';
import { partNames, placedSection, titleOf } from './sections.ts';
import type { Structure } from './structure.ts';

type Rows = readonly (readonly string[])[];

/** A sheet that was read to its end, nothing taken out of it yet. */
export interface WholeSheet {
  readonly name: string;
  readonly preamble: Rows;
  readonly levels: Rows;
  readonly structure: Structure;
  /** The rows below the header. */
  readonly rows: Table;
  readonly lastRow: number;
}

/** Options by which a sheet is read as it is, whatever is seen in it. */
export function staysWhole({ splitStacked, preambleRows, headerRows, transpose }: ImportOptions): boolean {
  return splitStacked === false || preambleRows !== undefined || headerRows !== undefined || transpose === true;
}

/** What was chosen for the sheet counts for its parts, but for what was chosen for one of them. */
export const optionsOfParts = (options: ImportOptions, sheet: string): ImportOptions => ({ ...optionsOf(options, sheet), ...(options.tables !== undefined && { tables: options.tables }) });

/**
 * Reads the tables of a sheet one by one, each as if it stood alone: its totals, notes and repeated headers are those of its own rows. No
 * row is lost: blank ones go to the table above them.
 *
 * @param below where the further tables begin
 * @param collect begins a table of that name whose header is known
 */
export function readApart(
  sheet: WholeSheet,
  below: readonly TableBelow[],
  findings: readonly Finding[],
  merges: readonly CellRange[],
  collect: (name: string, structure: Structure) => GridCollector,
): ParsedTable[] {
  const columns = sheet.rows.columns as readonly TextColumn[];
  const fileRow = (row: number) => sheet.rows.origin.row[row] as number;
  const cells = (row: number) => columns.map((column) => String(cellAt(column, row) ?? ''));
  const range = (from: number, until: number) => Array.from({ length: until - from }, (_, i) => from + i);
  const names = partNames(
    [{ title: titleOf(sheet.preamble), columns: flattenHeader(sheet.levels) }, ...below.map(({ start, header }) => ({ title: titleOf(range(start, header).map(cells)), columns: cells(header) }))],
    sheet.name,
  );
  return [null, ...below].flatMap((part, i) => {
    const next = below[i];
    const first = part === null ? 1 : fileRow(part.start);
    const last = next === undefined ? sheet.lastRow : fileRow(next.start) - 1;
    const structure = part === null ? sheet.structure : { ...sheet.structure, preambleRows: fileRow(part.header) - first, headerRows: 1, known: 0 };
    const grid = collect(names[i] as string, structure);
    if (part === null) for (const [at, row] of [...sheet.preamble, ...sheet.levels].entries()) grid.push(at + 1, row);
    for (const row of range(part?.start ?? 0, next?.start ?? sheet.rows.rows)) grid.push(fileRow(row) - first + 1, cells(row));
    grid.reach(last - first + 1);
    const isOwn = (row: number | undefined) => (row === undefined ? part === null : row >= first && row <= last);
    const table = grid.finish([], within(merges, first, last));
    if (table === null) return [];
    const placed = placedSection({ ...table, findings: table.findings.map((finding) => moved(finding, first - 1)) }, { byte: 0, record: first - 1 });
    const header = placed.reasons.header?.row ?? first;
    return [
      { ...placed, merges: merges.filter(({ firstRow }) => isOwn(firstRow)), findings: [...findings.filter(({ where }) => isOwn(where?.row)), ...placed.findings], part: { of: sheet.name, header } },
    ];
  });
}

/** What is said of a sheet as far as it is said of a row of this table; all else goes to the first. */
export function findingsOfPart(findings: readonly Finding[], parts: readonly ParsedTable[], part: ParsedTable): Finding[] {
  const starts = parts.map((one) => (one.part?.header ?? 1) - one.preamble.length);
  return findings.filter(
    ({ where: { row = 1 } }) =>
      parts[
        Math.max(
          0,
          starts.findLastIndex((start) => start <= row),
        )
      ] === part,
  );
}

/** Merged ranges of some rows, as these are counted by themselves. */
function within(merges: readonly CellRange[], first: number, last: number): CellRange[] {
  return merges.filter(({ firstRow, lastRow }) => firstRow >= first && lastRow <= last).map((range) => ({ ...range, firstRow: range.firstRow - first + 1, lastRow: range.lastRow - first + 1 }));
}

const moved = (finding: Finding, by: number): Finding => (finding.where.row === undefined ? finding : { ...finding, where: { ...finding.where, row: finding.where.row + by } });

/** A file up to this size is read whole when it is looked at: only there what is shown before the import is what comes of it. */
export const LARGEST_APART = 4 << 20;

/** Whether the tables of a sheet may be taken apart unasked. */
export const mayComeApart = ({ file }: Pick<ParseRequest, 'file'>, options: ImportOptions): boolean => file.size <= LARGEST_APART && !staysWhole(options);
