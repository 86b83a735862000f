import type { Finding } from '#contract/values';
import { destroyedRows } from '../table/destroyed-ids.ts';
import { cellAt, type TextColumn } from '../table/table.ts';

/** A double keeps 15 digits: Excel writes zeros for the others. */
const KEPT_DIGITS = 15;
const ZERO = 48;

/** Whether every long code of the column ends in zeros from digit 16 on: one may do so by chance, all do so after Excel. */
function zerosPastDigit15({ dictionary }: TextColumn): number {
  let long = 0;
  for (let code = 1; code < dictionary.size; code++) {
    const start = dictionary.start(code);
    const end = dictionary.end(code);
    if (end - start <= KEPT_DIGITS) continue;
    for (let at = start; at < end; at++) {
      const digit = (dictionary.arena[at] as number) - ZERO;
      if (digit < 0 || digit > 9 || (at - start >= KEPT_DIGITS && digit !== 0)) return 0;
    }
    long++;
  }
  return long >= 3 ? long : 0;
}

/**
 * Names the codes that Excel has destroyed: they are kept as they stand, never guessed, and identify no row.
 *
 * @param columns those that hold codes
 * @param rowOf file row of a row of the table
 */
export function destroyedFindings(columns: readonly TextColumn[], rowOf: (row: number) => number): Finding[] {
  return columns.flatMap((column): Finding[] => {
    const marks = destroyedRows(column.codes.length, [column]);
    const count = marks === null ? zerosPastDigit15(column) : marks.reduce((sum, mark) => sum + mark, 0);
    if (count === 0) return [];
    const first = marks === null ? 0 : marks.indexOf(1);
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
