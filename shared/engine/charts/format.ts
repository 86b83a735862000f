import type { Unit } from '#contract/metrics';
import { type Lang, MONEY_SCALE } from '#contract/values';

const SYMBOLS: Readonly<Record<string, string>> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£', JPY: '¥', AUD: 'A$', BRL: 'R$' };

/** Sign of a currency; nothing for XXX, ISO 4217's code for "no currency known". */
export function currencySymbol(currency: string): string {
  if (currency === 'XXX') return '';
  return Object.hasOwn(SYMBOLS, currency) ? (SYMBOLS[currency] as string) : `${currency} `;
}

/** Thousands groups and a minus sign that is one (U+2212). */
export function groupDigits(value: number, decimals: number): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && Number(Math.abs(value).toFixed(decimals)) !== 0 ? `\u2212${text}` : text;
}

/**
 * A metric's value as it is read: ¥1,284,630, 2.75%, 3.64×. Missing is an em dash.
 *
 * @param value money in 1/10,000, ratios as 0.0275
 */
export function showMetric(value: number | null, unit: Unit, currency: string): string {
  if (value === null) return '—';
  switch (unit) {
    case 'money': {
      const units = value / MONEY_SCALE;
      const text = groupDigits(units, Math.abs(units) < 1000 ? 2 : 0);
      return text.startsWith('\u2212') ? `\u2212${currencySymbol(currency)}${text.slice(1)}` : currencySymbol(currency) + text;
    }
    case 'ratio':
      return `${groupDigits(value * 100, 2)}%`;
    case 'multiple':
      return `${groupDigits(value, 2)}×`;
    case 'count':
      return groupDigits(value, 0);
    default:
      return groupDigits(value, 1);
  }
}

/** Money for narrow places: ¥1.28M in English, 128.5 万 in Chinese. */
export function shortMoney(value: number, currency: string, lang: Lang): string {
  const units = value / MONEY_SCALE;
  const sign = units < 0 ? '\u2212' : '';
  const size = Math.abs(units);
  if (lang === 'zh') {
    if (size >= 1e8) return `${sign}${trim(size / 1e8)}亿`;
    if (size >= 1e4) return `${sign}${trim(size / 1e4)}万`;
    return `${sign}${groupDigits(size, 0)}`;
  }
  const symbol = currencySymbol(currency);
  if (size >= 1e6) return `${sign}${symbol}${(size / 1e6).toFixed(2)}M`;
  if (size >= 1e3) return `${sign}${symbol}${trim(size / 1e3)}k`;
  return `${sign}${symbol}${groupDigits(size, 0)}`;
}

const trim = (value: number) => value.toFixed(1).replace(/\.0$/, '');

/** A change in words a reader checks at a glance: ▲ 16.5%, ▼ 0.7 pt. */
export function showChange(value: number | null, previous: number | null, unit: Unit, lang: Lang): string | null {
  if (value === null || previous === null) return null;
  if (unit === 'ratio') {
    const points = (value - previous) * 100;
    return `${points >= 0 ? '▲' : '▼'} ${Math.abs(points).toFixed(2)} ${lang === 'zh' ? '个百分点' : 'pt'}`;
  }
  if (previous === 0) return null;
  const change = (value - previous) / Math.abs(previous);
  return `${change >= 0 ? '▲' : '▼'} ${(Math.abs(change) * 100).toFixed(1)}%`;
}

/** 18 Jun, 6/18. */
export function shortDay(iso: string, lang: Lang): string {
  const month = Number(iso.slice(5, 7));
  const day = Number(iso.slice(8, 10));
  return lang === 'zh' ? `${month}/${day}` : `${day} ${MONTHS[month - 1]}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A bucket as it is read: 18 Jun, Jun 2025, Q2 2025, 2025.
 *
 * @param iso its first day
 * @param days about how many days it has
 */
export function bucketText(iso: string, days: number, lang: Lang): string {
  const year = iso.slice(0, 4);
  const month = Number(iso.slice(5, 7));
  if (days > 300) return year;
  if (days > 80) return lang === 'zh' ? `${year} Q${Math.ceil(month / 3)}` : `Q${Math.ceil(month / 3)} ${year}`;
  if (days > 20) return lang === 'zh' ? `${year}/${month}` : `${MONTHS[month - 1]} ${year}`;
  return shortDay(iso, lang);
}
