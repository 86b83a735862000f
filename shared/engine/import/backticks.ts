import type { TextColumn } from '../table/table.ts';
import { Dictionary } from '../table/dictionary.ts';
import type { ParsedTable } from './parsed.ts';

const BACKTICK = 96;
/** A few cells of a column may lack it. */
const TOLERATED = 0.02;

/** Takes the backtick away that WeChat Pay puts before every value of its bills, so that Excel keeps them as they are. */
export function withoutBackticks(parsed: ParsedTable, file: string): ParsedTable {
  const columns = parsed.table.columns.map((column) => (column.kind === 'text' && isTicked(column) ? unticked(column) : column));
  const changed = columns.filter((column, index) => column !== parsed.table.columns[index]);
  if (changed.length === 0) return parsed;
  const message = {
    en: `The values of ${changed.length} column${changed.length === 1 ? '' : 's'} begin with a backtick, which is no part of them and left out`,
    zh: `${changed.length} 列的值以反引号（\`）开头，它不属于值本身，已去掉`,
  };
  return { ...parsed, table: { ...parsed.table, columns }, findings: [...parsed.findings, { code: 'backticks', severity: 'info', where: { file, column: changed[0]?.name as string }, message }] };
}

/** Whether cells begin with a backtick throughout. What stands between two of them is quoted, and stays. */
function isTicked({ dictionary, codes }: TextColumn): boolean {
  const { arena, size } = dictionary;
  if (size < 2 || (arena[dictionary.start(1)] !== BACKTICK && (size < 3 || arena[dictionary.start(2)] !== BACKTICK))) return false;
  let [filled, others] = [0, 0];
  for (const code of codes) {
    if (code === 0) continue;
    filled++;
    const [start, end] = [dictionary.start(code), dictionary.end(code)];
    if (arena[start] !== BACKTICK || arena.subarray(start + 1, end).includes(BACKTICK)) others++;
  }
  return others <= filled * TOLERATED && filled > others;
}

function unticked(column: TextColumn): TextColumn {
  const from = column.dictionary;
  const { arena } = from;
  const dictionary = new Dictionary();
  const map = new Uint32Array(from.size);
  for (let code = 1; code < from.size; code++) {
    const end = from.end(code);
    const start = from.start(code) + (arena[from.start(code)] === BACKTICK ? 1 : 0);
    // Nothing behind it is a missing value.
    if (start < end) map[code] = dictionary.addBytes(arena, start, end);
  }
  return { ...column, dictionary, codes: column.codes.map((code) => map[code] as number) };
}
