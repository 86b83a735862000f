/** What a header says about the numbers under it. */
export interface HeaderUnit {
  /** The unit as it stands in the header. */
  readonly label: string;
  /** Powers of ten by which the numbers are written too small: 4 for 万. */
  readonly shift: number;
  /** Numbers are hundredths: `12.5` under `转化率(%)` is 0.125. */
  readonly percent: boolean;
}

const BRACKETED = /[（([【]\s*([^（）()[\]【】]{1,12})\s*[)）\]】]\s*$/;
const SHIFTS: readonly (readonly [RegExp, number])[] = [
  [/^(百万|million|mio\.?)/i, 6],
  [/^(十万|lakhs?)/i, 5],
  [/^(千万|crores?)/i, 7],
  [/^亿/, 8],
  [/^(万|w(?=元))/i, 4],
  [/^(千(?![克米瓦卡焦帕赫伏字])|thousands?|'000|000s?)/i, 3],
];

const COUNTED = /[额价量费款]|人|粉丝|访客|播放|浏览|次|gmv|sales|amount|price|views?|users?|fans/i;

/**
 * The unit in brackets at the end of a header: `金额(万元)`, `转化率（%）`, `Revenue (thousand)`.
 *
 * @returns `null` where it changes nothing: `(元)`, `(件)`, `(USD)`
 */
export function headerUnit(name: string): HeaderUnit | null {
  const label = BRACKETED.exec(name.trim())?.[1]?.trim();
  if (label === undefined) return null;
  if (/^[%％]$/.test(label)) return { label, shift: 0, percent: true };
  // A lone letter is ten thousand where people or money are counted, and else a watt.
  const shift = /^w$/i.test(label) ? (COUNTED.test(name) ? 4 : undefined) : SHIFTS.find(([pattern]) => pattern.test(label))?.[1];
  return shift === undefined ? null : { label, shift, percent: false };
}

/** Whether a cell brings a unit of its own, which then counts instead of the header's. */
export function hasOwnUnit(text: string): boolean {
  return /[万亿千%％]|\d\s*[wk]$/i.test(text);
}
