import type { Unit } from '#contract/metrics';
import type { Cell, ColumnType, Lang } from '#contract/values';
import { MONEY_SCALE } from '#contract/values';

/** What stands where there is no value. */
export const MISSING = '—';
const MINUS = '−';

const SYMBOLS: Readonly<Record<string, string>> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£', JPY: '¥', BRL: 'R$', AUD: 'A$', CAD: 'C$', HKD: 'HK$', TWD: 'NT$', INR: '₹', KRW: '₩', SGD: 'S$' };

/** What stands in a workspace whose files name no currency (ISO 4217). */
const NO_CURRENCY = 'XXX';

/** The sign of a currency, or its code with a space; nothing when the currency is not known. */
export function currencySign(currency: string): string {
  return currency === NO_CURRENCY ? '' : (SYMBOLS[currency] ?? `${currency} `);
}

const formats = new Map<string, Intl.NumberFormat>();

function fixed(value: number, least: number, most: number): string {
  const key = `${least} ${most}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most });
    formats.set(key, format);
  }
  const text = format.format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text;
}

/** A count or plain number: 12,480 or 3.25. */
export function formatNumber(value: number | null | undefined, digits = 0, most = digits): string {
  return value === null || value === undefined || Number.isNaN(value) ? MISSING : fixed(value, digits, most);
}

/** Money from 1/10,000 units: ¥1,284,630 from a thousand up, ¥147.05 below, or always with two places. */
export function formatMoney(units: number | null | undefined, currency: string, style: 'short' | 'exact' | 'whole' = 'short'): string {
  if (units === null || units === undefined || Number.isNaN(units)) return MISSING;
  const value = units / MONEY_SCALE;
  const digits = style === 'exact' || (style === 'short' && Math.abs(value) < 1000) ? 2 : 0;
  const text = fixed(value, digits, digits);
  const sign = currencySign(currency);
  return text.startsWith(MINUS) ? `${MINUS}${sign}${text.slice(1)}` : `${sign}${text}`;
}

/** Money in few characters: ¥1.28M, ¥120k; in Chinese 128.5万, 1.2亿. */
export function compactMoney(units: number | null | undefined, currency: string, lang: Lang): string {
  if (units === null || units === undefined || Number.isNaN(units)) return MISSING;
  const value = units / MONEY_SCALE;
  const size = Math.abs(value);
  const sign = `${value < 0 ? MINUS : ''}${lang === 'zh' && currency === 'CNY' ? '' : currencySign(currency)}`;
  if (lang === 'zh') {
    if (size >= 1e8) return `${sign}${fixed(size / 1e8, 0, 2)}亿`;
    if (size >= 1e4) return `${sign}${fixed(size / 1e4, 0, size >= 1e6 ? 1 : 2)}万`;
    return `${sign}${fixed(size, 0, 0)}`;
  }
  if (size >= 1e6) return `${sign}${fixed(size / 1e6, 0, 2)}M`;
  if (size >= 1e3) return `${sign}${fixed(size / 1e3, 0, 1)}k`;
  return `${sign}${fixed(size, 0, 0)}`;
}

/** A share as percent: 2.75%. What is not quite all does not read 100%, and what is something does not read 0% but <0.1%. */
export function formatPercent(value: number | null | undefined, digits = 1): string {
  if (value === null || value === undefined || Number.isNaN(value)) return MISSING;
  const least = 10 ** -digits;
  if (value > 0 && value * 100 < least / 2) return `<${fixed(least, digits, digits)}%`;
  const percent = value < 1 ? Math.min(100 - least, value * 100) : value * 100;
  return `${fixed(percent, digits, digits)}%`;
}

/** A metric's value split into the number and the small unit behind it. */
export function metricParts(value: number | null | undefined, unit: Unit, currency: string, lang: Lang): { readonly number: string; readonly suffix: string } {
  if (value === null || value === undefined || Number.isNaN(value)) return { number: MISSING, suffix: '' };
  switch (unit) {
    case 'money':
      return { number: formatMoney(value, currency), suffix: '' };
    case 'ratio':
      return { number: fixed(value * 100, Math.abs(value) < 0.1 ? 2 : 1, Math.abs(value) < 0.1 ? 2 : 1), suffix: '%' };
    case 'multiple':
      return { number: fixed(value, 2, 2), suffix: '×' };
    case 'days':
      return { number: fixed(value, 0, 1), suffix: lang === 'zh' ? '天' : ' d' };
    case 'hours':
      return { number: fixed(value, 0, 1), suffix: lang === 'zh' ? '小时' : ' h' };
    case 'seconds':
      return { number: fixed(value, 0, 0), suffix: lang === 'zh' ? '秒' : ' s' };
    case 'points':
      return { number: fixed(value * 100, 1, 2), suffix: lang === 'zh' ? '个百分点' : ' pt' };
    case 'index':
      return { number: fixed(value, 0, 2), suffix: '' };
    case 'count':
      return { number: fixed(value, 0, Number.isInteger(value) ? 0 : 2), suffix: '' };
  }
}

/** A metric's value as one text. */
export function formatMetric(value: number | null | undefined, unit: Unit, currency: string, lang: Lang): string {
  const { number, suffix } = metricParts(value, unit, currency, lang);
  return `${number}${suffix}`;
}

/** How a value moved: relative for amounts, percentage points for ratios, plain difference for multiples. */
export function metricChange(value: number | null, previous: number | null, unit: Unit, lang: Lang): { readonly text: string; readonly direction: -1 | 0 | 1 } | null {
  if (value === null || previous === null) return null;
  const difference = value - previous;
  const direction = Math.sign(difference) as -1 | 0 | 1;
  if (unit === 'ratio' || unit === 'points') return { text: `${fixed(Math.abs(difference) * 100, 1, 2)}${lang === 'zh' ? ' 个百分点' : ' pt'}`, direction };
  if (unit === 'multiple' || unit === 'index') return { text: fixed(Math.abs(difference), 2, 2), direction };
  if (previous === 0) return null;
  return { text: `${fixed(Math.abs(difference / previous) * 100, 1, 1)}%`, direction };
}

/** A cell of a table, by the type of its column. Codes and texts come back as they are. */
export function formatCell(value: Cell | undefined, type: ColumnType | string): string {
  if (value === null || value === undefined || (typeof value === 'number' && Number.isNaN(value))) return MISSING;
  if (typeof value === 'string') return value;
  switch (type) {
    case 'money':
      return fixed(value / MONEY_SCALE, 2, 4);
    case 'ratio':
      return `${fixed(value * 100, 0, 2)}%`;
    case 'int':
      return fixed(value, 0, 0);
    case 'bool':
      return value === 0 ? '0' : '1';
    default:
      return fixed(value, 0, 6);
  }
}

const NUMERIC = new Set(['int', 'number', 'money', 'ratio', 'bool', 'real', 'integer']);
/** Whether values of a column stand on the right. */
export const isNumeric = (type: string) => NUMERIC.has(type.toLowerCase());

/** A file size: 1.4 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB'] as const;
  let size = bytes / 1000;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${fixed(size, 0, size < 10 ? 1 : 0)} ${units[unit] ?? ''}`;
}
