import type { Column } from '../../table/table.ts';
import { saysAmount } from '../../values/header-words.ts';
import { digitsOf, EMAIL, PHONE } from './column-facts.ts';

/** So many of the first cells that hold something are looked at. */
const LOOKED_AT = 1000;

const known = new WeakMap<Column, boolean>();

/** Whether most cells of a column are phone numbers or e-mail addresses, whatever it is called. */
export function holdsPeople(column: Column): boolean {
  if (column.kind !== 'text' || column.type === 'date' || column.type === 'instant') return false;
  const before = known.get(column);
  if (before !== undefined) return before;
  let filled = 0;
  let phones = 0;
  let emails = 0;
  for (let row = 0; row < column.codes.length && filled < LOOKED_AT; row++) {
    const text = column.dictionary.text(column.codes[row] as number);
    if (text === null || text === '') continue;
    filled++;
    if (PHONE.test(digitsOf(text))) phones++;
    else if (text.includes('@') && EMAIL.test(text.trim())) emails++;
  }
  const found = (phones > filled / 2 && !saysAmount(column.name)) || emails > filled / 2;
  known.set(column, found);
  return found;
}
