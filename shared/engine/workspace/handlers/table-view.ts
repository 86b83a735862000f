import type { Request } from '#contract/methods';
import type { FindReply } from '#contract/views';
import type { Work } from '../../ports.ts';
import { followKept } from '../../clean/index.ts';
import { orderRows } from '../../table/order.ts';
import { columnOf, gather, type Table } from '../../table/table.ts';
import { type Found, findCells, matchAt, matchesBefore } from '../find.ts';
import { changedRows, type People } from '../page.ts';
import { personalAt } from '../personal-columns.ts';
import { type RemovedView, removedView } from '../removed-view.ts';
import { failingRows } from './checks.ts';
import { type Looked, looked } from './looked.ts';
import type { Session } from './session.ts';

type ViewRequest = Omit<Request<'datasets.page'>, 'offset' | 'limit' | 'columns'>;

/** What is looked at: a table, what of it is masked, and the order of its rows. */
export interface TableView {
  readonly table: Table;
  readonly people: People;
  /** The same rows before the step, where they are compared. */
  readonly before: { readonly table: Table; readonly people: People } | null;
  /** Of removed rows, what became of each; `null` in other views. */
  readonly removed: RemovedView | null;
  /** `null`: as they stand. */
  readonly order: Uint32Array | null;
}

/** The rows a view is about, in the order they are looked at. */
export function tableView(session: Session, request: ViewRequest, at: Looked): TableView {
  const view = rowsOfView(session, request, at);
  const { sort } = request;
  const column = sort === undefined ? undefined : columnOf(view.table, sort.column);
  if (sort === undefined || column === undefined) return { ...view, order: null };
  const { table } = view;
  const { descending } = sort;
  return { ...view, order: session.views.keep(['order', table, column, descending], () => orderRows(table, [{ column, descending }])) };
}

function rowsOfView(session: Session, { view = 'rows', check = 0, reveal = false, local = false }: ViewRequest, { dataset, tables, recipe, at, successors }: Looked): Omit<TableView, 'order'> {
  const workspace = session.open;
  const table = tables[at] as Table;
  const earlier = tables[Math.max(0, at - 1)] as Table;
  const definition = workspace.datasets.definition(dataset);
  const zone = local ? { offsetOf: workspace.datasets.typingOptions(definition).offsetOf } : {};
  const peopleAt = (place: number): People => ({ personal: personalAt(workspace, dataset, { tables, recipe, at: place }), reveal, ...zone });
  const before = Math.max(0, at - 1);
  switch (view) {
    case 'removed': {
      const step = at === 0 ? undefined : recipe[at - 1];
      const removed = removedView(earlier, table, step === undefined ? step : { ...step, keep: followKept(step.keep, successors) ?? [] });
      return { table: session.views.keep(['removed', removed], () => gather(earlier, removed.rows)), people: peopleAt(before), before: null, removed };
    }
    case 'failing':
      return { table: failingRows(workspace, dataset, check), people: peopleAt(tables.length - 1), before: null, removed: null };
    case 'changed': {
      const changed = session.views.keep(['changed', earlier, table], () => changedRows(earlier, table));
      return { table: changed.after, people: peopleAt(at), before: { table: changed.before, people: peopleAt(before) }, removed: null };
    }
    case 'rows':
      return { table, people: peopleAt(at), before: null, removed: null };
  }
}

/** Searches a view; going from match to match does not search again. */
export async function findInView(session: Session, { text, columns, n, from, ...request }: Request<'datasets.find'>, work: Work): Promise<FindReply> {
  const { table, people, order } = await looked(session, request, (at) => tableView(session, request, at));
  const names = columns ?? table.columns.map(({ name }) => name);
  const of = ['find', table, order, text, JSON.stringify([names, request.reveal === true, request.local === true])];
  let found = session.views.get<Found>(of);
  if (found === undefined) {
    found = await findCells(table, names, order, text, people, work);
    session.views.put(of, found);
  }
  return matchAt(found, n ?? (from === undefined ? 0 : matchesBefore(found, from.row, from.column, names)));
}
