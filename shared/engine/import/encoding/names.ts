import type { Text } from '#contract/values';

const both = (name: string): Text => ({ en: name, zh: name });
const of = (en: string, zh: string, name: string): Text => ({ en: `${en} (${name})`, zh: `${zh}（${name}）` });

/** Encodings that can be read, as WHATWG or iconv-lite call them, with what a person calls them. The order is that of the choices. */
const READABLE: Readonly<Record<string, Text>> = {
  'utf-8': both('UTF-8'),
  gb18030: of('Simplified Chinese', '简体中文', 'GB18030'),
  big5: of('Traditional Chinese', '繁体中文', 'Big5'),
  shift_jis: of('Japanese', '日文', 'Shift-JIS'),
  'euc-jp': of('Japanese', '日文', 'EUC-JP'),
  'iso-2022-jp': of('Japanese', '日文', 'ISO-2022-JP'),
  'euc-kr': of('Korean', '韩文', 'EUC-KR'),
  'utf-16le': both('UTF-16'),
  'utf-16be': both('UTF-16 BE'),
  'utf-32le': both('UTF-32'),
  'utf-32be': both('UTF-32 BE'),
  'windows-1252': of('Western European', '西欧', 'Windows-1252'),
  'iso-8859-15': of('Western European', '西欧', 'ISO-8859-15'),
  macintosh: of('Western European', '西欧', 'Mac Roman'),
  'windows-1250': of('Central European', '中欧', 'Windows-1250'),
  'iso-8859-2': of('Central European', '中欧', 'ISO-8859-2'),
  'windows-1251': of('Cyrillic', '西里尔文', 'Windows-1251'),
  'koi8-r': of('Cyrillic', '西里尔文', 'KOI8-R'),
  'koi8-u': of('Ukrainian', '乌克兰文', 'KOI8-U'),
  'iso-8859-5': of('Cyrillic', '西里尔文', 'ISO-8859-5'),
  ibm866: of('Cyrillic', '西里尔文', 'IBM866'),
  ibm855: of('Cyrillic', '西里尔文', 'IBM855'),
  'x-mac-cyrillic': of('Cyrillic', '西里尔文', 'Mac'),
  'windows-1253': of('Greek', '希腊文', 'Windows-1253'),
  'iso-8859-7': of('Greek', '希腊文', 'ISO-8859-7'),
  'windows-1254': of('Turkish', '土耳其文', 'Windows-1254'),
  'windows-1255': of('Hebrew', '希伯来文', 'Windows-1255'),
  'iso-8859-8': of('Hebrew', '希伯来文', 'ISO-8859-8'),
  'windows-1256': of('Arabic', '阿拉伯文', 'Windows-1256'),
  'iso-8859-6': of('Arabic', '阿拉伯文', 'ISO-8859-6'),
  'windows-1257': of('Baltic', '波罗的海', 'Windows-1257'),
  'iso-8859-13': of('Baltic', '波罗的海', 'ISO-8859-13'),
  'windows-1258': of('Vietnamese', '越南文', 'Windows-1258'),
  'windows-874': of('Thai', '泰文', 'Windows-874'),
};

/** Encodings that are recognised, but that nothing here can decode. */
const UNREADABLE: Readonly<Record<string, Text>> = {
  johab: of('Korean', '韩文', 'Johab'),
  'iso-2022-kr': of('Korean', '韩文', 'ISO-2022-KR'),
  'euc-tw': of('Traditional Chinese', '繁体中文', 'EUC-TW'),
  'iso-2022-cn': of('Chinese', '中文', 'ISO-2022-CN'),
  'hz-gb-2312': of('Simplified Chinese', '简体中文', 'HZ'),
  'utf-7': both('UTF-7'),
};

/** Other names that exports and people use. */
const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/^(gbk|gb_?2312(-80)?|gb-?18030|cp936|ms936|windows-936|gb|euc-cn)$/, 'gb18030'],
  [/^utf-?8.*$/, 'utf-8'],
  [/^utf-?16(le)?$/, 'utf-16le'],
  [/^utf-?16be$/, 'utf-16be'],
  [/^utf-?32(le)?$/, 'utf-32le'],
  [/^(big5|big-5|cp950|ms950|big5-?hkscs)$/, 'big5'],
  [/^(shift[-_]?jis|sjis|cp932|ms932|windows-31j|x-sjis)$/, 'shift_jis'],
  [/^(euc-?kr|cp949|ms949|uhc|windows-949|ks_c_5601-1987)$/, 'euc-kr'],
  [/^(iso-?8859-1|latin-?1|ascii|us-ascii|cp1252)$/, 'windows-1252'],
  [/^iso-?8859-9$/, 'windows-1254'],
  [/^(tis-?620|iso-?8859-11|cp874)$/, 'windows-874'],
  [/^(ibm|cp)-?855$/, 'ibm855'],
  [/^(ibm|cp)-?866$/, 'ibm866'],
  [/^cp(125[0-8])$/, 'windows-$1'],
  [/^(mac|macroman|x-mac-roman)$/, 'macintosh'],
  [/^(x-)?mac-?cyrillic$/, 'x-mac-cyrillic'],
];

/** Encodings that a person may choose, with the names WHATWG and iconv-lite know. */
export const ENCODINGS: readonly string[] = Object.freeze(Object.keys(READABLE));

/** What a person calls an encoding. */
export function encodingLabel(encoding: string): Text {
  return READABLE[encoding] ?? UNREADABLE[encoding] ?? both(encoding);
}

/** Whether the encoding is one that is known but cannot be decoded. */
export function isUnreadable(encoding: string): boolean {
  return encoding in UNREADABLE;
}

/** The one name for an encoding that has many. */
export function encodingName(label: string): string {
  const name = label.trim().toLowerCase();
  const alias = ALIASES.find(([pattern]) => pattern.test(name));
  return alias === undefined ? name : name.replace(alias[0], alias[1]);
}
