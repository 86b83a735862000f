import type { ImportOptions } from '#contract/documents';
import type { Detection } from '#contract/import';
import { maskPersonal } from '#contract/personal';
import type { Text } from '#contract/values';
import type { TextColumn } from '../../table/table.ts';
import { type DateOrder, isoDay, parseCivil, timeIn } from '../../values/dates.ts';
import { isShopHeader } from '../../values/shop-header.ts';
import type { InferredTypes } from '../types/infer.ts';
import type { ParsedTable } from '../parsed.ts';

/** Of which days a table tells, and which words said so. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly said: 'lines' | 'columns' | 'name';
  readonly where: string;
}

/** Whose table it is, and which words said so. */
export interface ToldShop {
  readonly name: string;
  readonly where: string;
}

const DAY = /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日|(?<!\d)(?:19|20)\d{6}(?!\d)|[A-Z][a-z]{2,8}[ _-]\d{1,2},?[ _-]\d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}/g;
/** Lines and columns of which one names the first day and one the last. */
const START = /start|begin|starts$|起始|开始/i;
const END = /\bend|ends$|-end-|终止|结束/i;
/** The day a row came to be, where it has several. */
const FIRST_DAY = /creat|创建|下单|提交|purchase|sale date|成交时间|申请/i;
/** At the beginning of a line, or behind other things that it says. */
const SHOP_LINE = /(?:^#?\s*|[\s,，;；|])(店铺(?:名称)?|property|shop|store)\s*[:：]\s*([^\s,，;；|](?:[^,，;；|\u3000](?!\s{2}))*)/i;

/** The days that a text names, in ISO form. */
export function daysIn(text: string): string[] {
  return (text.match(DAY) ?? []).flatMap((word) => {
    const read = parseCivil(word.replaceAll('_', ' '));
    return read === null ? [] : isoDay(read);
  });
}

/**
 * The days a table tells of: as the lines above it say, else its columns (a pair of them, ranges in cells, or the days of its rows), else
 * the name of its file.
 *
 * @param whole false where only its beginning was read: then rows tell nothing of the end
 */
export function periodOf(parsed: ParsedTable, types: InferredTypes, fileName: string, whole: boolean): Period | null {
  return ofLines(parsed) ?? (whole ? ofColumns(parsed.table.columns as readonly TextColumn[], types) : null) ?? ofName(fileName);
}

/** The days a file tells of outside of its rows. */
export const toldPeriod = (parsed: Pick<ParsedTable, 'preamble'>, fileName: string): Period | null => ofLines(parsed) ?? ofName(fileName);

function ofLines({ preamble }: Pick<ParsedTable, 'preamble'>): Period | null {
  let from: string | null = null;
  for (const cells of preamble) {
    const line = cells.filter((cell) => cell.trim() !== '').join(' ');
    const days = daysIn(line);
    if (days.length === 2) return period(days, 'lines', line);
    if (days.length !== 1) continue;
    if (from !== null && END.test(line)) return period([from, ...days], 'lines', line);
    if (START.test(line)) from = days[0] as string;
  }
  return null;
}

function ofColumns(columns: readonly TextColumn[], { columns: inferred, dateOrder }: InferredTypes): Period | null {
  const dated = columns.filter((_, i) => inferred[i]?.type === 'date' || inferred[i]?.type === 'instant');
  const start = dated.find(({ name }) => START.test(name));
  const end = dated.find(({ name }) => END.test(name));
  if (start !== undefined && end !== undefined) return period([...daysOf(start, dateOrder), ...daysOf(end, dateOrder)], 'columns', `${start.name}, ${end.name}`);
  const ranges = columns.find((column) => daysIn(column.dictionary.text(column.codes.find((code) => code !== 0) ?? 0) ?? '').length === 2);
  const rows = dated.find(({ name }) => FIRST_DAY.test(name)) ?? dated[0];
  if (rows !== undefined) return period(daysOf(rows, dateOrder), 'columns', rows.name);
  return ranges === undefined ? null : period([...textsOf(ranges)].flatMap(daysIn), 'columns', ranges.name);
}

function ofName(fileName: string): Period | null {
  const days = daysIn(fileName);
  return days.length === 2 ? period(days, 'name', fileName) : null;
}

function* textsOf({ dictionary }: TextColumn): Generator<string> {
  for (let code = 1; code < dictionary.size; code++) yield dictionary.text(code) ?? '';
}

function daysOf(column: TextColumn, order: DateOrder): string[] {
  // Times differ in every row, their days do not: each day is read once.
  const words = new Set<string>();
  for (const text of textsOf(column)) {
    const bare = text.replace(/^="?|"$|^\t+|\t+$/g, '');
    words.add(/^\d+[-/.年]\d+[-/.月]\d+日?(?=[ T])/.exec(bare)?.[0] ?? bare);
  }
  return [...words].flatMap((word) => {
    const read = timeIn(word, order);
    return read === null ? [] : isoDay(read);
  });
}

function period(days: readonly string[], said: Period['said'], where: string): Period | null {
  let from = days[0];
  let to = days[0];
  for (const day of days) {
    if (from === undefined || day < from) from = day;
    if (to === undefined || day > to) to = day;
  }
  return from === undefined || to === undefined ? null : { from, to, said, where };
}

/** The shop that all rows name, else the one a line above the table names. */
export function shopOf({ table, preamble }: ParsedTable): ToldShop | null {
  for (const column of table.columns as readonly TextColumn[]) {
    if (!isShopHeader(column.name)) continue;
    const names = [...textsOf(column)].filter((text) => text.trim() !== '');
    if (names.length === 1) return { name: (names[0] as string).trim(), where: column.name };
  }
  for (const cells of preamble) {
    const found = SHOP_LINE.exec(cells.join(' ').trim());
    if (found !== null) return { name: (found[2] as string).trim(), where: (found[0] as string).trim().slice(0, 40) };
  }
  return null;
}

/** The card that says whose table it is and of which days; by one click the shop keeps its tables apart from those of others. */
export function provenanceCard(shop: ToldShop | null, told: Period | null, options: ImportOptions): Detection | null {
  if (shop === null && told === null) return null;
  const days = told === null ? '' : told.from === told.to ? told.from : `${told.from} – ${told.to}`;
  const value = [shop?.name ?? '', days].filter((text) => text !== '').join(' · ');
  const how: readonly Text[] = [
    ...(shop === null ? [] : [{ en: `The shop stands in “${shop.where}”.`, zh: `店铺见“${shop.where}”。` }]),
    ...(told === null ? [] : [HOW_TOLD[told.said](told.where.slice(0, 60))]),
  ];
  return {
    id: 'provenance',
    title: { en: 'Shop and period', zh: '店铺与期间' },
    value: { en: value, zh: value },
    reason: { en: how.map(({ en }) => en).join(' '), zh: how.map(({ zh }) => zh).join('') },
    evidence: [],
    sure: true,
    choices:
      shop === null
        ? []
        : [
            { label: { en: 'With others', zh: '合并' }, selected: options.shop === undefined, options: { ...options, shop: undefined } },
            { label: { en: 'Own shop', zh: '独立店铺' }, selected: options.shop === shop.name, options: { ...options, shop: shop.name } },
          ],
  };
}

/** How the days are known, in words. */
export const HOW_TOLD: Readonly<Record<Period['said'], (where: string) => Text>> = {
  lines: (where) => ({ en: `A line above says the days: ${maskPersonal(where)}`, zh: `上方说明行注明期间：${maskPersonal(where)}` }),
  columns: (where) => ({ en: `The days are those in “${where}”.`, zh: `期间取自“${where}”。` }),
  name: () => ({ en: 'The name of the file says the days.', zh: '期间取自文件名。' }),
};
