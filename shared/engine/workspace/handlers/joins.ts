import { SuanpanError } from '#contract/errors';
import type { AlikeReply, JoinReply, JoinRequest } from '#contract/recipe';
import { datasetId } from '../../import/index.ts';
import { proposeAlike } from '../../table/alike.ts';
import type { KeyComparison } from '../../table/join.ts';
import { columnOf, type Table } from '../../table/table.ts';
import { joinReport } from '../join-report.ts';
import { comparisonsOf, decisionsOf, rememberedDecisions } from '../key-decisions.ts';
import { suggestKeys } from '../key-suggestions.ts';
import { personalColumns } from '../personal-columns.ts';
import { relationsOf } from '../relations.ts';
import type { Workspace } from '../workspace.ts';
import type { Area, Session } from './session.ts';

/** Reports what a join does and, unless it is a dry run, makes the table. */
export async function runJoin(session: Session, request: JoinRequest, work: ReturnType<Session['work']>): Promise<JoinReply> {
  const workspace: Workspace = session.open;
  const decisions = decisionsOf(request);
  const report = joinReport(workspace.datasets.table(request.left), workspace.datasets.table(request.right), { ...request, ...decisions });
  if (request.dryRun) return report;
  const taken = new Set(Object.keys(workspace.state.datasets));
  if (taken.has(request.into)) throw new SuanpanError({ code: 'invalid-params', message: { en: `There is a table ${request.into} already`, zh: `已有名为 ${request.into} 的表` } });
  await workspace.change('join', work, async () => {
    const id = datasetId(request.into, taken);
    const origin = { kind: 'join' as const, left: request.left, right: request.right, on: request.on, how: request.how, ...decisions };
    return {
      title: { en: `Joined ${request.left} and ${request.right} into ${request.into}`, zh: `关联 ${request.left} 与 ${request.right} 为 ${request.into}` },
      patch: { datasets: { [id]: { id, name: request.into, origin, recipe: [], createdAt: workspace.ports.now() } } },
    };
  });
  return report;
}

function alikeTexts(workspace: Workspace, request: JoinRequest, reveal: boolean): AlikeReply {
  const left = finished(workspace, request.left);
  const right = finished(workspace, request.right);
  const comparisons = comparisonsOf(request);
  const masked = Object.entries(request.on)
    .filter(([l, r]) => !reveal && (left.personal.has(l) || right.personal.has(r)))
    .map(([l]) => l);
  const proposals = Object.entries(request.on).flatMap(([l, r], i) => {
    const one = columnOf(left.table, l);
    const other = columnOf(right.table, r);
    if (one === undefined || other === undefined || masked.includes(l)) return [];
    return proposeAlike(one, other, comparisons[i] as KeyComparison, request.rejected?.[l] ?? []).map((alike) => ({ column: l, ...alike }));
  });
  return { proposals, masked };
}

function finished({ datasets }: Workspace, id: string) {
  const { tables } = datasets.get(id);
  return { table: tables.at(-1) as Table, personal: personalColumns(tables, datasets.definition(id).recipe, tables.length - 1) };
}

export function joinHandlers(session: Session): Area<'join'> {
  return {
    'join.suggest': ({ left, right }) => session.open.read(() => suggestKeys(session.open.datasets.table(left), session.open.datasets.table(right))),
    'join.run': (request, context) => runJoin(session, request, session.work(context)),
    'join.alike': ({ reveal = false, ...request }) => session.open.read(() => alikeTexts(session.open, request, reveal)),
    'join.remembered': (request) => session.open.read(() => rememberedDecisions(session.open.state, request)),
    'join.relations': () => session.open.read(() => relationsOf(session.open)),
  };
}
