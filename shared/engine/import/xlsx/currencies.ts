import { currencyOf } from '../../values/currencies.ts';

/** What a sign that several currencies share stands for in a language: `¥` in Chinese, `$` in the English of Canada. */
const OF_LANGUAGE: Readonly<Record<string, string>> = { '¥-804': 'CNY', '￥-804': 'CNY', '¥-411': 'JPY', '￥-411': 'JPY', '$-409': 'USD', '$-1009': 'CAD', '$-c09': 'AUD', '$-1409': 'NZD' };

/**
 * The currency that a format code shows beside a number, as in `[$€-407] #,##0.00`, `"US$"0.00`, `0.00"元"`; `null` where it shows none.
 * `[$-409]` alone is a language.
 */
export function formatCurrency(format: string): string | null {
  const named = /\[\$([^\]-]+)(?:-0*([\da-f]+))?\]/i.exec(format);
  if (named !== null) {
    const sign = (named[1] as string).trim();
    return OF_LANGUAGE[`${sign}-${named[2]?.toLowerCase()}`] ?? currencyOf(`${sign} 1`);
  }
  // The first section, without colours, the gaps of accounting formats and what quotes a letter; its digits as a number.
  const shown = (format.split(';')[0] as string)
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[_*]./g, '')
    .replace(/["\\]/g, '');
  return /[#0]/.test(shown) ? currencyOf(shown.replace(/[#0?][#0?,.]*/, '1')) : null;
}

/** Currencies by the number of a style; `null` where fewer than two are shown, which nobody can mix. */
export function styleCurrencies(formats: readonly (string | undefined)[]): readonly (string | null)[] | null {
  const known = new Map<string, string | null>();
  const currencies = formats.map((format) => {
    if (format === undefined) return null;
    const before = known.get(format);
    const currency = before === undefined ? formatCurrency(format) : before;
    known.set(format, currency);
    return currency;
  });
  return new Set(currencies.filter((currency) => currency !== null)).size < 2 ? null : currencies;
}
