import type { Finding } from '#contract/values';
import type { Table, TextColumn } from '../../table/table.ts';
import { columnLetters } from '../xlsx/reference.ts';
import { isTableOfItsOwn, namesAnew } from './own-table.ts';

/** A list of values may stand beside a table; a table has more than one column. */
const FEWEST_COLUMNS = 2;
const MOST_COLUMNS = 500;

/**
 * Says that tables stand beside each other in a sheet: on both sides of a blank column names of their own over rows that fit them. They
 * are read as one, for a blank column may as well stand amid one table.
 *
 * @param header the cells of the header, one for each column
 */
export function sideBySideFindings(table: Table, header: readonly string[], file: string, sheet: string): Finding[] {
  const columns = table.columns as readonly TextColumn[];
  if (columns.length > MOST_COLUMNS) return [];
  const sides = sidesOf(columns, header);
  if (sides.length < 2) return [];
  const areTables = sides.every(({ from, until }) => {
    const part = { ...table, columns: columns.slice(from, until) };
    return until - from >= FEWEST_COLUMNS && namesAnew(header.slice(from, until), []) && isTableOfItsOwn(part, header.slice(from, until), 0, lastRow(part) + 1);
  });
  if (!areTables) return [];
  const said = sides.map(({ from, until }) => `${columnLetters(from)}–${columnLetters(until - 1)}`);
  return [
    {
      code: 'side-by-side',
      severity: 'warning',
      where: { file, sheet },
      message: {
        en: `Columns ${said.join(', ')} stand apart by blank columns, each with a header of its own: they may be tables side by side. They are read as one; where they are several, put each on a sheet of its own`,
        zh: `${said.join('、')} 列之间隔有空列且各有表头，可能是并排的多个表。现按一个表读取；若为多个表，请分别放入单独的工作表`,
      },
    },
  ];
}

interface Side {
  readonly from: number;
  readonly until: number;
}

/** The stretches of columns between those that hold nothing, header included. */
function sidesOf(columns: readonly TextColumn[], header: readonly string[]): Side[] {
  const isBlank = columns.map(({ codes }, index) => (header[index] ?? '').trim() === '' && codes.every((code) => code === 0));
  const sides: Side[] = [];
  for (let from = 0; from < columns.length; from++) {
    if (isBlank[from]) continue;
    const end = isBlank.indexOf(true, from);
    const until = end < 0 ? columns.length : end;
    sides.push({ from, until });
    from = until;
  }
  return sides;
}

function lastRow({ rows, columns }: Table): number {
  let last = rows - 1;
  while (last > 0 && (columns as readonly TextColumn[]).every(({ codes }) => codes[last] === 0)) last--;
  return last;
}
