import type { Finding } from '#contract/values';
import { codesAmong } from '../../table/codes-among.ts';
import { Dictionary } from '../../table/dictionary.ts';
import { cellAt, type Table, type TextColumn } from '../../table/table.ts';
import { looksLikeData } from './headers.ts';

/** Fewer names in a row may be data that happens to read so. */
const FEWEST_NAMES = 3;
/** A running number may stand beside the one name of a block. */
const LONE = 2;
/** Every column is asked for every name. */
const MOST_COLUMNS = 500;
const MOST_SAID = 3;
/** Rows by which it is judged what a column holds. */
const LOOKED_AT = 2000;

/**
 * Rows that name columns once more, in other places or beside new names: there a second table stands under the first without a gap.
 *
 * Nothing is split unasked, for the rows may be data that reads so: who imports it is told, and splits it by one click.
 *
 * @param repeated rows that are the header itself
 */
export function stackedHeaders(table: Table, columns: readonly TextColumn[], repeated: readonly number[]): number[] {
  if (columns.length < FEWEST_NAMES || columns.length > MOST_COLUMNS) return [];
  const names = new Dictionary();
  for (const { name } of columns) if (name !== '' && !looksLikeData(name)) names.add(name);
  const known = columns.map(({ dictionary }) => new Set(codesAmong(dictionary, names)));
  const naming = columns.map((_, index) => index).filter((index) => (known[index] as Set<number>).size > 0);
  if (naming.length === 0) return [];
  const holdsData = judgedOnce();
  const headers: number[] = [];
  const lone: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    const found = naming.filter((index) => (known[index] as Set<number>).has((columns[index] as TextColumn).codes[row] as number));
    if (found.length === 0 || repeated.includes(row)) continue;
    const different = new Set(found.map((index) => cellAt(columns[index] as TextColumn, row))).size;
    const filled = columns.reduce((count, { codes }) => (codes[row] === 0 ? count : count + 1), 0);
    if ((different >= FEWEST_NAMES && different * 2 > filled) || (filled >= FEWEST_NAMES && breaksData(columns, row, holdsData))) headers.push(row);
    else if (filled <= LONE) lone.push(row);
  }
  // Where most rows read so it is the data that does. A lone name is one only where there are other tables as well.
  return headers.length === 0 || headers.length * 2 > table.rows ? [] : [...headers, ...lone].sort((a, b) => a - b);
}

/** Columns of numbers and dates hold little else. */
const MOSTLY = 0.8;

/** Whether a row is all names where the rows about it hold numbers or dates: new names beside one that is known. */
function breaksData(columns: readonly TextColumn[], row: number, holdsData: (column: TextColumn) => boolean): boolean {
  const filled = columns.filter(({ codes }) => codes[row] !== 0);
  return filled.length * 2 > columns.length && filled.every((column) => !looksLikeData(cellAt(column, row) as string)) && filled.filter(holdsData).length >= 2;
}

/** Judges each column when it is first asked for: many rows may ask. */
function judgedOnce(): (column: TextColumn) => boolean {
  const judged = new Map<TextColumn, boolean>();
  return (column) => {
    const known = judged.get(column) ?? isMostlyData(column);
    judged.set(column, known);
    return known;
  };
}

function isMostlyData({ codes, dictionary }: TextColumn): boolean {
  const isData = new Map<number, boolean>();
  let data = 0;
  let filled = 0;
  for (const code of codes.subarray(0, LOOKED_AT)) {
    if (code === 0) continue;
    filled++;
    const known = isData.get(code) ?? looksLikeData(dictionary.text(code) as string);
    isData.set(code, known);
    if (known) data++;
  }
  return data >= filled * MOSTLY;
}

/** Says from which rows on the columns hold something else; nothing where there are none. */
export function stackedFindings(rows: readonly number[], file: string): Finding[] {
  const [first] = rows;
  if (first === undefined) return [];
  const more = rows.length > MOST_SAID;
  const said = rows.slice(0, MOST_SAID);
  return [
    {
      code: 'stacked-tables',
      severity: 'warning',
      where: { file, row: first },
      message: {
        en: `${rows.length === 1 ? `Row ${first} names` : `Rows ${said.join(', ')}${more ? ' …' : ''} name`} columns again, but not as the header does: from there on the columns hold something else. “Split” under “Tables” takes the table apart`,
        zh: `第 ${said.join('、')}${more ? '等' : ' '}行再次列出列名，但与表头不同：从该行起各列的内容已变。可在“表”一项选择“拆分”`,
      },
    },
  ];
}
