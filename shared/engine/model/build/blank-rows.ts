import type { Column, Table } from '../../table/table.ts';
import { Marks } from './marks.ts';

/** Whether a row holds nothing at all: a line that an export draws between others. */
export function blankRows(table: Table): (row: number) => boolean {
  const blank = new Marks();
  const [first, ...others] = table.columns.map(isBlankIn);
  // Hardly a row lacks its first cell, so that this is one loop over one column.
  for (let row = 0; row < table.rows; row++) if (first === undefined || (first(row) && others.every((isBlank) => isBlank(row)))) blank.add(row);
  return (row) => blank.has(row);
}

function isBlankIn(column: Column): (row: number) => boolean {
  if (column.kind === 'number') {
    const { values } = column;
    return (row) => Number.isNaN(values[row]);
  }
  const { codes, dictionary } = column;
  const { arena } = dictionary;
  return (row) => {
    const code = codes[row] as number;
    if (code === 0) return true;
    const start = dictionary.start(code);
    if (start === dictionary.end(code)) return true;
    const first = arena[start] as number;
    // Letters and digits of ASCII are no white space; what else there is has to be read.
    return !(first > 0x20 && first < 0x7f) && dictionary.text(code)?.trim() === '';
  };
}
