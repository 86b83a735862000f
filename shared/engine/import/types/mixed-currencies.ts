import type { Finding } from '#contract/values';
import type { Dictionary } from '../../table/dictionary.ts';
import type { ParsedTable } from '../parsed.ts';
import type { TextColumn } from '../../table/table.ts';
import { currencyOf, SHARED_SIGNS } from '../../values/currencies.ts';

const NINE = 57;
const DOLLAR = 36;

/**
 * Names columns whose amounts are of several currencies: nothing converts them, and their sums mean nothing.
 *
 * @param columns those that hold numbers
 * @param rowOf file row of a row of the table
 * @param shown of each column the currencies that formats of cells show, with how many cells: the numbers themselves do not say
 */
export function currencyFindings(columns: readonly TextColumn[], rowOf: (row: number) => number, shown: ParsedTable['currencies'] = new Map()): Finding[] {
  return columns.flatMap((column): Finding[] => {
    const counts = countsOf(column, shown.get(column.name));
    if (counts.size < 2) return [];
    const found = [...counts].sort(([, a], [, b]) => b.count - a.count);
    const odd = oddRow(found.map(([, { row }]) => row));
    const listed = found.map(([currency, { count }]) => `${currency} ${count.toLocaleString('en')}`);
    return [
      {
        code: 'mixed-currencies',
        severity: 'warning',
        where: { ...(odd !== null && { row: rowOf(odd) }), column: column.name },
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
  /** The first row that has it; null where only formats of cells say so. */
  readonly row: number | null;
}

/** The first row by which there are several currencies, the most frequent one coming first; `null` where that is not known. */
function oddRow([most, ...others]: readonly (number | null)[]): number | null {
  const known = others.filter((row) => row !== null);
  return most == null || known.length < others.length ? null : Math.max(most, Math.min(...known));
}

/** Most columns of numbers hold neither letters nor signs. */
const mayHoldCurrencies = ({ occurring }: Dictionary): boolean => occurring[DOLLAR] === 1 || occurring.includes(1, NINE + 1);

/** How many cells have each currency. */
function countsOf(column: TextColumn, shown: ReadonlyMap<string, number> | undefined): Map<string, Count> {
  const counts = countsOfTexts(column);
  for (const [currency, count] of shown ?? []) {
    const known = counts.get(currency);
    if (known === undefined) counts.set(currency, { count, row: null });
    else known.count += count;
  }
  return joinSharedSigns(counts);
}

function countsOfTexts({ dictionary, codes }: TextColumn): Map<string, Count> {
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
  return counts;
}

/** A sign that several have counts as the only one of them that is named beside it. */
function joinSharedSigns(counts: Map<string, Count>): Map<string, Count> {
  for (const [sign, of] of Object.entries(SHARED_SIGNS)) {
    const shared = counts.get(sign);
    const named = of.filter((currency) => counts.has(currency));
    const only = counts.get(named[0] ?? '');
    if (shared === undefined || only === undefined || named.length > 1) continue;
    counts.delete(sign);
    counts.set(named[0] as string, { count: shared.count + only.count, row: shared.row === null || only.row === null ? null : Math.min(shared.row, only.row) });
  }
  return counts;
}
