import type { ImportOptions } from '#contract/documents';
import type { Detection } from '#contract/import';
import type { Text } from '#contract/values';
import type { ParsedFile } from '../parsed.ts';
import { backFrom, both, CHOSEN } from './card-words.ts';
import type { Proposed } from './inspect.ts';

/** Tables under each other, each with a header of its own, that are not proven to be several or were said to be one. */
export function stackedCard({ parsed: { stacked = [] } }: Proposed, options: ImportOptions): Detection | null {
  if (stacked.length === 0) return null;
  return {
    id: 'table',
    title: { en: 'Tables', zh: '表' },
    value: { en: 'One, though others may begin amid it', zh: '一个，但其中可能另有表' },
    reason: options.splitStacked === false ? CHOSEN : { en: 'Rows amid the data name columns again, otherwise than the header.', zh: '数据中有行再次列出列名，且与表头不同。' },
    evidence: stacked.slice(0, MOST_ROWS_SHOWN).map((row) => ({ from: { en: `row ${row}`, zh: `第 ${row} 行` }, tone: 'warn' })),
    sure: options.splitStacked === false,
    choices: [
      { label: { en: 'One table', zh: '一个表' }, selected: true, options: { ...options, splitStacked: false } },
      { label: SPLIT, selected: false, options: { ...options, splitStacked: true } },
    ],
    ...backFrom(options, 'splitStacked'),
  };
}

/** Of a file of which one table is wanted the others are not read; all of them are one click away. */
const chosenTableCard = (table: string, options: ImportOptions): Detection => ({
  id: 'table',
  title: { en: 'Tables', zh: '表' },
  value: both(table),
  reason: { en: 'Of the tables in the file only this one comes in.', zh: '文件中仅导入该表。' },
  evidence: [],
  sure: true,
  choices: [
    { label: ALL, selected: false, options: { ...options, table: undefined } },
    { label: both(table), selected: true, options },
  ],
});

const ALL: Text = { en: 'All', zh: '全部' };
const MOST_ROWS_SHOWN = 5;
const SPLIT: Text = { en: 'Split', zh: '拆分' };

/** A text that would be several tables and was said to be one. */
const oneTableCard = (options: ImportOptions): Detection => ({
  id: 'table',
  title: { en: 'Tables', zh: '表' },
  value: { en: 'One', zh: '一个' },
  reason: CHOSEN,
  evidence: [],
  sure: true,
  choices: [],
  ...backFrom(options, 'splitStacked'),
});

const STACKED: Text = {
  en: ' Where several stand under each other, each has a header of its own over rows that fit it.',
  zh: '上下相接的表各有自己的表头，且下方各行与之相符。',
};

/** Which tables of a file are wanted, where it holds several. */
export function sheetCard(file: ParsedFile, { parsed }: Proposed, options: ImportOptions): Detection | null {
  if (options.table !== undefined) return chosenTableCard(options.table, options);
  if (options.splitStacked === false && file.tables.length < 2) return oneTableCard(options);
  if (parsed.name === '' || file.tables.length < 2) return null;
  const isApart = file.tables.some(({ part }) => part !== undefined);
  return {
    id: 'table',
    title: { en: 'Tables', zh: '表' },
    value: both(`${file.tables.length}`),
    reason: {
      en: `The file holds ${file.tables.length} tables; each becomes a table of its own.${isApart ? STACKED.en : ''}`,
      zh: `文件含 ${file.tables.length} 个表，分别成为独立的表。${isApart ? STACKED.zh : ''}`,
    },
    evidence: file.tables.map(({ name, part }) => ({ from: name, ...(part !== undefined && { to: { en: `header in row ${part.header}`, zh: `表头在第 ${part.header} 行` } }), tone: 'plain' })),
    sure: true,
    choices: [
      { label: ALL, selected: true, options: { ...options, table: undefined } },
      ...file.tables.map((table) => ({ label: both(table.name), selected: false, options: { ...options, table: table.name } })),
      ...(isApart ? [{ label: { en: 'One table, not split', zh: '不拆分，作为一个表' }, selected: false, options: { ...options, table: undefined, splitStacked: false } }] : []),
    ],
    ...backFrom(options, 'splitStacked'),
  };
}
