import type { Finding } from '#contract/values';
import { destroyedRows } from '../../table/destroyed-ids.ts';
import { cellAt, type TextColumn } from '../../table/table.ts';

/** A double keeps 15 digits: Excel writes zeros for the others. */
const KEPT_DIGITS = 15;
const ZERO = 48;

/** By chance one code in ten of 16 digits ends so, and one in a hundred of 17: of the first most have to, of the others some. */
const MOST = 0.5;
const SOME = 0.1;

/**
 * Rows whose code ends in zeros from digit 16 on, where more do than by chance: so Excel writes codes of which it kept 15 digits. `null`
 * where there are none.
 */
function rowsOfZeros({ dictionary, codes }: TextColumn): Uint8Array | null {
  const { arena, ends, size } = dictionary;
  const marked = new Uint8Array(size);
  let long = 0;
  let zeros = 0;
  let behind = 0;
  for (let code = 1; code < size; code++) {
    const tail = zerosBehind(arena, ends[code - 1] as number, ends[code] as number);
    if (tail === 0) continue;
    long++;
    if (tail < 0) continue;
    marked[code] = 1;
    zeros++;
    behind += tail;
  }
  if (behind < CERTAIN || zeros <= long * (behind < 2 * zeros ? MOST : SOME)) return null;
  return Uint8Array.from(codes, (code) => marked[code] as number);
}

/** So many zeros together, over all codes, are no chance. */
const CERTAIN = 3;

/** How many digits a code has behind digit 15 when all of these are zeros; below 0 when one is not, 0 for what is no long code. */
function zerosBehind(arena: Uint8Array, start: number, end: number): number {
  if (end - start <= KEPT_DIGITS) return 0;
  let isZeros = true;
  for (let at = start; at < end; at++) {
    const digit = (arena[at] as number) - ZERO;
    if (digit < 0 || digit > 9) return 0;
    if (at - start >= KEPT_DIGITS && digit !== 0) isZeros = false;
  }
  return isZeros ? end - start - KEPT_DIGITS : -1;
}

/**
 * Names the codes that Excel has destroyed: they are kept as they stand, never guessed, and identify no row.
 *
 * @param columns those that hold codes
 * @param rowOf file row of a row of the table
 */
export function destroyedFindings(columns: readonly TextColumn[], rowOf: (row: number) => number): Finding[] {
  return columns.flatMap((column): Finding[] => {
    const marks = destroyedRows(column.codes.length, [column]) ?? rowsOfZeros(column);
    if (marks === null) return [];
    const count = marks.reduce((sum, mark) => sum + mark, 0);
    const first = marks.indexOf(1);
    const example = String(cellAt(column, first) ?? '');
    return [
      {
        code: 'ids-destroyed',
        severity: 'warning',
        where: { row: rowOf(first), column: column.name },
        message: {
          en: `Excel has destroyed ${count} codes of ${column.name} (${example}): their last digits are gone. Export the file again and do not save it in Excel; such codes join and replace nothing`,
          zh: `“${column.name}”中有 ${count} 个编码已被 Excel 破坏（如 ${example}），末尾数字已丢失。请重新导出且不要用 Excel 另存；这些编码不用于匹配或更新`,
        },
      },
    ];
  });
}
