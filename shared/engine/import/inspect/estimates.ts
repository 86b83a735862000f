import type { Finding } from '#contract/values';
import { cellAt, type TextColumn } from '../../table/table.ts';
import { isEstimate } from '../../values/numbers.ts';

const LESS = 60;
const MORE = 62;
const TILDE = 126;
/** The last byte of a full-width tilde. */
const WIDE_TILDE = 0x9e;

/**
 * Names the cells that tell a bound or a range in place of a number: the middle counts, the cell stays as it was written.
 *
 * @param columns those that hold numbers
 * @param rowOf file row of a row of the table
 */
export function estimateFindings(columns: readonly TextColumn[], rowOf: (row: number) => number): Finding[] {
  return columns.flatMap((column): Finding[] => {
    const { dictionary, codes } = column;
    const estimates = new Set<number>();
    // Most columns of numbers hold no such sign.
    if (![LESS, MORE, TILDE, WIDE_TILDE].some((sign) => dictionary.occurring[sign] === 1)) return [];
    for (let code = 1; code < dictionary.size; code++) if (mayBeEstimate(dictionary, code) && isEstimate(dictionary.text(code) as string)) estimates.add(code);
    if (estimates.size === 0) return [];
    const count = codes.reduce((sum, code) => sum + (estimates.has(code) ? 1 : 0), 0);
    const first = codes.findIndex((code) => estimates.has(code));
    const example = String(cellAt(column, first) ?? '');
    return [
      {
        code: 'estimates',
        severity: 'warning',
        where: { row: rowOf(first), column: column.name },
        message: {
          en: `${count} cell${count === 1 ? '' : 's'} of ${column.name} tell${count === 1 ? 's' : ''} a bound or a range (${example}): the middle counts, so that sums of it are estimates`,
          zh: `“${column.name}”中有 ${count} 个单元格是界限或范围（如 ${example}），按中间值计，合计仅为估计`,
        },
      },
    ];
  });
}

/** A sign of one stands in the text: most dictionaries of numbers hold none, and no string is made of them. */
function mayBeEstimate(dictionary: TextColumn['dictionary'], code: number): boolean {
  const { arena } = dictionary;
  for (let at = dictionary.start(code); at < dictionary.end(code); at++) if (arena[at] === LESS || arena[at] === MORE || arena[at] === TILDE || arena[at] === WIDE_TILDE) return true;
  return false;
}
