import type { Text } from '#contract/values';
import type { ParsedFile } from './parsed.ts';

/** A note that people and platforms put beside exports. */
const NOTE =
  /^(readme|licen[cs]e|notice|changelog)\b|^(下载|导出|使用|文件|字段|数据|报表)?(说明|须知|必读)(文档|文件|书)?\s*([（(]\d+[)）])?\.(txt|md|rtf|docx?|pdf|html?)$|^(请先阅读|读我|先读我|免责声明|注意事项)/i;
/** A mark between words, which stands in lines of prose and in no header. */
const MARKS = /[。！？；]|[：:，,]\S/;

/** What a file is said to be that is passed over by its name. */
export const NOTE_BESIDE: Text = { en: 'A note that came with the files, not a table', zh: '随附说明文件，不是表格' };

/** Whether a file is a note by its name, without folders. */
export const isNoteName = (name: string): boolean => NOTE.test(name);

/** Why a text among other files is no table: prose is one column of sentences, a lone line, or rows that mostly do not fit. */
export function whyNoTable(parsed: ParsedFile): Text | null {
  const only = parsed.tables.length === 1 ? parsed.tables[0] : undefined;
  if (only === undefined || only.dialect === null) return null;
  const { columns, rows } = only.table;
  const name = columns[0]?.name ?? '';
  if (columns.length === 1 && rows === 0 && only.setAside.length === 0) return { en: 'No table: a single line of text', zh: '不是表格：只有一行文字' };
  const isProse = columns.length === 1 && only.totalRows > 1 ? name.includes(' ') || MARKS.test(name) : only.setAside.length > rows;
  return isProse ? { en: 'No table: the lines do not share a shape', zh: '不是表格：各行结构不一致' } : null;
}
