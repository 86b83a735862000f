import type { Finding } from '#contract/values';
import { cellAt, type Table, type TextColumn } from '../table/table.ts';
import { looksLikeData } from './headers.ts';

/** Fewer names in a row may be data that happens to read so. */
const FEWEST_NAMES = 3;
/** A running number may stand beside the one name of a block. */
const LONE = 2;
/** Every column is asked for every name. */
const MOST_COLUMNS = 500;
const MOST_SAID = 3;

/**
 * Rows that name columns once more, in other places or beside new names: there a second table stands under the first without a gap.
 *
 * Nothing is split, for a running number may go on through both: who imports it is told and takes the table apart.
 *
 * @param repeated rows that are the header itself
 */
export function stackedHeaders(table: Table, columns: readonly TextColumn[], repeated: readonly number[]): number[] {
  if (columns.length < FEWEST_NAMES || columns.length > MOST_COLUMNS) return [];
  const names = columns.map(({ name }) => name).filter((name) => !looksLikeData(name));
  const known = columns.map(({ dictionary }) => new Set(names.map((name) => dictionary.find(name)).filter((code) => code !== 0)));
  const naming = columns.map((_, index) => index).filter((index) => (known[index] as Set<number>).size > 0);
  if (naming.length < FEWEST_NAMES) return [];
  const headers: number[] = [];
  const lone: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    const found = naming.filter((index) => (known[index] as Set<number>).has((columns[index] as TextColumn).codes[row] as number));
    if (found.length === 0 || repeated.includes(row)) continue;
    const different = new Set(found.map((index) => cellAt(columns[index] as TextColumn, row))).size;
    const filled = columns.reduce((count, { codes }) => (codes[row] === 0 ? count : count + 1), 0);
    if (different >= FEWEST_NAMES && different * 2 > filled) headers.push(row);
    else if (filled <= LONE) lone.push(row);
  }
  // Where most rows read so it is the data that does. A lone name is one only where there are other tables as well.
  return headers.length === 0 || headers.length * 2 > table.rows ? [] : [...headers, ...lone].sort((a, b) => a - b);
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
        en: `${rows.length === 1 ? `Row ${first} names` : `Rows ${said.join(', ')}${more ? ' …' : ''} name`} columns again, but not as the header does: from there on the columns hold something else. Take the table apart: “Tag rows” there, “Fill empty cells” below, then “New table from this one” for each part`,
        zh: `第 ${said.join('、')}${more ? '等' : ' '}行再次列出列名，但与表头不同：从该行起各列的内容已变。请拆分此表：用“标记行”标出该行，用“填充空值”向下填充，再为每一部分“由此表新建一张表”`,
      },
    },
  ];
}
