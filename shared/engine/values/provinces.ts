/** One first-level division of China: ISO 3166-2:CN code, short name, what the official name adds, name in English, traditional short name where it differs. */
type Row = readonly [code: string, short: string, suffix: string, english: string, traditional?: string];

const ROWS: readonly Row[] = [
  ['BJ', '北京', '市', 'Beijing'],
  ['TJ', '天津', '市', 'Tianjin'],
  ['HE', '河北', '省', 'Hebei'],
  ['SX', '山西', '省', 'Shanxi'],
  ['NM', '内蒙古', '自治区', 'Inner Mongolia', '內蒙古'],
  ['LN', '辽宁', '省', 'Liaoning', '遼寧'],
  ['JL', '吉林', '省', 'Jilin'],
  ['HL', '黑龙江', '省', 'Heilongjiang', '黑龍江'],
  ['SH', '上海', '市', 'Shanghai'],
  ['JS', '江苏', '省', 'Jiangsu', '江蘇'],
  ['ZJ', '浙江', '省', 'Zhejiang'],
  ['AH', '安徽', '省', 'Anhui'],
  ['FJ', '福建', '省', 'Fujian'],
  ['JX', '江西', '省', 'Jiangxi'],
  ['SD', '山东', '省', 'Shandong', '山東'],
  ['HA', '河南', '省', 'Henan'],
  ['HB', '湖北', '省', 'Hubei'],
  ['HN', '湖南', '省', 'Hunan'],
  ['GD', '广东', '省', 'Guangdong', '廣東'],
  ['GX', '广西', '壮族自治区', 'Guangxi', '廣西'],
  ['HI', '海南', '省', 'Hainan'],
  ['CQ', '重庆', '市', 'Chongqing', '重慶'],
  ['SC', '四川', '省', 'Sichuan'],
  ['GZ', '贵州', '省', 'Guizhou', '貴州'],
  ['YN', '云南', '省', 'Yunnan', '雲南'],
  ['XZ', '西藏', '自治区', 'Xizang'],
  ['SN', '陕西', '省', 'Shaanxi', '陝西'],
  ['GS', '甘肃', '省', 'Gansu', '甘肅'],
  ['QH', '青海', '省', 'Qinghai'],
  ['NX', '宁夏', '回族自治区', 'Ningxia', '寧夏'],
  ['XJ', '新疆', '维吾尔自治区', 'Xinjiang'],
  ['TW', '台湾', '省', 'Taiwan', '臺灣'],
  ['HK', '香港', '特别行政区', 'Hong Kong'],
  ['MO', '澳门', '特别行政区', 'Macao', '澳門'],
];

export interface Province {
  /** The official name, by which it is stored: 浙江省, 上海市, 内蒙古自治区. */
  readonly name: string;
  readonly short: string;
  readonly english: string;
  /** A city of its own: 北京市. */
  readonly isCity: boolean;
}

const PROVINCES: readonly Province[] = ROWS.map(([, short, suffix, english]) => ({ name: short + suffix, short, english, isCity: suffix === '市' }));
const BY_NAME = new Map(PROVINCES.map((province) => [province.name, province]));
const BY_CODE = new Map(ROWS.map(([code], i) => [code, PROVINCES[i] as Province]));
const byEnglish = (english: string) => PROVINCES.find((province) => province.english === english) as Province;
const BY_ENGLISH = new Map([
  ...PROVINCES.map((province): [string, Province] => [letters(province.english), province]),
  ['neimenggu', byEnglish('Inner Mongolia')],
  ['neimongol', byEnglish('Inner Mongolia')],
  ['tibet', byEnglish('Xizang')],
  ['macau', byEnglish('Macao')],
]);
/** Longest first: an address begins with the official name or with the short one. */
const HAN: readonly (readonly [string, Province])[] = ROWS.flatMap(([, short, , , traditional], i): [string, Province][] => {
  const province = PROVINCES[i] as Province;
  const shorts = traditional === undefined ? [short] : [short, traditional];
  return [
    [province.name, province],
    ...shorts.flatMap((text): [string, Province][] => [
      [`${text}省`, province],
      [`${text}市`, province],
      [`${text}自治区`, province],
      [text, province],
    ]),
  ];
}).sort((a, b) => b[0].length - a[0].length);

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Whether a country's name or code is China's; missing is nobody's. */
export function isChina(country: string | null): boolean {
  return country !== null && /^(cn|chn|china|prc|p\. ?r\. ?china|mainland china|people'?s republic of china|中国|中华人民共和国|中國)$/i.test(country.trim());
}

/** The province that an official name names. */
export function provinceByName(name: string): Province | undefined {
  return BY_NAME.get(name);
}

/**
 * The place of first level that a cell names, as one name for all its spellings: 浙江省, 浙江, Zhejiang, ZJ and the address 浙江杭州市… are
 * 浙江省.
 *
 * @param country of the row; codes (ZJ, but also SC and HI) are read as China's only where it is China, names of its provinces unless it is another
 * @returns the cell itself for places elsewhere; `null` when an address names no place that can be told from a person's name
 */
export function placeOf(text: string, country: string | null): string | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const china = isChina(country);
  if (country !== null && country.trim() !== '' && !china && !isHan(trimmed)) return trimmed;
  if (!isHan(trimmed)) {
    const bare = trimmed.toUpperCase().replace(/^CN-/, '');
    const byCode = china ? BY_CODE.get(bare === 'YZ' ? 'XZ' : bare) : undefined;
    return (byCode ?? BY_ENGLISH.get(letters(trimmed.replace(/\s+(province|sheng|shi|municipality|autonomous region)$/i, ''))))?.name ?? trimmed;
  }
  const tokens = trimmed.split(/[\s，,]+/).filter((token) => token !== '');
  for (const token of tokens) {
    const found = provinceAtStart(token);
    if (found !== null) return found.province.name;
  }
  const first = tokens[0] as string;
  // Nothing known: a lone short word is a place, the first word of an address only when it says so.
  if (tokens.length === 1) return first.length <= 12 ? first : null;
  return /[省市区縣县州都道府国國]$/.test(first) ? first : null;
}

function provinceAtStart(text: string): { province: Province; rest: string } | null {
  const found = HAN.find(([name]) => text.startsWith(name));
  return found === undefined ? null : { province: found[1], rest: text.slice(found[0].length) };
}

/**
 * The city that a cell names: itself, or the one in a Chinese address (浙江杭州市西湖区… is 杭州市).
 *
 * @returns `null` when an address names none: streets and people are never taken for a city
 */
export function cityOf(text: string): string | null {
  const trimmed = text.trim();
  if (!isHan(trimmed)) return trimmed === '' ? null : trimmed;
  const joined = trimmed.split(/[\s，,]+/);
  const start = joined.findIndex((token) => provinceAtStart(token) !== null);
  if (start < 0) return joined.length === 1 && trimmed.length <= 12 ? trimmed : null;
  const { province, rest } = provinceAtStart(joined[start] as string) as { province: Province; rest: string };
  if (province.isCity) return province.name;
  const after = rest !== '' ? rest : (joined[start + 1] ?? '');
  const city = /^[^省市区县]{1,12}?(市|自治州|地区|盟)/.exec(after)?.[0] ?? null;
  if (city !== null) return city;
  // 吉林市 begins like the province and is a city.
  return joined.length === 1 && trimmed.length <= 4 && trimmed.endsWith('市') ? trimmed : null;
}
