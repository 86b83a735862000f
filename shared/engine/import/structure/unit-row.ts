import type { Finding } from '#contract/values';
import { type Table, type TextColumn, withName } from '../../table/table.ts';
import { isBlankWord } from '../../values/numbers.ts';
import { headerUnit } from '../../values/units.ts';
import { saysMoney } from '../../values/header-words.ts';
import { looksLikeData } from './headers.ts';

const UNIT =
  /^[（(]?(元|万元|亿元|千元|百万元|美元|万|亿|%|％|‰|件|个|次|人|笔|单|条|张|台|箱|kg|g|t|mg|克|千克|公斤|吨|m|cm|mm|km|米|l|ml|升|毫升|㎡|天|日|小时|分|分钟|秒|毫秒|s|ms|h|min|hours?|days?|minutes?|seconds?|usd|cny|rmb|eur|gbp|jpy|hkd|¥|￥|\$|€|£|pcs|pieces?|units?|count|number|percent)[)）]?$/i;
const NAMES_THEM = /^(单位|units?)\s*[:：]?$/i;

/** Whether the first row says in which unit each column is (`,元,kg`): nothing but units, above numbers and dates. */
export function isUnitRow(table: Table, columns: readonly TextColumn[]): boolean {
  if (table.rows < 2 || columns.length < 2) return false;
  let units = 0;
  for (const { codes, dictionary } of columns) {
    const text = (dictionary.text(codes[0] as number) ?? '').trim();
    if (isBlankWord(text) || NAMES_THEM.test(text)) continue;
    if (!UNIT.test(text) || !looksLikeData(dictionary.text(codes[1] as number) ?? '')) return false;
    units++;
  }
  return units > 0;
}

const HAS_UNIT = /[)）\]】]\s*$/;

/**
 * Names columns by the units below them, as a header that gives its units does: numbers are read by the name of their column. Units that
 * change no number stay out of the names.
 *
 * @param units a cell for each column
 */
export function withUnits(table: Table, units: readonly string[]): Table {
  const taken = new Set(table.columns.map(({ name }) => name));
  const columns = table.columns.map((column, index) => {
    const label = (units[index] ?? '').trim().replace(/^[（(]|[)）]$/g, '');
    const name = `${column.name}(${label})`;
    return HAS_UNIT.test(column.name) || headerUnit(name) === null || taken.has(name) ? column : withName(column, name);
  });
  return { ...table, columns };
}

const ABOVE = /(?:^|[\s（(，,;；]|金额|货币)单位\s*[:：]\s*((?:[万亿千]|十万|百万|千万)元?)\s*[)）]?\s*$/;
/** What one piece costs is told in the currency itself, whatever unit the sums are in. */
const PER_PIECE = /单价|均价|客单|price/i;

/** Reads columns of money by the unit that a line above the header gives (`单位：万元`); columns with a unit of their own keep it. */
export function withUnitAbove(table: Table, preamble: readonly (readonly string[])[], file: string): { readonly table: Table; readonly findings: readonly Finding[] } {
  const units = new Set(preamble.flat().flatMap((cell) => ABOVE.exec(cell.trim())?.[1] ?? []));
  const [unit] = units;
  if (unit === undefined || units.size > 1) return { table, findings: [] };
  const isMeant = (name: string) => saysMoney(name) && !PER_PIECE.test(name);
  const named = withUnits(
    table,
    table.columns.map(({ name }) => (isMeant(name) ? unit : '')),
  );
  const changed = table.columns.flatMap(({ name }, index) => (named.columns[index]?.name === name ? [] : [index]));
  const [first] = changed;
  if (first === undefined) return { table, findings: [] };
  const names = changed.map((index) => table.columns[index]?.name);
  const message = {
    en: `A line above the header gives ${unit} as the unit: ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} read by it`,
    zh: `表头上方注明单位为“${unit}”：${names.map((name) => `“${name}”`).join('、')}按此读取`,
  };
  return { table: named, findings: [{ code: 'unit-above', severity: 'info', where: { file, column: named.columns[first]?.name as string }, message }] };
}
