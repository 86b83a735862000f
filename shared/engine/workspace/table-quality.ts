import type { TableQuality } from '#contract/quality';
import type { Text } from '#contract/values';
import { groupRows } from '../table/groups.ts';
import { columnOf, type Table } from '../table/table.ts';
import { freshness } from './freshness.ts';
import type { Workspace } from './workspace.ts';

/** How good a table is, as far as that is known: what cannot be said is left out. */
export function tableQuality(workspace: Workspace, dataset: string): TableQuality[] {
  const { tables, refusedByColumn } = workspace.datasets.get(dataset);
  const table = tables.at(-1) as Table;
  const cells = table.rows * table.columns.length;
  const missing = workspace.datasets.stored(dataset)?.result.missing ?? 0;
  const refused = [...refusedByColumn.values()].reduce((sum, count) => sum + count, 0);
  return [
    line('complete', cells === 0 ? null : 1 - missing / cells, { en: `${missing} of ${cells} cells are empty`, zh: `${cells} 个单元格中有 ${missing} 个为空` }),
    uniqueness(workspace, dataset, table),
    line('valid', cells === 0 ? null : 1 - refused / cells, { en: `${refused} cells do not fit their type`, zh: `${refused} 个单元格不符合类型` }),
    consistency(workspace, dataset),
    onTime(workspace, dataset),
  ].filter((one) => one !== null);
}

const line = (id: TableQuality['id'], share: number | null, detail: Text): TableQuality | null => (share === null ? null : { id, share, detail });

/** By the key of its kind of file; without one nobody knows which rows should differ. */
function uniqueness({ datasets }: Workspace, dataset: string, table: Table): TableQuality | null {
  const { origin } = datasets.definition(dataset);
  const names = origin.kind === 'import' ? origin.naturalKey : [];
  const columns = names.flatMap((name) => columnOf(table, name) ?? []);
  if (names.length === 0 || columns.length < names.length || table.rows === 0) return null;
  const { count } = groupRows(columns, table.rows);
  const list = names.join(' + ');
  return line('unique', count / table.rows, { en: `${table.rows - count} rows have the ${list} of another one`, zh: `${table.rows - count} 行的 ${list} 与其他行相同` });
}

/** By the rules that the table is held to. */
function consistency({ checks }: Workspace, dataset: string): TableQuality | null {
  const known = checks.results(dataset).filter(({ state }) => state !== 'unknown');
  if (known.length === 0) return null;
  const passing = known.filter(({ state }) => state === 'passes').length;
  return line('consistent', passing / known.length, { en: `${passing} of ${known.length} checks pass`, zh: `${known.length} 条规则中有 ${passing} 条通过` });
}

/** Whole until the next file is overdue, then less with every day. */
function onTime(workspace: Workspace, dataset: string): TableQuality | null {
  const fresh = freshness(workspace, dataset)[0];
  if (fresh?.age === null || fresh === undefined) return null;
  const { age, every, overdue, lastDay } = fresh;
  return line('on-time', overdue ? every / age : 1, {
    en: `Its last day is ${lastDay}, ${age} days ago; a file is expected every ${every} days`,
    zh: `数据截至 ${lastDay}，距今 ${age} 天；预计每 ${every} 天一份`,
  });
}
