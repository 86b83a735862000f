import type { TableMoment, TableMoments } from '#contract/changes';
import { SuanpanError } from '#contract/errors';
import { tracedColumns } from '../clean/index.ts';
import { dependenciesOf } from '../history/state.ts';
import type { WorkspaceState } from '../history/state.ts';
import { groupRows } from '../table/groups.ts';
import { columnOf, isMissing, type Table } from '../table/table.ts';
import { dayText, dayNumber } from '../values/dates.ts';
import type { Workspace } from './workspace.ts';

const WEEK = 7;
/** Columns that are proposed as a key. */
const PROPOSED = 3;
/** A column that tells fewer rows apart than this share is no key. */
const LEAST_SHARE = 0.5;

/** Changes after which a table was not what it was before, oldest first, since it is there. */
export function momentsOf(workspace: Workspace, dataset: string): (TableMoment & { readonly state: WorkspaceState })[] {
  const found: (Omit<TableMoment, 'current'> & { state: WorkspaceState; definition: string })[] = [];
  let last: string | null = null;
  // Names that were forgotten since are not told any more.
  const named = new Map((workspace.state.versions[dataset] ?? []).map(({ n, name }) => [n, name]));
  for (const { n, at, kind, title, state } of workspace.log.states()) {
    if (!Object.hasOwn(state.datasets, dataset)) {
      found.length = 0;
      last = null;
      continue;
    }
    const definition = definitionOf(state, dataset);
    const name = named.get(n) ?? null;
    if (definition !== last || name !== null) found.push({ n, at, title, imported: kind === 'import' || kind === 'import.reread', name, state, definition });
    last = definition;
  }
  return found.map(({ definition, ...moment }) => ({ ...moment, current: definition === last }));
}

/** All that a table follows from, as one text. */
function definitionOf({ datasets }: WorkspaceState, id: string): string {
  const seen = new Set<string>();
  const visit = (one: string): unknown => {
    const dataset = Object.hasOwn(datasets, one) ? datasets[one] : undefined;
    if (dataset === undefined || seen.has(one)) return one;
    seen.add(one);
    return [one, dataset.origin, dataset.recipe, dependenciesOf(dataset).map(visit)];
  };
  return JSON.stringify(visit(id));
}

/** What a table can be compared with, and by which key. */
export function tableMoments(workspace: Workspace, dataset: string): TableMoments {
  const moments = momentsOf(workspace, dataset);
  const now = workspace.ports.now();
  const weekAgo = `${dayText(dayNumber(now.slice(0, 10)) - WEEK)}${now.slice(10)}`;
  const week = moments.findLast(({ at }) => at <= weekAgo);
  const imported = moments.findLastIndex((moment) => moment.imported);
  const table = workspace.datasets.table(dataset);
  const key = ownKey(workspace, dataset, table);
  return {
    moments: moments.map(({ state: _, ...moment }) => moment).reverse(),
    week: week?.n ?? null,
    lastImport: imported < 1 ? null : (moments[imported - 1]?.n ?? null),
    key,
    suggested: key.length > 0 ? [] : keysOf(table),
    columns: table.columns.map(({ name }) => name),
  };
}

/** The key by which the files of a table find their rows again, under the names of the finished table, as far as that has it. */
function ownKey({ datasets }: Workspace, dataset: string, table: Table): string[] {
  const { origin, recipe } = datasets.definition(dataset);
  if (origin.kind !== 'import') return [];
  const called = tracedColumns(origin.naturalKey, recipe);
  const key = origin.naturalKey.map((name) => called.get(name) ?? '');
  return key.every((name) => columnOf(table, name) !== undefined) ? key : [];
}

/** Columns that tell rows apart, best first. */
function keysOf(table: Table): TableMoments['suggested'] {
  if (table.rows === 0) return [];
  return table.columns
    .filter(({ type }) => type !== 'money' && type !== 'ratio' && type !== 'bool' && type !== 'number')
    .map((column) => {
      let filled = 0;
      for (let row = 0; row < table.rows; row++) if (!isMissing(column, row)) filled++;
      return { columns: [column.name], share: filled === 0 ? 0 : Math.min(groupRows([column], table.rows).count, filled) / table.rows, id: column.type === 'id' };
    })
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share || Number(b.id) - Number(a.id))
    .slice(0, PROPOSED)
    .map(({ columns, share }) => ({ columns, share }));
}

/** The state after a change. @throws SuanpanError `not-found` when the table was not there then, saying since when it is */
export function stateAt(workspace: Workspace, dataset: string, n: number): { readonly moment: TableMoment; readonly state: WorkspaceState } {
  const moments = momentsOf(workspace, dataset);
  const found = moments.findLast((moment) => moment.n <= n);
  if (found !== undefined) return { moment: found, state: found.state };
  const { name } = workspace.datasets.definition(dataset);
  const since = moments[0]?.at ?? '';
  throw new SuanpanError({
    code: 'not-found',
    message: { en: `${name} was not there yet`, zh: `当时还没有“${name}”` },
    hint: { en: `It is there since ${since} (UTC)`, zh: `该表自 ${since}（UTC）起存在` },
  });
}
