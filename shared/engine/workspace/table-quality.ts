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

/** Less than this wants a look. */
const GOOD = 0.97;

const line = (id: TableQuality['id'], share: number | null, detail: Text): TableQuality | null => (share === null ? null : { id, share, isPoor: share < GOOD, detail });

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

/** Whether the next file is due, in days: how late one comes is a share of nothing. */
function onTime(workspace: Workspace, dataset: string): TableQuality | null {
  const fresh = freshness(workspace, dataset)[0];
  if (fresh?.age === null || fresh === undefined) return null;
  const { age, every, overdue, lastDay } = fresh;
  const late = age - every;
  return {
    id: 'on-time',
    share: null,
    isPoor: overdue,
    said: overdue ? { en: `overdue by ${late} day${late === 1 ? '' : 's'}`, zh: `已逾期 ${late} 天` } : { en: 'not due yet', zh: '未到期' },
    detail: {
      en: `Its last day is ${lastDay}, ${age} day${age === 1 ? '' : 's'} ago; a file is expected every ${every === 1 ? 'day' : `${every} days`}`,
      zh: `数据截至 ${lastDay}，距今 ${age} 天；预计每 ${every} 天一份`,
    },
  };
}
