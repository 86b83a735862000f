import { withoutCurrency } from './currencies.ts';

/** Words that mean "nothing here" in a column of numbers or dates, in small letters; databases write `\N`. In a column of texts they stay as they are. */
const BLANK_WORDS: ReadonlySet<string> = new Set(['', '-', '--', '—', '–', '/', '\\n', 'null', 'none', 'n/a', 'na', 'nan', '#n/a', '(not set)', 'not stocked', '无', '空', '无退款申请', '暂无']);

export function isBlankWord(text: string): boolean {
  return BLANK_WORDS.has(text.trim().toLowerCase());
}

const MULTIPLIERS: Readonly<Record<string, number>> = { 万: 4, w: 4, W: 4, 亿: 8, k: 3, K: 3 };
/** A decimal number as its digits: exact, before any float is made. */
export interface Decimal {
  readonly negative: boolean;
  /** Digits without a point; the point stands `scale` digits from the right. */
  readonly digits: string;
  readonly scale: number;
  readonly percent: boolean;
}

/**
 * Reads a number as people and platforms write it: `1,234.50`, `¥99`, `12.5%`, `(12.30)`, `−5`, `–5`, `1.2万`, full-width digits, `95,00`,
 * `1,234.00-` of SAP, `△1,234` of Japan, `₹1,23,456.50`.
 *
 * @param decimal the decimal sign of the column; the other of `.` and `,` then groups thousands
 * @returns `null` when the text is not a number
 */
export function parseDecimal(text: string, decimal: '.' | ',' = '.'): Decimal | null {
  if (ESTIMATE.test(text)) return estimateIn(text, decimal);
  let body = simple(text);
  let negative = false;
  let shift = 0;
  let percent = false;
  if (!PLAIN.test(body)) {
    body = withoutCurrency(body.normalize('NFKC'))
      .replace(/[−﹣–]/g, '-')
      .replaceAll('’', "'")
      .trim();
    if (/^\(.*\)$/.test(body)) {
      negative = true;
      body = body.slice(1, -1).trim();
    } else if (MINUS_BEHIND.test(body)) {
      negative = true;
      body = body.slice(0, -1).trim();
    } else if (TRIANGLE_BEFORE.test(body)) {
      negative = true;
      body = withoutCurrency(body.slice(1).trim());
    }
    if (body.endsWith('%')) {
      percent = true;
      body = body.slice(0, -1).trim();
    }
    const last = body.at(-1) ?? '';
    if (Object.hasOwn(MULTIPLIERS, last)) {
      shift = MULTIPLIERS[last] as number;
      body = body.slice(0, -1).trim();
    }
  }
  if (body.startsWith('-')) {
    negative = !negative;
    body = body.slice(1).trim();
  } else if (body.startsWith('+')) body = body.slice(1).trim();
  if (decimal === ',') body = body.replaceAll('.', '\u0001').replaceAll(',', '.').replaceAll('\u0001', ',');
  const match = NUMBER.exec(body) ?? (decimal === '.' && (/₹|INR/i.test(text) || body.includes('.')) ? LAKHS.exec(body) : null);
  // `12E3` is how codes read; machines write a point or a sign.
  if (match?.[3] !== undefined && match[2] === undefined && /^\d/.test(match[3])) return null;
  if (match === null || (match[1] === undefined && (match[2] ?? '') === '')) return null;
  const whole = (match[1] ?? '').replace(/[, ']/g, '');
  const fraction = match[2] ?? '';
  const scale = fraction.length - shift - Number(match[3] ?? 0);
  const digits = whole + fraction;
  return scale >= 0 ? { negative, digits, scale, percent } : { negative, digits: digits + '0'.repeat(-scale), scale: 0, percent };
}

const NUMBER = /^(\d{1,3}(?:[, ']\d{3})+|\d+)?(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
/** As India groups; without a rupee and without a point it may be a list. */
const LAKHS = /^(\d{1,2}(?:,\d{2})+,\d{3})(?:\.(\d*))?()$/;
/** With decimals as money has them: codes end in a dash as well. */
const MINUS_BEHIND = /^\d[\d.,' ]*[.,]\d{2,4}-$/;
/** Of amounts only: beside a percentage it tells that something rose. */
const TRIANGLE_BEFORE = /^[△▲]\s*[\d.¥$€£][^%]*$/;

/** `< 10%` and `> 90%` of Google Ads, `7.5w~10w` of 生意参谋; sizes such as 35~36 are none. */
const ESTIMATE = /^\s*[<>]\s*\d{1,2}(\.\d+)?%\s*$|^\s*[\d.,]+[万wWkK亿%]?\s*[~～]\s*[\d.,]+[万wWkK亿%]\s*$/;

/** Whether a cell tells a bound or a range: its middle counts as the number. */
export const isEstimate = (text: string): boolean => ESTIMATE.test(text);

function estimateIn(text: string, decimal: '.' | ','): Decimal | null {
  const [low, high] = text.includes('<') ? ['0%', text.replace('<', '')] : text.includes('>') ? [text.replace('>', ''), '100%'] : (text.split(/[~～]/) as [string, string]);
  const a = parseDecimal(low, decimal);
  const b = parseDecimal(high, decimal);
  if (a === null || b === null || a.percent !== b.percent) return null;
  const scale = Math.max(a.scale, b.scale);
  const whole = ({ digits, scale: own }: Decimal) => BigInt(digits) * 10n ** BigInt(scale - own);
  // Half of it, exactly: five tenths.
  return { negative: false, digits: String((whole(a) + whole(b)) * 5n), scale: scale + 1, percent: a.percent };
}

const PLAIN = /^-?\d+(\.\d+)?$/;

/** Strips what exports wrap around numbers: blanks, a leading apostrophe, backtick or tab, `="…"`. */
function simple(text: string): string {
  const trimmed = text.trim();
  const wrapped = /^="?(.*?)"?$/.exec(trimmed);
  return (wrapped !== null && trimmed.startsWith('=') ? (wrapped[1] as string) : trimmed).replace(/^['`]/, '');
}

/** The number a decimal stands for; percent as a ratio. */
export function decimalToNumber({ negative, digits, scale, percent }: Decimal): number {
  const exponent = scale + (percent ? 2 : 0);
  const value = Number(exponent === 0 ? digits : `${digits}e-${exponent}`);
  return negative && value !== 0 ? -value : value;
}

/**
 * The money a decimal stands for, in 1/10,000 of the currency.
 *
 * @returns `null` when it has more than four decimals or does not fit: money is never rounded on the way in
 */
export function decimalToMoney({ negative, digits, scale, percent }: Decimal): number | null {
  if (percent) return null;
  const kept = scale > 4 ? digits.slice(0, digits.length - (scale - 4)) : digits + '0'.repeat(4 - scale);
  if (scale > 4 && /[1-9]/.test(digits.slice(digits.length - (scale - 4)))) return null;
  const value = Number(kept === '' ? '0' : kept);
  if (!Number.isSafeInteger(value)) return null;
  return negative && value !== 0 ? -value : value;
}

/** Rounds to a whole number, halves to the even neighbour: how derived money is rounded. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest < 0.5) return floor;
  if (rest > 0.5) return floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/** Money as an exact decimal text: 123400 → `12.3400`. */
export function moneyText(value: number): string {
  const sign = value < 0 ? '-' : '';
  const digits = String(Math.abs(value)).padStart(5, '0');
  return `${sign}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
