import { SuanpanError } from '#contract/errors';
import type { AlikeReply, JoinReply, JoinRequest } from '#contract/recipe';
import { joinOf } from '../../clean/index.ts';
import { dependencyOrder } from '../../history/state.ts';
import { datasetId } from '../../import/index.ts';
import { proposeAlike } from '../../table/alike.ts';
import type { KeyComparison } from '../../table/join.ts';
import { columnOf, type Table } from '../../table/table.ts';
import { joinReport } from '../join-report.ts';
import { comparisonsOf, decisionsOf, rememberedDecisions } from '../key-decisions.ts';
import { suggestKeys } from '../key-suggestions.ts';
import { personalAt } from '../personal-columns.ts';
import { relationsOf } from '../relations.ts';
import type { Workspace } from '../workspace.ts';
import type { Area, Session } from './session.ts';

/** Reports what a join does and, unless it is a dry run, makes the table. */
export async function runJoin(session: Session, request: JoinRequest, work: ReturnType<Session['work']>): Promise<JoinReply> {
  const workspace: Workspace = session.open;
  const decisions = decisionsOf(request);
  const report = joinReport(finished(workspace, request.left), finished(workspace, request.right), { ...request, ...decisions });
  if (request.dryRun) return report;
  if (request.replace !== undefined) {
    await joinAnew(workspace, request.replace, { ...request, ...decisions }, work);
    return report;
  }
  const taken = new Set(Object.keys(workspace.state.datasets));
  if (taken.has(request.into)) throw new SuanpanError({ code: 'invalid-params', message: { en: `There is a table ${request.into} already`, zh: `已有名为 ${request.into} 的表` } });
  await workspace.change('join', work, async () => {
    const id = datasetId(request.into, taken);
    const origin = originOf({ ...request, ...decisions });
    return {
      title: { en: `Joined ${request.left} and ${request.right} into ${request.into}`, zh: `关联 ${request.left} 与 ${request.right} 为 ${request.into}` },
      patch: { datasets: { [id]: { id, name: request.into, origin, recipe: [], createdAt: workspace.ports.now() } } },
    };
  });
  return report;
}

const originOf = ({ left, right, on, how, tidy, pairs, rejected }: JoinRequest) => ({
  kind: 'join' as const,
  left,
  right,
  on,
  how,
  ...(tidy && { tidy }),
  ...(pairs && { pairs }),
  ...(rejected && { rejected }),
});

/** Joins a joined table in another way: everything that follows from it follows the new rows. */
async function joinAnew(workspace: Workspace, dataset: string, request: JoinRequest, work: ReturnType<Session['work']>): Promise<void> {
  await workspace.change('join.change', work, async () => {
    const before = joinedTable(workspace, dataset);
    const next = { ...before, name: request.into, origin: originOf(request) };
    if (JSON.stringify(before) === JSON.stringify(next)) return null;
    const { cycle } = dependencyOrder({ ...workspace.state.datasets, [dataset]: next });
    if (cycle !== null) throw new SuanpanError({ code: 'invalid-params', message: { en: `${before.name} would join itself`, zh: `“${before.name}”将关联自身` } });
    return { title: { en: `Changed the join ${before.name}`, zh: `修改关联“${before.name}”` }, patch: { datasets: { [dataset]: next } } };
  });
}

function joinedTable(workspace: Workspace, dataset: string) {
  const definition = workspace.datasets.definition(dataset);
  if (definition.origin.kind !== 'join') throw new SuanpanError({ code: 'invalid-params', message: { en: `${definition.name} is not a joined table`, zh: `“${definition.name}”不是关联得到的表` } });
  return { ...definition, origin: definition.origin };
}

/** What a join step does, told as for a join of two tables. */
function stepReport(workspace: Workspace, dataset: string, step: number, params: Readonly<Record<string, unknown>>): JoinReply {
  const { dataset: other, keys, how, compare } = joinOf(params);
  const { tables } = workspace.datasets.get(dataset);
  const at = Math.min(step, tables.length - 1);
  const left = { table: tables[at] as Table, personal: personalAt(workspace, dataset, { tables, at }) };
  const ofEach = <T>(value: T) => Object.fromEntries(keys.map(([column]) => [column, value]));
  return joinReport(left, finished(workspace, other), { left: dataset, right: other, on: Object.fromEntries(keys), how, into: '', tidy: ofEach(compare.tidy), pairs: ofEach(compare.pairs) });
}

function alikeTexts(workspace: Workspace, request: JoinRequest, reveal: boolean): AlikeReply {
  const left = finished(workspace, request.left);
  const right = finished(workspace, request.right);
  const comparisons = comparisonsOf(request);
  const masked = Object.entries(request.on)
    .filter(([l, r]) => !reveal && (left.personal.get(l) === 'masked' || right.personal.get(r) === 'masked'))
    .map(([l]) => l);
  const proposals = Object.entries(request.on).flatMap(([l, r], i) => {
    const one = columnOf(left.table, l);
    const other = columnOf(right.table, r);
    if (one === undefined || other === undefined || masked.includes(l)) return [];
    return proposeAlike(one, other, comparisons[i] as KeyComparison, request.rejected?.[l] ?? []).map((alike) => ({ column: l, ...alike }));
  });
  return { proposals, masked };
}

function finished(workspace: Workspace, id: string) {
  const { tables } = workspace.datasets.get(id);
  return { table: tables.at(-1) as Table, personal: personalAt(workspace, id, { tables }) };
}

export function joinHandlers(session: Session): Area<'join'> {
  return {
    'join.suggest': ({ left, right }) => session.open.read(() => suggestKeys(session.open.datasets.table(left), session.open.datasets.table(right))),
    'join.run': (request, context) => runJoin(session, request, session.work(context)),
    'join.alike': ({ reveal = false, ...request }) => session.open.read(() => alikeTexts(session.open, request, reveal)),
    'join.remembered': (request) => session.open.read(() => rememberedDecisions(session.open.state, request)),
    'join.get': ({ dataset }) =>
      session.open.read(() => {
        const { name, origin } = joinedTable(session.open, dataset);
        const { kind: _, ...request } = origin;
        return { ...request, into: name };
      }),
    'join.report': ({ dataset, step, params }) => session.open.read(() => stepReport(session.open, dataset, step, params)),
    'join.relations': () => session.open.read(() => relationsOf(session.open)),
  };
}
