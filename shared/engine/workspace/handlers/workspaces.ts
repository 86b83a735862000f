import { SuanpanError } from '#contract/errors';
import type { StageState, WorkspaceInfo } from '#contract/workspace';
import { dayText } from '../../values/dates.ts';
import { importFiles } from '../import-files.ts';
import { verifyWorkspace } from '../verify.ts';
import type { Workspace } from '../workspace.ts';
import { recentWorkspaces, rememberWorkspace } from './application.ts';
import type { Area, Session } from './session.ts';

/** Everything the frame of the window shows of a workspace. */
export function workspaceInfo(workspace: Workspace): WorkspaceInfo {
  const { state, log, ports, path } = workspace;
  const ids = Object.keys(state.datasets);
  const stored = ids.map((id) => workspace.datasets.stored(id));
  const refused = stored.reduce((sum, one) => sum + (one?.result.refused ?? 0), 0);
  const setAside = countSetAside(workspace);
  const questions = workspace.model.proposal().questions.length;
  const cache = ids.length === 0 ? null : workspace.model.cache();
  const orders = cache?.facts.paid.counts.reduce((sum, one) => sum + one, 0) ?? 0;
  const counts = { datasets: ids.length, setAside, refused, questions, orders, customers: cache?.customers ?? 0 };
  return {
    path,
    name: state.name,
    bytes: ports.files.stat(path).size,
    revision: workspace.revision,
    cursor: log.cursor,
    savedAt: log.lastAt,
    currency: workspace.model.currency,
    timeZone: workspace.model.timeZone,
    store: workspace.kind,
    counts,
    stages: stagesOf(counts, workspace.checks.failing()),
    dataTo: cache?.lastDay === null || cache === null ? null : dayText(cache.lastDay),
  };
}

function countSetAside(workspace: Workspace): number {
  const sources = Object.values(workspace.state.datasets).flatMap(({ origin }) => (origin.kind === 'import' ? origin.sources : []));
  if (sources.length === 0) return 0;
  return workspace.database.one<{ n: number }>(`SELECT count(*) AS n FROM sp_set_aside WHERE source IN (${sources.join(', ')})`)?.n ?? 0;
}

function stagesOf({ datasets, setAside, refused, questions, orders, customers }: WorkspaceInfo['counts'], failing: number): StageState[] {
  const stage = (name: StageState['stage'], ready: boolean, waiting = 0): StageState => ({ stage: name, state: !ready ? 'empty' : waiting > 0 ? 'waiting' : 'ready', waiting: ready ? waiting : 0 });
  return [
    stage('collect', datasets > 0, setAside > 0 ? 1 : 0),
    stage('clean', datasets > 0, (refused > 0 ? 1 : 0) + failing),
    stage('model', datasets > 0, questions),
    stage('metrics', orders > 0),
    stage('understand', customers > 0),
    stage('act', customers > 0),
    stage('report', orders > 0),
  ];
}

export function workspaceHandlers(session: Session): Area<'workspace'> {
  const { ports } = session;
  const opened = async (path: string, create: { name: string } | null): Promise<Workspace> => {
    const workspace = await session.switchTo(path, create);
    rememberWorkspace(ports, path, workspace.state.name);
    return workspace;
  };
  return {
    'workspace.recent': () => recentWorkspaces(ports),
    'workspace.info': () => (session.workspace === null ? null : session.open.read(() => workspaceInfo(session.open))),
    'workspace.open': async ({ path }) => workspaceInfo(await opened(path, null)),
    'workspace.create': async ({ name, path }) => workspaceInfo(await opened(path ?? freePath(session, name), { name })),
    'workspace.sample': async (_request, context) => {
      const path = ports.files.join(ports.folders.workspaces, 'sample.suanpan');
      const files = ports.resources('sample').filter((name) => /\.(csv|xlsx|xls)$/i.test(name));
      if (files.length === 0) throw new SuanpanError({ code: 'file-missing', message: { en: 'The sample shop is not part of this installation', zh: '此安装不含示例店铺' } });
      const workspace = await opened(path, { name: 'Luming Home 鹿鸣家居' });
      // Opened before: the user's own work in it stays. Cut off while it was made: it is made now.
      if (Object.keys(workspace.state.datasets).length === 0) {
        const folder = ports.resourcePath('sample');
        await importFiles(workspace, { files: files.map((name) => ({ source: { kind: 'path', path: ports.files.join(folder, name) } })) }, session.work(context));
      }
      return workspaceInfo(workspace);
    },
    'workspace.rename': async ({ name }, context) => {
      const workspace = session.open;
      await workspace.change('workspace.rename', session.work(context), async () => ({ title: { en: `Renamed the workspace to ${name}`, zh: `工作区改名为“${name}”` }, patch: { name } }));
      rememberWorkspace(ports, workspace.path, name);
      return workspaceInfo(workspace);
    },
    'workspace.settings': async (settings, context) => {
      const workspace = session.open;
      await workspace.change('workspace.settings', session.work(context), async () => ({ title: { en: 'Changed currency or time zone', zh: '更改币种或时区' }, patch: settings }));
      return workspaceInfo(workspace);
    },
    'workspace.close': () => {
      session.close();
      return null;
    },
    'workspace.verify': (_request, context) => session.open.read(() => verifyWorkspace(session.open, session.work(context))),
  };
}

function freePath({ ports }: Session, name: string): string {
  const base = name.replace(/[\\/:*?"<>|]+/g, '_').trim() || 'workspace';
  for (let n = 1; ; n++) {
    const path = ports.files.join(ports.folders.workspaces, `${base}${n === 1 ? '' : ` ${n}`}.suanpan`);
    if (!ports.files.exists(path)) return path;
  }
}
