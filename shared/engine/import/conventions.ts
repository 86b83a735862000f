import type { TextColumn } from '../table/table.ts';
import { type DateOrder, yearLastParts } from '../values/dates.ts';

const COMMA = 44;
const POINT = 46;

/** The order of day and month over all columns, proven by any part above 12. */
export function findDateOrder(columns: readonly TextColumn[]): { order: DateOrder; sure: boolean } {
  let first = 0;
  let second = 0;
  let ambiguous = 0;
  for (const { dictionary } of columns) {
    const probe = dictionary.size > 1 ? yearLastParts(dictionary.text(1) ?? '') : null;
    if (probe === null) continue;
    for (let code = 1; code < dictionary.size; code++) {
      const parts = yearLastParts(dictionary.text(code) ?? '');
      if (parts === null) continue;
      if (parts.first > 12) first++;
      else if (parts.second > 12) second++;
      else ambiguous++;
    }
  }
  if (first === 0 && second === 0) return ambiguous > 0 ? { order: 'mdy', sure: false } : { order: 'ymd', sure: true };
  return { order: first > second ? 'dmy' : 'mdy', sure: first === 0 || second === 0 };
}

/** A comma is the decimal sign when columns hold `12,5` or `1.234,50` and nothing that only a point explains. */
export function findDecimal(columns: readonly TextColumn[]): '.' | ',' {
  let commas = false;
  for (const { dictionary } of columns) {
    const { arena } = dictionary;
    for (let code = 1; code < Math.min(dictionary.size, 2000); code++) {
      const bytes = arena.subarray(dictionary.start(code), dictionary.end(code));
      if (!bytes.includes(COMMA) && !bytes.includes(POINT)) continue;
      const text = (dictionary.text(code) ?? '').trim();
      if (/^-?[€$£¥]?\s?\d{1,3}(\.\d{3})+,\d+$/.test(text) || /^-?[€$£¥]?\s?\d+,(\d{1,2}|\d{4,})\s?€?$/.test(text)) commas = true;
      else if (/^-?[€$£¥]?\s?\d[\d,]*\.\d+$/.test(text)) return '.';
    }
  }
  return commas ? ',' : '.';
}
