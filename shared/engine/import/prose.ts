import { SuanpanError } from '#contract/errors';
import type { Text } from '#contract/values';

const MARKUP = /^\s*<(\?xml|!doctype|html|rss|feed|rdf|svg)\b/i;
/** Begins like markup of some kind; a cell may do so too. */
const TAG = /^\s*<[a-z][\w:-]*(\s[^<>]*)?>/i;
const WORDS = /\s+/;
/** Lines of a list are short; sentences are not. */
const SENTENCE_WORDS = 5;
const SENTENCE_MARKS = /[。！？；]|[a-z\p{L}][.!?](\s|$)/u;

/**
 * Says what a text is when it is no table: markup or running text.
 *
 * @param rows the first records, split by the best separator that was found
 * @param agreeing share of records that have the usual number of fields, 0 to 1
 */
export function proseOf(text: string, rows: readonly (readonly string[])[], agreeing: number): Text | null {
  const width = median(rows.map((row) => row.length));
  if (MARKUP.test(text) || (TAG.test(text) && (width < 2 || agreeing < 0.5))) return { en: 'a web page or an XML text', zh: '网页或 XML 文本' };
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  if (filled.length < 3) return null;
  // A table of sentences has its columns; running text is cut anywhere.
  if (width > 1 && agreeing >= 0.5) return null;
  const sentences = filled.filter((row) => isSentence(row.join(','))).length;
  return sentences > filled.length / 2 ? { en: 'running text', zh: '文章' } : null;
}

function isSentence(line: string): boolean {
  const trimmed = line.trim();
  return trimmed.length > 20 && (trimmed.split(WORDS).length >= SENTENCE_WORDS || SENTENCE_MARKS.test(trimmed));
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

export function noTable(file: string, what: Text): SuanpanError {
  return new SuanpanError({
    code: 'file-unsupported',
    where: { file },
    message: { en: `${file} is ${what.en}, not a table`, zh: `${file} 是${what.zh}，不是表格` },
    hint: { en: 'Export the table as CSV or XLSX', zh: '请将表格导出为 CSV 或 XLSX' },
  });
}
