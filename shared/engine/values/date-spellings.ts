// Dates as Japan, Korea and parts of Europe write them, put as the others are read.

/** Years in which Japan's eras began, their first year being 1. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2019, 平成: 1989, 昭和: 1926, 大正: 1912, 明治: 1868, R: 2019, H: 1989, S: 1926 };
const ERA_DATE = /^(令和|平成|昭和|大正|明治)\s*(元|\d{1,2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/;
const ERA_SHORT = /^([RHS])(\d{1,2})([-./])(\d{1,2})\3(\d{1,2})(?=\s|$)/;
const KOREAN = /^(\d{4})년\s*(\d{1,2})월\s*(\d{1,2})일/;
const KOREAN_POINTS = /^(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\.(?=\s|$)/;
/** The day of the week in one character, in brackets. */
const WEEKDAY = /(?<=[\d日])\s*[（(][日月火水木金土월화수목금토일][)）]/;
/** What stands between a day and its time. */
const BETWEEN = /(?<=\d)(?:,\s*|\s+(?:à|às|um|at)\s+|,\s*um\s+)(?=\d{1,2}[:h]\d{2})/;
const HOURS = /(?<=[\s\d])(\d{1,2})h(\d{2})(?=\s|$)/;
const HALVES: Readonly<Record<string, string>> = { 오전: '上午', 오후: '下午' };

/** Most texts are written otherwise: one look is enough for them. */
const UNUSUAL = /[和成正治년오（(]|^\d{4}\. ?\d|\d\s*,\s*\d{1,2}:|\d\s+(?:at|à|às|um)\s|\dh\d|Uhr$|^[RHS]\d/;

/** A date in the spelling that most have; any other text as it is. */
export function usualDate(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return text
    .replace(ERA_DATE, (_all, era: string, year: string, month: string, day: string) => `${yearOf(era, year)}-${month}-${day}`)
    .replace(ERA_SHORT, (all, era: string, year: string, _sign: string, month: string, day: string) => (Number(year) === 0 ? all : `${yearOf(era, year)}-${month}-${day}`))
    .replace(KOREAN, '$1-$2-$3')
    .replace(KOREAN_POINTS, '$1-$2-$3')
    .replace(WEEKDAY, '')
    .replace(/오[전후]/, (half) => HALVES[half] as string)
    .replace(/\s*Uhr$/, '')
    .replace(BETWEEN, ' ')
    .replace(HOURS, '$1:$2');
}

const yearOf = (era: string, year: string): number => (ERAS[era] as number) + (year === '元' ? 1 : Number(year)) - 1;

/** Whether a text may be a day by the letter of its era: so codes and versions begin as well. */
export const beginsWithEra = (text: string): boolean => ERA_SHORT.test(text.trimStart());
