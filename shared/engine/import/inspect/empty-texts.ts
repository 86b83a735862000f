import type { ImportOptions } from '#contract/documents';
import type { Detection } from '#contract/import';
import { isEmptyText } from '../../table/cell-readers.ts';
import { isMissing, type TextColumn } from '../../table/table.ts';
import type { Typed } from '../../table/typing.ts';
import { rowsWhere } from '../../table/row-loops.ts';

/** Columns named with their cells. */
const COLUMNS_SHOWN = 4;
const NONE = new Uint32Array(0);

/**
 * Says which texts are read as empty because somebody chose so, in how many cells of which columns, and lets them be refused again.
 *
 * @param emptied rows of each column that are empty for it
 * @param emptyTexts what is read as empty: chosen now, remembered, or settled by the table it goes to
 */
export function emptyTextsCard(emptied: readonly { readonly name: string; readonly rows: Uint32Array }[], emptyTexts: readonly string[], options: ImportOptions): Detection | null {
  if (emptyTexts.length === 0) return null;
  const found = emptied.map(({ name, rows }) => ({ name, cells: rows.length })).filter(({ cells }) => cells > 0);
  const cells = found.reduce((sum, one) => sum + one.cells, 0);
  const without = (word: string) => emptyTexts.filter((one) => one !== word);
  return {
    id: 'empty-texts',
    title: { en: 'Empty cells', zh: '空单元格' },
    value: { en: `Read as empty: ${emptyTexts.join(', ')} (${cells} ${cells === 1 ? 'cell' : 'cells'})`, zh: `视为空：${emptyTexts.join('、')}（${cells} 个单元格）` },
    reason: { en: 'Only where the type of the column does not take the text; the file stays as it is.', zh: '仅限列类型无法读取该文本之处；文件保持不变。' },
    evidence: found.slice(0, COLUMNS_SHOWN).map(({ name, cells: own }) => ({ from: name, to: { en: `${own} empty`, zh: `${own} 个为空` }, tone: 'plain' })),
    sure: true,
    choices: [
      { label: { en: 'Empty', zh: '视为空' }, selected: true, options: { ...options, emptyTexts } },
      // An empty list is a choice too: it holds against what the table has settled.
      ...(emptyTexts.length > 1 ? emptyTexts.map((word) => ({ label: { en: `List ${word}`, zh: `列出 ${word}` }, selected: false, options: { ...options, emptyTexts: without(word) } })) : []),
      { label: { en: emptyTexts.length > 1 ? 'List all' : 'List them', zh: emptyTexts.length > 1 ? '全部列出' : '列出' }, selected: false, options: { ...options, emptyTexts: [] } },
    ],
  };
}

/** Rows whose cell holds one of these texts, is missing in the typed column and was not refused. */
export function emptiedRows(source: TextColumn, { column, refused }: Typed, emptyTexts: readonly string[]): Uint32Array {
  const words = { emptyTexts: new Set(emptyTexts) };
  const { dictionary, codes } = source;
  const wanted = Uint8Array.from({ length: dictionary.size }, (_, code) => (code > 0 && isEmptyText(words, dictionary.text(code) as string) ? 1 : 0));
  if (!wanted.includes(1)) return NONE;
  const isRefused = new Set(refused);
  return rowsWhere(codes, wanted).filter((row) => isMissing(column, row) && !isRefused.has(row));
}
