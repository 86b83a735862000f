/** Stands where a day or several were in the name of a file. */
const GONE = '\u0000';

const MONTH = '(?:1[0-2]|0?[1-9])';
const DAY_OF_MONTH = '(?:3[01]|[12]\\d|0?[1-9])';
const YEAR = '(?:19|20)\\d{2}';
const BETWEEN = '(?:[-_ ]to[-_ ]|\\s*[-_~～–—至到]\\s*)';
const MONTH_WORD = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** One or several of a kind, the first and the last of them. */
const several = (one: string): string => `${one}(?:${BETWEEN}${one})?`;

const YEAR_FIRST = `${YEAR}[-_.年]?${MONTH}(?:[-_.月]?${DAY_OF_MONTH}日?(?!\\d))?月?`;

/** How days are written, each with a year or otherwise no number of anything else; whole days with the time behind them first. */
const ANYWHERE: readonly RegExp[] = [
  // The day behind a year and a month begins no other.
  `(?<!\\d|\\d[-_.])${several(`${DAY_OF_MONTH}[-_.]${DAY_OF_MONTH}[-_.]${YEAR}(?!\\d)`)}`,
  // A time behind it, which is not the year of another day.
  `${several(YEAR_FIRST)}(?:[-_ ]?\\d{4,6}(?!\\d|[-_.年]\\d))?`,
  several(`(?<![a-z])(?:(?<!\\d)${DAY_OF_MONTH}[-_ ]?)?${MONTH_WORD}[-_ ,]*(?:${DAY_OF_MONTH}[-_ ,]+)?${YEAR}(?!\\d)`),
  `${YEAR}[-_ ]?[QW]\\d{1,2}(?!\\d)`,
  `(?<![a-z\\d])[QW]\\d{1,2}[-_ ]?${YEAR}(?!\\d)`,
  `${YEAR}年(?:第?[一二三四1-4]季度|[上下]半年|第?\\d{1,2}周)?`,
  several(`(?<!\\d)${MONTH}月(?:${DAY_OF_MONTH}[日号])?`),
  '第\\d{1,2}周',
  // Seconds or milliseconds since 1970.
  '(?<![\\da-z])1[5-9]\\d{8}(?:\\d{3})?(?!\\d)',
].map((pattern) => new RegExp(pattern, 'gi'));

/** Days without a year, which are days at the end of a name only. */
const AT_END: readonly RegExp[] = [
  several(`(?<![\\da-z])${MONTH}[-.]${DAY_OF_MONTH}`),
  several('(?<!\\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])'),
  several('(?<!\\d)[23]\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])'),
  `(?<=[-_ ])${several(YEAR)}`,
  '周[一二三四五六日天末]|星期[一二三四五六日天]',
  '(?<=[-_ ])(?:mon|tues|wednes|thurs|fri|satur|sun)day',
].map((pattern) => new RegExp(`(?:${pattern})$`, 'i'));

/** The number of a copy or of a download. */
const COPY = /(?:\s*[（(]\d+[)）]|[-_ ]+(?:copy|副本|拷贝)(?:[ _-]?\d+)?)+$/i;
/** Times, further days and counters behind the last day of a name. */
const HANGING = new RegExp(`${GONE}(?:(?:[-_ .:T~～–—至到]|to)*\\d{1,6})+[)）\\]】]?$`, 'i');
/** Words that lead up to a day. */
const LEADING = new RegExp(`(?:[-_ ]+(?:from|to|on|at|until|since|as[-_ ]of)|[-_ ]*(?:截至|截止|至|到))+[-_ ]*${GONE}`, 'gi');
const EMPTY_BRACKETS = new RegExp(`[（([【][\\s_\\-.${GONE}]*[)）\\]】]`, 'g');
/** What stood around a day between two words: one of the separators stays. */
const AROUND = new RegExp(`([\\s_\\-.~～–—]?)[\\s_\\-.~～–—]*${GONE}[\\s_\\-.~～–—${GONE}]*`, 'g');

/**
 * What a file is called whatever the day: without extension, days and times, numbers of downloads and copies, and what is left hanging of
 * them. A name that is nothing else stays.
 *
 * `订单导出_2025-06.csv` → `订单导出`; `alipay_record_20250612_1012_1.csv` → `alipay_record`
 */
export function nameWithoutDays(fileName: string): string {
  const stem = fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '');
  let bare = stem.replace(COPY, '');
  for (const pattern of ANYWHERE) bare = bare.replace(pattern, GONE);
  bare = bare.replace(HANGING, GONE);
  for (const pattern of AT_END) bare = bare.replace(pattern, GONE);
  bare = bare
    .replace(LEADING, GONE)
    .replace(EMPTY_BRACKETS, GONE)
    .replace(AROUND, '$1')
    .replace(/[\s_\-.~～–—（(【[]+$/g, '')
    .replace(/^[\s_\-.~～–—）)】\]]+/g, '');
  return bare === '' ? stem : bare;
}
