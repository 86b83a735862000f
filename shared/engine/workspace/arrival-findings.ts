import type { Finding } from '#contract/values';
import type { SourceCounts } from '../import/index.ts';
import type { ImportOrigin } from '../history/state.ts';

/**
 * What is to be said of a file beside those of its table.
 *
 * @param counts what it brought: rows whose key stands further up in it, where a file says each once, and lines of orders that it states without them
 */
export function arrivalFindings(
  { sources, naturalKey }: Pick<ImportOrigin, 'sources' | 'naturalKey'>,
  source: number,
  { repeated, removed }: Pick<SourceCounts, 'repeated' | 'removed'> = { repeated: 0, removed: 0 },
): Finding[] {
  // Files are numbered as they come, and lie in the order in which they count.
  const isOlder = sources.slice(sources.indexOf(source) + 1).some((other) => other < source);
  return [...(repeated > 0 ? [repeatedRows(repeated, naturalKey.join(' + '))] : []), ...(removed > 0 ? [removedLines(removed)] : []), ...(isOlder ? [OLDER] : [])];
}

const repeatedRows = (rows: number, key: string): Finding => ({
  code: 'rows-repeated',
  severity: 'warning',
  where: {},
  message: {
    en: `${rows === 1 ? '1 row has' : `${rows} rows have`} the ${key} of a row further up in this file, as when two exports are put together: the later row counts, its blanks are filled from the earlier one`,
    zh: `本文件有 ${rows} 行的 ${key} 与前面的行相同，像是由两次导出拼接而成：以后出现的行为准，其空白处沿用前一行`,
  },
});

const removedLines = (lines: number): Finding => ({
  code: 'lines-removed',
  severity: 'warning',
  where: {},
  message: {
    en: `${lines === 1 ? '1 line' : `${lines} lines`} of orders ${lines === 1 ? 'is' : 'are'} gone: this file states these orders without ${lines === 1 ? 'it' : 'them'}`,
    zh: `有 ${lines} 行订单明细已移除：本文件中的这些订单不再包含它们`,
  },
});

const OLDER: Finding = {
  code: 'older-file',
  severity: 'info',
  where: {},
  message: {
    en: 'By the day in its name this file is older than one that was in before it: where both have a row, the newer file counts',
    zh: '按文件名中的日期，本文件早于先前导入的文件：两者都有的行以较新的文件为准',
  },
};
