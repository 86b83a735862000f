import type { Finding } from '#contract/values';
import { destroyedRows } from '../../table/destroyed-ids.ts';
import { cellAt, type TextColumn } from '../../table/table.ts';

/**
 * Names the codes that Excel has destroyed: they are kept as they stand, never guessed, and identify no row.
 *
 * @param columns those that hold codes
 * @param rowOf file row of a row of the table
 */
export function destroyedFindings(columns: readonly TextColumn[], rowOf: (row: number) => number): Finding[] {
  return columns.flatMap((column): Finding[] => {
    const marks = destroyedRows(column.codes.length, [column]);
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
