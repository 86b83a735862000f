import type { Finding } from '#contract/values';
import type { Dictionary } from '../../table/dictionary.ts';
import type { TextColumn } from '../../table/table.ts';
import { currencyOf, SHARED_SIGNS } from '../../values/currencies.ts';

const NINE = 57;
const DOLLAR = 36;

/**
 * Names columns whose amounts are of several currencies: nothing converts them, and their sums mean nothing.
 *
 * @param columns those that hold numbers
 * @param rowOf file row of a row of the table
 */
export function currencyFindings(columns: readonly TextColumn[], rowOf: (row: number) => number): Finding[] {
  return columns.flatMap((column): Finding[] => {
    const counts = countsOf(column);
    if (counts.size < 2) return [];
    const found = [...counts].sort(([, a], [, b]) => b.count - a.count);
    const [[, most]] = found as [[string, Count]];
    const odd = found.slice(1).reduce((first, [, { row }]) => Math.min(first, row), Number.POSITIVE_INFINITY);
    const listed = found.map(([currency, { count }]) => `${currency} ${count.toLocaleString('en')}`);
    return [
      {
        code: 'mixed-currencies',
        severity: 'warning',
        where: { row: rowOf(Math.max(odd, most.row)), column: column.name },
        message: {
          en: `${column.name} holds amounts of ${found.length} currencies (${listed.join(', ')}): they are not converted, and sums of it mix them`,
          zh: `“${column.name}”中有 ${found.length} 种货币的金额（${listed.join('、')}）：未作换算，合计会混在一起`,
        },
      },
    ];
  });
}

interface Count {
  count: number;
  /** The first row that has it. */
  readonly row: number;
}

/** Most columns of numbers hold neither letters nor signs. */
const mayHoldCurrencies = ({ occurring }: Dictionary): boolean => occurring[DOLLAR] === 1 || occurring.includes(1, NINE + 1);

/** How many cells have each currency. A sign that several have counts as the only one of them that is named beside it. */
function countsOf({ dictionary, codes }: TextColumn): Map<string, Count> {
  const counts = new Map<string, Count>();
  if (!mayHoldCurrencies(dictionary)) return counts;
  const currencies = Array.from({ length: dictionary.size }, (_, code) => (code === 0 ? null : currencyOf(dictionary.text(code) as string)));
  for (const [row, code] of codes.entries()) {
    const currency = currencies[code];
    if (currency === null || currency === undefined) continue;
    const known = counts.get(currency);
    if (known === undefined) counts.set(currency, { count: 1, row });
    else known.count++;
  }
  for (const [sign, of] of Object.entries(SHARED_SIGNS)) {
    const shared = counts.get(sign);
    const named = of.filter((currency) => counts.has(currency));
    const only = counts.get(named[0] ?? '');
    if (shared === undefined || only === undefined || named.length > 1) continue;
    counts.delete(sign);
    counts.set(named[0] as string, { count: shared.count + only.count, row: Math.min(shared.row, only.row) });
  }
  return counts;
}
