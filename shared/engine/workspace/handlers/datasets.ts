import { SuanpanError } from '#contract/errors';
import type { DatasetInfo } from '#contract/datasets';
import { type DatasetState, dependenciesOf } from '../../history/state.ts';
import { datasetId } from '../../import/index.ts';
import { textsThatFit } from '../fit.ts';
import { pageOf } from '../page.ts';
import { maskedCell, personalAt } from '../personal-columns.ts';
import { profileTable } from '../profile.ts';
import { sumsOf } from '../sums.ts';
import { tableQuality } from '../table-quality.ts';
import { tableKey, withKey } from '../table-keys.ts';
import type { Workspace } from '../workspace.ts';
import type { Table } from '../../table/table.ts';
import { looked } from './looked.ts';
import { removedOf } from './removed.ts';
import type { Area, Session } from './session.ts';
import { findInView, tableView } from './table-view.ts';

export function datasetInfo(workspace: Workspace, id: string): DatasetInfo {
  const dataset = workspace.datasets.definition(id);
  const stored = workspace.datasets.stored(id);
  const { origin } = dataset;
  const sources = origin.kind === 'import' ? origin.sources : [];
  const setAside = sources.length === 0 ? 0 : (workspace.database.one<{ n: number }>(`SELECT count(*) AS n FROM sp_set_aside WHERE source IN (${sources.join(', ')})`)?.n ?? 0);
  const result = stored?.result;
  return {
    id,
    name: dataset.name,
    rows: stored?.rows ?? 0,
    columns: result?.columns.length ?? 0,
    sources: sources.length,
    steps: dataset.recipe.length,
    origin: origin.kind,
    template: origin.kind === 'import' ? origin.template : null,
    setAside,
    refused: result?.refused ?? 0,
    checks: workspace.checks.rules(id).length,
    readBy: Object.values(workspace.state.datasets).flatMap((other) => (other.id !== id && dependenciesOf(other).includes(id) ? [other.id] : [])),
    quality: result === undefined || result.cells === 0 ? null : 1 - result.missing / result.cells,
    importedAt: dataset.createdAt,
  };
}

/** Names of source files by source number. */
export function fileNames(workspace: Workspace): (source: number) => string | null {
  const names = new Map(workspace.database.all<{ id: number; name: string }>('SELECT id, name FROM sp_sources').map((row) => [row.id, row.name]));
  return (source) => names.get(source) ?? null;
}

function stillUsed(name: string, users: readonly DatasetState[]): SuanpanError {
  const names = users.map((user) => user.name);
  return new SuanpanError({
    code: 'invalid-params',
    message: { en: `${name} is read by ${names.join(', ')}`, zh: `“${name}”被 ${names.map((one) => `“${one}”`).join('、')} 使用` },
    hint: { en: 'Remove these tables, or the steps that read it, first', zh: '请先移除这些表，或其中使用它的步骤' },
  });
}

/** Makes a table that goes on from another one; answers its id. */
export async function branchOff(session: Session, from: string, name: string, work: ReturnType<Session['work']>): Promise<string> {
  const workspace = session.open;
  const source = workspace.datasets.definition(from);
  const id = datasetId(name, new Set(Object.keys(workspace.state.datasets)));
  await workspace.change('dataset.branch', work, async () => ({
    title: { en: `New table ${name} from ${source.name}`, zh: `由“${source.name}”新建表“${name}”` },
    patch: { datasets: { [id]: { id, name, origin: { kind: 'branch', of: from }, recipe: [], createdAt: workspace.ports.now() } } },
  }));
  return id;
}

export function datasetHandlers(session: Session): Area<'datasets'> {
  return {
    'datasets.list': () => session.open.read(() => Object.keys(session.open.state.datasets).map((id) => datasetInfo(session.open, id))),
    'datasets.page': ({ offset = 0, limit = 200, columns, ...request }) =>
      looked(session, request, (at) => {
        const { table, people, before, order, removed } = tableView(session, request, at);
        const names = fileNames(session.open);
        const size = Math.min(limit, 5000);
        const only = ({ columns: all, ...rest }: Table) => ({ ...rest, columns: columns === undefined ? all : all.filter(({ name }) => columns.includes(name)) });
        return {
          ...pageOf(only(table), offset, size, names, people, order),
          before: before === null ? null : pageOf(only(before.table), offset, size, names, before.people, order).columns,
          ...(removed !== null && { removed: removedOf(session.open, session.open.datasets.definition(at.dataset), removed, { offset, limit: size, order }) }),
        };
      }),
    'datasets.find': (request, context) => findInView(session, request, session.work(context)),
    'datasets.sums': ({ first, last, columns, ...request }) =>
      looked(session, request, (at) => {
        const { table, order, people } = tableView(session, request, at);
        // A single cell would be its own sum.
        const masked = (name: string) => !people.reveal && people.personal.get(name) === 'masked';
        return sumsOf(table, order, first, last, columns, masked);
      }),
    'datasets.fit': ({ dataset, step, columns }) =>
      session.open.read(() => {
        const { tables } = session.open.datasets.get(dataset);
        const typing = session.open.datasets.typingOptions(session.open.datasets.definition(dataset));
        return textsThatFit(tables[Math.min(step ?? tables.length - 1, tables.length - 1)] as Table, columns, typing);
      }),
    'datasets.profile': ({ reveal = false, ...asked }) =>
      looked(session, asked, ({ dataset, tables, recipe, at, refusedByColumn }) => {
        const profile = profileTable(tables[at] as Table, refusedByColumn);
        if (reveal) return profile;
        const personal = personalAt(session.open, dataset, { tables, recipe, at });
        return profile.map((column) => {
          const how = personal.get(column.name);
          const top = column.top.map(({ value, count }) => ({ value: maskedCell(value, column.type, how), count }));
          // Of numbers the ends would tell them.
          return how === 'masked' && typeof column.min === 'number' ? { ...column, top, histogram: [], min: null, max: null } : { ...column, top };
        });
      }),
    'datasets.quality': ({ dataset }) => session.open.read(() => tableQuality(session.open, dataset)),
    'datasets.key': ({ dataset }) => session.open.read(() => tableKey(session.open, dataset)),
    'datasets.set-key': async ({ dataset, columns }, context) => {
      const workspace = session.open;
      await workspace.change('dataset.key', session.work(context), async () => {
        const keyed = withKey(workspace, dataset, columns);
        const title =
          columns.length === 0
            ? { en: `Rows of ${keyed.name} are known by all of their cells`, zh: `“${keyed.name}”按整行识别` }
            : { en: `Rows of ${keyed.name} are told apart by ${columns.join(' + ')}`, zh: `“${keyed.name}”按“${columns.join(' + ')}”区分各行` };
        return { title, patch: { datasets: { [dataset]: keyed } } };
      });
      return workspace.read(() => tableKey(workspace, dataset));
    },
    'datasets.rename': async ({ dataset, name }, context) => {
      const workspace = session.open;
      await workspace.change('dataset.rename', session.work(context), async () => {
        const definition = workspace.datasets.definition(dataset);
        return { title: { en: `Renamed ${definition.name} to ${name}`, zh: `“${definition.name}”改名为“${name}”` }, patch: { datasets: { [dataset]: { ...definition, name } } } };
      });
      return datasetInfo(workspace, dataset);
    },
    'datasets.branch': async ({ dataset, name }, context) => datasetInfo(session.open, await branchOff(session, dataset, name, session.work(context))),
    'datasets.remove': async ({ dataset }, context) => {
      const workspace = session.open;
      await workspace.change('dataset.remove', session.work(context), async () => {
        const { name } = workspace.datasets.definition(dataset);
        const users = Object.values(workspace.state.datasets).filter((other) => other.id !== dataset && dependenciesOf(other).includes(dataset));
        if (users.length > 0) throw stillUsed(name, users);
        return { title: { en: `Removed ${name}`, zh: `移除“${name}”` }, patch: { datasets: { [dataset]: null } } };
      });
      return null;
    },
  };
}
