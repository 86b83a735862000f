import type { Column, Table } from '../table/table.ts';

const DOLLARS = ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'TWD', 'MXN'];

/** How cells and headers name a currency, and which it can be; the first that fits is it. */
const SIGNS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/US ?\$|\bUSD\b/i, ['USD']],
  [/\bCA? ?\$|\bCAD\b/i, ['CAD']],
  [/\bAU? ?\$|\bAUD\b/i, ['AUD']],
  [/NZ ?\$|\bNZD\b/i, ['NZD']],
  [/HK ?\$|\bHKD\b/i, ['HKD']],
  [/NT ?\$|\bTWD\b/i, ['TWD']],
  [/\bSG? ?\$|\bSGD\b/i, ['SGD']],
  [/\bR ?\$|\bBRL\b/i, ['BRL']],
  [/€|\bEUR\b/i, ['EUR']],
  [/£|\bGBP\b/i, ['GBP']],
  [/₽|\bRUB\b/i, ['RUB']],
  [/₩|\bKRW\b/i, ['KRW']],
  [/৳/, ['BDT']],
  [/₹/, ['INR']],
  [/₫/, ['VND']],
  [/฿/, ['THB']],
  [/₺/, ['TRY']],
  [/₴/, ['UAH']],
  [/₦/, ['NGN']],
  [/₪/, ['ILS']],
  [/₱/, ['PHP']],
  [/元|CN[¥￥]|\b(CNY|RMB)\b/i, ['CNY']],
  [/円|JP[¥￥]|\bJPY\b/i, ['JPY']],
  [/[¥￥]/, ['CNY', 'JPY']],
  [/\$/, DOLLARS],
];

/**
 * The currencies that a sheet's amounts can be in, by the signs beside them and the units in their headers.
 *
 * @param platform whose sheet it is: eBay writes `AU $` and `C $` for the dollars of other countries, so that its bare `$` is one
 * @returns one where the sheet says it, several where its sign is that of several, none where it says nothing or contradicts itself
 */
export function statedCurrencies(table: Table, platform: string | null): readonly string[] {
  let found: readonly string[] | null = null;
  for (const column of table.columns) {
    if (column.kind !== 'number' || column.type !== 'money') continue;
    for (const text of textsOf(column)) {
      const stated = currenciesIn(text, platform);
      if (stated === null) continue;
      found = found === null ? stated : found.filter((currency) => stated.includes(currency));
    }
  }
  return found ?? [];
}

/** The header's bracketed unit, and the first cells as they stood in the file: one currency is written the same all the way down. */
function* textsOf(column: Column): Generator<string> {
  const unit = /[（(]([^（()）]+)[)）]\s*$/.exec(column.name)?.[1];
  if (unit !== undefined) yield unit;
  if (column.raw !== undefined) yield* column.raw.examples;
}

function currenciesIn(text: string, platform: string | null): readonly string[] | null {
  const found = SIGNS.find(([sign]) => sign.test(text))?.[1];
  return found === DOLLARS && platform === 'ebay' ? ['USD'] : (found ?? null);
}

/**
 * The currency of a sheet that names none in a column: what it states, else the one known for its shop, unless its signs speak against it.
 *
 * @param known of the shop, of the platform's other shops, or of the whole workspace; the first that fits
 */
export function currencyOfSheet(stated: readonly string[], known: readonly (string | null)[]): string | null {
  if (stated.length === 1) return stated[0] as string;
  return known.find((currency) => currency !== null && (stated.length === 0 || stated.includes(currency))) ?? null;
}
