import { SuanpanError } from '#contract/errors';
import type { RecipeStep } from '#contract/documents';
import type { DatasetInfo } from '#contract/import';
import { type DatasetState, dependenciesOf } from '../../history/state.ts';
import { datasetId } from '../../import/index.ts';
import type { BuiltDataset } from '../datasets.ts';
import { changedRows, pageOf } from '../page.ts';
import { maskedCell, personalColumns } from '../personal-columns.ts';
import { profileTable } from '../profile.ts';
import type { Workspace } from '../workspace.ts';
import type { Table } from '../../table/table.ts';
import { failingRows } from './checks.ts';
import { checkSteps } from './recipes.ts';
import { removedPage } from './removed.ts';
import type { Area, Session } from './session.ts';

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
    quality: result === undefined || result.cells === 0 ? 1 : 1 - result.missing / result.cells,
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

interface Looked extends Pick<BuiltDataset, 'tables' | 'refusedByColumn'> {
  readonly dataset: string;
  readonly recipe: readonly RecipeStep[];
  /** Steps that were taken. */
  readonly at: number;
}

/** Looks at a dataset after some of its steps, or of others that are tried: only those are run that lead there. */
function looked<T>(session: Session, { dataset, step, steps }: { readonly dataset: string; readonly step?: number; readonly steps?: readonly RecipeStep[] }, look: (at: Looked) => T): T | Promise<T> {
  const { datasets } = session.open;
  const upTo = steps === undefined ? undefined : checkSteps(steps.slice(0, step));
  const at = (built: BuiltDataset, recipe: readonly RecipeStep[]) =>
    look({ dataset, tables: built.tables, refusedByColumn: built.refusedByColumn, recipe, at: Math.min(step ?? built.tables.length - 1, built.tables.length - 1) });
  // What was tried is shown while it is being written.
  const tried = upTo === undefined ? null : datasets.tried(dataset, upTo);
  if (tried !== null && upTo !== undefined) return at(tried, upTo);
  return session.open.read(() => (upTo === undefined ? at(datasets.get(dataset), datasets.definition(dataset).recipe) : at(datasets.tryRecipe(dataset, upTo), upTo)));
}

export function datasetHandlers(session: Session): Area<'datasets'> {
  return {
    'datasets.list': () => session.open.read(() => Object.keys(session.open.state.datasets).map((id) => datasetInfo(session.open, id))),
    'datasets.page': ({ view = 'rows', check = 0, offset = 0, limit = 200, reveal = false, local = false, ...asked }) =>
      looked(session, asked, ({ dataset, tables, recipe, at }) => {
        const table = tables[at] as Table;
        const earlier = tables[Math.max(0, at - 1)] as Table;
        const names = fileNames(session.open);
        const size = Math.min(limit, 5000);
        const definition = session.open.datasets.definition(dataset);
        const zone = local ? { offsetOf: session.open.datasets.typingOptions(definition).offsetOf } : {};
        const people = { personal: personalColumns(tables, recipe, at), reveal, ...zone };
        const peopleBefore = { personal: personalColumns(tables, recipe, Math.max(0, at - 1)), reveal, ...zone };
        if (view === 'removed')
          return removedPage(session.open, definition, { before: earlier, after: table, step: at === 0 ? undefined : recipe[at - 1] }, { offset, limit: size }, names, peopleBefore);
        if (view === 'failing')
          return { ...pageOf(failingRows(session.open, dataset, check), offset, size, names, { personal: personalColumns(tables, recipe, tables.length - 1), reveal, ...zone }), before: null };
        if (view === 'changed') {
          const changed = changedRows(earlier, table);
          return { ...pageOf(changed.after, offset, size, names, people), before: pageOf(changed.before, offset, size, names, peopleBefore).columns };
        }
        return { ...pageOf(table, offset, size, names, people), before: null };
      }),
    'datasets.profile': ({ reveal = false, ...asked }) =>
      looked(session, asked, ({ tables, recipe, at, refusedByColumn }) => {
        const profile = profileTable(tables[at] as Table, refusedByColumn);
        if (reveal) return profile;
        const personal = personalColumns(tables, recipe, at);
        return profile.map((column) => ({ ...column, top: column.top.map(({ value, count }) => ({ value: maskedCell(value, column.type, personal.has(column.name)), count })) }));
      }),
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
