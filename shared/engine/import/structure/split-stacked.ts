import { cellAt, gather, type TextColumn } from '../../table/table.ts';
import { columnNames, isNameless } from '../builder.ts';
import { MOST_TITLES, titlesAt } from './gaps.ts';
import { isFilled, looksLikeData } from './headers.ts';
import type { ParsedTable } from '../parsed.ts';
import { titleOf } from './sections.ts';

/** So many columns tell a part from the others. */
const NAMING_COLUMNS = 3;
const LONGEST_NAME = 40;

/**
 * Takes tables apart that stand under each other without a gap: each row that names columns again becomes the header of its own part.
 * A table without such rows stays as it is. No row is lost: what was set aside or stood below goes to the part it stands in.
 */
export function splitStacked(parsed: ParsedTable): readonly ParsedTable[] {
  const { table, stacked = [] } = parsed;
  const fileRow = (row: number) => table.origin.row[row] as number;
  const headers = Array.from({ length: table.rows }, (_, row) => row).filter((row) => stacked.includes(fileRow(row)));
  if (headers.length === 0) return [parsed];
  const taken = new Set<string>();
  const beginnings = headers.map((header) => beginningOf(parsed, header));
  return [-1, ...headers].map((header, part) => {
    const isFirst = header < 0;
    const end = beginnings[part] ?? table.rows;
    const beginning = beginnings[part - 1] ?? 0;
    const own = { from: isFirst ? 0 : fileRow(beginning), until: part === headers.length ? Number.POSITIVE_INFINITY : fileRow(end) };
    const isOwn = ({ row }: { readonly row: number }) => row >= own.from && row < own.until;
    const rows = gather(
      table,
      Uint32Array.from({ length: end - header - 1 }, (_, i) => header + 1 + i),
    );
    const columns = isFirst ? ownColumns(rows.columns as readonly TextColumn[]) : namedColumns(parsed, rows.columns as readonly TextColumn[], header);
    const footer = parsed.footer.filter(isOwn);
    const setAside = parsed.setAside.filter(isOwn);
    const blankRows = isFirst ? parsed.blankRows : 0;
    const preamble = isFirst ? parsed.preamble : Array.from({ length: header - beginning }, (_, i) => cellsOf(parsed, beginning + i));
    const headerRows = isFirst ? parsed.headerRows : 1;
    return {
      ...parsed,
      name: partName(parsed.name, isFirst ? '' : titleOf(preamble), columns, taken),
      preamble,
      headerRows,
      footer,
      setAside,
      blankRows,
      totalRows: preamble.length + headerRows + rows.rows + footer.length + setAside.length + blankRows,
      table: { ...rows, columns },
      stacked: [],
      part: { of: parsed.part?.of ?? parsed.name, header: isFirst ? (parsed.reasons.header?.row ?? 1) : fileRow(header) },
      findings: parsed.findings.filter(({ code, where }) => code !== 'stacked-tables' && (where.row === undefined ? isFirst : isOwn({ row: where.row }))),
      reasons: isFirst ? parsed.reasons : { ...parsed.reasons, header: { row: fileRow(header), names: columns.length, known: 0 }, footer: null },
    };
  });
}

/** The columns of the first part; those that only the others reach into are none of it. */
function ownColumns(columns: readonly TextColumn[]): ParsedTable['table']['columns'] {
  const own = columns.filter(({ name, codes }) => !isNameless(name) || codes.some((code) => code !== 0));
  return own.length === 0 ? columns : own;
}

/** The columns of a part under the names of its header; a column that has neither a name nor a cell is none. */
function namedColumns({ table }: ParsedTable, columns: readonly TextColumn[], header: number): ParsedTable['table']['columns'] {
  const cells = table.columns.map((column) => {
    const cell = String(cellAt(column, header) ?? '').trim();
    // A number that runs through all of the tables is called what it is called above the first.
    return cell !== '' && looksLikeData(cell) ? column.name : cell;
  });
  const kept = columns.map((_, i) => i).filter((i) => cells[i] !== '' || (columns[i] as TextColumn).codes.some((code) => code !== 0));
  const names = columnNames(
    kept.map((i) => cells[i] as string),
    kept.length,
  );
  return kept.map((i, at) => ({ ...(columns[i] as TextColumn), name: names[at] as string }));
}

const cellsOf = ({ table }: ParsedTable, row: number): string[] => table.columns.map((column) => String(cellAt(column, row) ?? ''));

/** Where a part begins: at its header, or at the titles above it that stand behind blank rows. */
function beginningOf({ table, stacked = [] }: ParsedTable, header: number): number {
  const fileRow = (row: number) => table.origin.row[row] as number;
  for (let row = header; row > 0 && header - row <= MOST_TITLES; row--) {
    if (row < header && stacked.includes(fileRow(row))) break;
    if (row < header && titlesAt(table.columns as readonly TextColumn[], row) === 0) break;
    if (fileRow(row) - fileRow(row - 1) > 1) return row;
  }
  return header;
}

function partName(whole: string, title: string, columns: ParsedTable['table']['columns'], taken: Set<string>): string {
  const names = columns
    .map(({ name }) => name)
    .filter((name) => isFilled(name) && !isNameless(name))
    .slice(0, NAMING_COLUMNS)
    .join(', ');
  const own = title === '' ? names : title;
  const wanted = (whole === '' ? own : `${whole}: ${own}`).slice(0, LONGEST_NAME);
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted} (${n})`;
  taken.add(name.toLowerCase());
  return name;
}
