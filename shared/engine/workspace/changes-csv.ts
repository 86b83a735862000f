import type { ChangesView } from '#contract/changes';
import type { Cell, ColumnType, Lang, Text } from '#contract/values';
import type { Work } from '../ports.ts';
import { neutralised } from '../reports/index.ts';
import { cellAt, columnOf, type Table } from '../table/table.ts';
import { moneyText } from '../values/numbers.ts';
import { csvCell, MARK } from './csv-text.ts';
import { maskedCell, type Masking, type PersonalColumns } from './personal-columns.ts';
import type { Comparison } from './table-changes.ts';

const WORDS: Readonly<Record<ChangesView, Text>> = {
  added: { en: 'added', zh: '新增' },
  removed: { en: 'removed', zh: '移除' },
  changed: { en: 'changed', zh: '更改' },
};
const HEAD: Text = { en: 'change', zh: '变化' };
const THEN: Text = { en: 'before', zh: '之前' };
/** Rows between two looks at what else there is to do. */
const STRETCH = 20_000;

/**
 * The rows that are not what they were, one a line: what happened, then the columns of now with those that are gone behind them, and for
 * each column with changed cells what stood there before.
 */
export async function changesCsv(comparison: Comparison, { lang, reveal }: { readonly lang: Lang; readonly reveal: boolean }, work: Work): Promise<{ readonly rows: number; readonly text: string }> {
  const { past: then, now, rows, thenOf, reply, personal } = comparison;
  const names = reply.columns.map(({ name }) => name);
  const differing = reply.columns.filter(({ changed }) => changed > 0).map(({ name }) => name);
  const lines = [[HEAD[lang], ...names, ...differing.map((name) => `${name} (${THEN[lang]})`)].map((title) => csvCell(neutralised(title))).join(',')];
  const cell = (table: Table, row: number | undefined, name: string, people: PersonalColumns): string => {
    const column = row === undefined ? undefined : columnOf(table, name);
    return column === undefined || row === undefined ? '' : cellText(cellAt(column, row), column.type, !reveal, people.get(name));
  };
  const line = (what: ChangesView, is: number | undefined, was: number | undefined) => {
    const before = names.map((name) => (is !== undefined && columnOf(now, name) !== undefined ? cell(now, is, name, personal.now) : cell(then, was, name, personal.past)));
    const old = differing.map((name) => (what === 'changed' ? differs(cell(then, was, name, personal.past), cell(now, is, name, personal.now)) : ''));
    lines.push([WORDS[what][lang], ...before, ...old].join(','));
  };
  const total = reply.added + reply.removed + reply.changed;
  const each = async (list: Uint32Array, write: (row: number) => void) => {
    for (let i = 0; i < list.length; i++) {
      write(list[i] as number);
      if (i % STRETCH !== STRETCH - 1) continue;
      work.progress({ done: lines.length, total, note: { en: 'Writing rows', zh: '正在写入行' } });
      await work.breathe();
      work.signal.throwIfAborted();
    }
  };
  await each(rows.added, (row) => line('added', row, undefined));
  await each(rows.removed, (row) => line('removed', undefined, row));
  await each(rows.changed, (row) => line('changed', row, thenOf[row]));
  return { rows: lines.length - 1, text: `${MARK}${lines.join('\r\n')}\r\n` };
}

/** What stood there before, where it is not what stands there now. */
const differs = (was: string, is: string): string => (was === is ? '' : was);

function cellText(value: Cell, type: ColumnType, masked: boolean, personal: Masking | undefined): string {
  if (value === null) return '';
  if (typeof value === 'number' && !(masked && personal === 'masked')) return type === 'money' ? moneyText(value) : String(value);
  return csvCell(neutralised(String(masked ? maskedCell(value, type, personal) : value)));
}
