import type { Table, TextColumn } from '../../table/table.ts';
import { isBlankWord } from '../../values/numbers.ts';
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
