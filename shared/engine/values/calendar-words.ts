// The words in which dates name months, days of the week and zones, without accents and in small letters.

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'january', 'januar', 'janner', 'janv', 'janvier', 'ene', 'enero', 'gen', 'gennaio', 'janeiro'],
  ['feb', 'february', 'februar', 'fev', 'fevr', 'fevrier', 'febrero', 'febbraio', 'fevereiro'],
  ['mar', 'march', 'marz', 'maerz', 'mrz', 'mars', 'marzo', 'marco'],
  ['apr', 'april', 'avr', 'avril', 'abr', 'abril', 'aprile'],
  ['may', 'mai', 'mayo', 'mag', 'maggio', 'maio'],
  ['jun', 'june', 'juni', 'juin', 'junio', 'giu', 'giugno', 'junho'],
  ['jul', 'july', 'juli', 'juil', 'juillet', 'julio', 'lug', 'luglio', 'julho'],
  ['aug', 'august', 'aout', 'ago', 'agosto'],
  ['sep', 'sept', 'september', 'septembre', 'septiembre', 'setiembre', 'sett', 'settembre', 'setembro'],
  ['oct', 'october', 'okt', 'oktober', 'octobre', 'octubre', 'ott', 'ottobre', 'out', 'outubro'],
  ['nov', 'november', 'novembre', 'noviembre', 'novembro'],
  ['dec', 'december', 'dez', 'dezember', 'decembre', 'dic', 'diciembre', 'dicembre', 'dezembro'],
];
const MONTH_NUMBERS = new Map(MONTHS.flatMap((names, month) => names.map((name) => [name, month + 1] as const)));

/** The month that a word names in one of six languages, from 1; 0 where it names none. */
export const monthNumber = (word: string): number => MONTH_NUMBERS.get(word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()) ?? 0;

const WEEKDAYS = [
  'mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?',
  'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so',
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  'lunes|martes|miércoles|jueves|viernes|sábado|domingo',
  'lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica',
].join('|');
const WEEKDAY_BEFORE = new RegExp(`^(?:${WEEKDAYS})(?:[.,]+\\s*|\\s+)(?=[\\p{L}\\d])`, 'iu');
const WEEKDAY_BEHIND = /([日\d])\s*[（(]?(?:星期|周|週|礼拜)[一二三四五六日天][)）]?(?=\s|$)\s*/;

/** A date without the day of the week that stands before or behind it. */
export function withoutWeekday(text: string): string {
  if (/[期周週拜]/.test(text)) return text.replace(WEEKDAY_BEHIND, '$1 ').trim();
  return /^\p{L}/u.test(text) ? text.replace(WEEKDAY_BEFORE, '') : text;
}

/** The first three letters of months and of days of the week: most texts begin otherwise. */
const STARTS_DATE =
  /^(?:jan|f[eé][bv]|m[aä]r|mrz|a[pvb]r|ma[iyg]|ju[nli]|giu|lug|ago|aug|ao[uû]|sep|set|o[ckt]t|nov|d[eéi][cz]|ene|gen|out|mon|tue|wed|thu|fri|sat|sun|die|mit|don|fre|sam|son|lun|mer|jeu|ven|dim|mi[eé]|jue|vie|s[aá]b|dom|gio|mo|di|do|fr|sa|so|mi)/i;
const NAMED = /^\p{L}{2,10}[.,]*[ -]\p{L}{0,10}[.,]? ?\d/u;

/** Whether a text that begins with a letter may be a date with the month in words. */
export const mayBeNamedDate = (text: string): boolean => STARTS_DATE.test(text) && NAMED.test(text);

/** Zones by their letters, in minutes east of UTC. CST and IST name two of them each, and are none. */
const ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  MEZ: 60,
  CEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

/** How a date may say its zone: its letters, or how far it is from UTC. */
export const ZONE_PATTERN = `(${Object.keys(ZONES).join('|')}|(?:UTC|GMT)[+-]\\d{1,2}(?::?\\d{2})?|[+-]\\d{2}(?::?\\d{2})?)`;

/** Minutes east of UTC of what {@link ZONE_PATTERN} found. */
export function zoneOffset(zone: string): number {
  const match = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (match === null) return ZONES[zone] ?? 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}
