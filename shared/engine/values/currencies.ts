// How currencies are written beside amounts.

/** Signs and codes beside an amount; eBay writes `AU $12.00` and `C $12.00`. */
const SIGN = '(?:US|CA?|AU?|NZ|HK|NT|SG?|R|MX) ?\\$|[¥￥$＄€£￡₽₩￦元円원৳₹₫฿₺₴₦₪₱]|人民币|CNY|RMB|USD|EUR|GBP|JPY|CAD|AUD|HKD|TWD|SGD|BRL';
/** Codes that stand behind an amount, or before it with a blank between: `CHF100` is what somebody calls an article. */
const CODE = 'CHF|PLN|SEK|NOK|DKK|CZK|HUF|INR|KRW|MXN|NZD|THB|zł|Kč|kr\\.?';
const SIGN_BEFORE = new RegExp(`^([-−–﹣+(]?)\\s*(?:(?:${SIGN}|(?:${CODE})(?=\\s))\\s*)+(?=[-−–﹣+(.,\\d０-９△▲])`, 'i');
const SIGN_BEHIND = new RegExp(`(?<=[\\d.,)%万亿wk０-９-])\\s*(?:${SIGN}|${CODE})(?:\\s*(?:${SIGN}))?\\s*([-)]?)$`, 'i');

const ONE = new RegExp(`${SIGN}|${CODE}`, 'i');

const CODES: Readonly<Record<string, string>> = {
  US$: 'USD',
  C$: 'CAD',
  CA$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  NT$: 'TWD',
  S$: 'SGD',
  SG$: 'SGD',
  R$: 'BRL',
  MX$: 'MXN',
  '￥': '¥',
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '￡': 'GBP',
  '＄': '$',
  '₩': 'KRW',
  '￦': 'KRW',
  '฿': 'THB',
  원: 'KRW',
  RMB: 'CNY',
  人民币: 'CNY',
  元: 'CNY',
  円: 'JPY',
  ZŁ: 'PLN',
  KČ: 'CZK',
  KR: 'kr',
};

/** Signs that several currencies have. */
export const SHARED_SIGNS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'TWD', 'SGD', 'MXN'],
  '¥': ['CNY', 'JPY'],
  kr: ['SEK', 'NOK', 'DKK'],
};

/** Most texts begin with a longer word. */
const FEW_LETTERS = /^\s*[a-złč]{1,3}\.? ?[$\d(.+-]/i;

/** Whether a text begins with the sign or the code of a currency, and an amount behind it. */
export const beginsWithCurrency = (text: string): boolean => FEW_LETTERS.test(text) && SIGN_BEFORE.test(text.trimStart());

/** Whether an amount has a currency beside it. */
export const hasCurrency = (text: string): boolean => SIGN_BEFORE.test(text.trim()) || SIGN_BEHIND.test(text.trim());

/** The currency beside an amount, by its code, or by its sign where several have that; `null` where there is none. */
export function currencyOf(text: string): string | null {
  const trimmed = text.trim();
  const found = SIGN_BEFORE.exec(trimmed)?.[0] ?? SIGN_BEHIND.exec(trimmed)?.[0] ?? '';
  const written = ONE.exec(found)?.[0].replace(/[ .]/g, '').toUpperCase();
  return written === undefined ? null : (CODES[written] ?? written);
}

/** A number without the currency beside it. */
export const withoutCurrency = (text: string): string => text.replace(SIGN_BEFORE, '$1').replace(SIGN_BEHIND, '$1');
