import type { Finding } from '#contract/values';
import { provenDateOrder } from '../../table/column-conventions.ts';
import type { TextColumn } from '../../table/table.ts';
import { type DateOrder, isoDay, parseCivil, yearLastParts } from '../../values/dates.ts';

/**
 * Says of which dates nobody can tell the day from the month: they are read in one order, and it is for a person to confirm it.
 *
 * @param columns those that hold dates
 * @param order the order in which they are read
 * @param rowOf file row of a row of the table
 */
export function dateOrderFindings(columns: readonly TextColumn[], order: DateOrder, rowOf: (row: number) => number): Finding[] {
  return columns.flatMap((column): Finding[] => {
    const { dictionary, codes } = column;
    if (provenDateOrder(dictionary) !== null) return [];
    const first = codes.findIndex((code) => yearLastParts(dictionary.text(code) ?? '') !== null);
    const text = first < 0 ? '' : (dictionary.text(codes[first] as number) as string).trim();
    const time = parseCivil(text, order);
    if (time === null) return [];
    const day = isoDay(time);
    return [
      {
        code: 'date-order-unsure',
        severity: 'warning',
        where: { row: rowOf(first), column: column.name },
        message: {
          en: `Day and month of ${column.name} could be the other way round: ${text} is read as ${day}. Set the order of dates if that is wrong`,
          zh: `“${column.name}”的日与月可能相反：${text} 读作 ${day}。如有误，请设置日期顺序`,
        },
      },
    ];
  });
}
