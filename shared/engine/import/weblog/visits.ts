import { Dictionary } from '../../table/dictionary.ts';
import type { Table, TextColumn } from '../../table/table.ts';
import { Sessions, secondsOf } from './visitors.ts';

/** The column that says to which visit a request belongs. */
export const VISIT = 'session_id';

/**
 * A table of logs with its visits told over all of its files: a visit does not end where the server begins a new file. Requests that
 * belong to none, of robots and for parts of pages, still do not.
 */
export function withVisits(table: Table): Table {
  const column = (name: string) => table.columns.find((one): one is TextColumn => one.name === name && one.kind === 'text');
  const [times, visits, ips, agents] = [column('hit_at'), column(VISIT), column('ip'), column('user_agent')];
  if (times === undefined || visits === undefined) return table;
  const seconds = Float64Array.from({ length: times.dictionary.size }, (_, code) => (code === 0 ? 0 : secondsOf(times.dictionary.text(code) as string)));
  const at = (row: number): number => seconds[times.codes[row] as number] as number;
  const sessions = new Sessions();
  const dictionary = new Dictionary();
  const codes = new Uint32Array(table.rows);
  for (const row of inOrder(visits.codes, at)) codes[row] = dictionary.add(sessions.idOf(textOf(ips, row), textOf(agents, row), at(row)));
  return { ...table, columns: table.columns.map((one) => (one === visits ? { ...visits, codes, dictionary } : one)) };
}

const textOf = (column: TextColumn | undefined, row: number): string => column?.dictionary.text(column.codes[row] as number) ?? '';

/** The rows that belong to a visit, by their time; files come in any order, the newest first as well. */
function inOrder(visits: Uint32Array, at: (row: number) => number): Uint32Array {
  const rows = Uint32Array.from(visits.keys()).filter((row) => visits[row] !== 0);
  const isOrdered = rows.every((row, i) => i === 0 || at(rows[i - 1] as number) <= at(row));
  return isOrdered ? rows : rows.sort((a, b) => at(a) - at(b) || a - b);
}
