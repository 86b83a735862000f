import { SuanpanError } from '#contract/errors';
import type { JoinRequest, JoinReply, JoinSuggestion } from '#contract/recipe';
import type { Text } from '#contract/values';
import { datasetId } from '../../import/index.ts';
import { joinedRows, matchTables } from '../../table/join.ts';
import { cellAt, type Column, type Table } from '../../table/table.ts';
import type { Workspace } from '../workspace.ts';
import { isPersonalHeader } from '../../model/index.ts';
import { maskedCell } from '../personal-columns.ts';
import type { Area, Session } from './session.ts';

const SAMPLES = 5;

/** What a join will do, before it does it. */
export function joinReport(left: Table, right: Table, request: JoinRequest): JoinReply {
  const match = matchTables(left, right, Object.entries(request.on));
  const rowsResult = joinedRows(left, right, match, request.how);
  const warnings: Text[] = [];
  if (match.maxFanOut > 1 && request.how !== 'anti') {
    const grown = match.pairs - match.matchedLeft;
    warnings.push({ en: `One row on the left meets up to ${match.maxFanOut} on the right: ${grown} rows more`, zh: `左表一行最多匹配右表 ${match.maxFanOut} 行：增加 ${grown} 行` });
  }
  if (match.matchedLeft === 0) warnings.push({ en: 'No key is on both sides', zh: '两侧没有相同的键' });
  return {
    rowsLeft: left.rows,
    rowsRight: right.rows,
    matchedLeft: match.matchedLeft,
    matchedRight: match.matchedRight,
    unmatchedLeft: left.rows - match.matchedLeft,
    unmatchedRight: right.rows - match.matchedRight,
    maxFanOut: match.maxFanOut,
    rowsResult,
    unmatchedSamples: { left: sample(left, (row) => match.keyOf[row] === 0), right: sample(right, (row) => match.rightMatched[row] === 0) },
    warnings,
  };
}

function sample(table: Table, wanted: (row: number) => boolean) {
  const rows = [];
  for (let row = 0; row < table.rows && rows.length < SAMPLES; row++)
    if (wanted(row)) rows.push(table.columns.slice(0, 6).map((column) => maskedCell(cellAt(column, row), column.type, isPersonalHeader(column.name))));
  return rows;
}

/** Pairs of columns whose values meet, best first: found from values, with names only to break ties. */
export function suggestKeys(left: Table, right: Table): JoinSuggestion[] {
  const suggestions: (JoinSuggestion & { score: number })[] = [];
  for (const a of left.columns) {
    for (const b of right.columns) {
      if (a.kind !== 'text' || b.kind !== 'text' || a.type === 'instant' || b.type === 'instant') continue;
      const rate = overlap(a, b);
      if (rate < 0.3) continue;
      const sameName = a.name.toLowerCase() === b.name.toLowerCase();
      const unique = b.dictionary.size - 1 >= b.codes.length * 0.95;
      suggestions.push({
        left: a.name,
        right: b.name,
        matchRate: rate,
        reason: {
          en: `${Math.round(rate * 100)}% of the values are on the other side${sameName ? '; same name' : ''}${unique ? '; unique there' : ''}`,
          zh: `${Math.round(rate * 100)}% 的取值在对方表中存在${sameName ? '，列名相同' : ''}${unique ? '，且在对方表中唯一' : ''}`,
        },
        score: rate + (sameName ? 0.5 : 0) + (unique ? 0.3 : 0) + (a.type === 'id' ? 0.2 : 0) - (a.type === 'enum' ? 0.4 : 0),
      });
    }
  }
  return suggestions
    .sort((x, y) => y.score - x.score)
    .slice(0, 5)
    .map(({ left: l, right: r, matchRate, reason }) => ({ left: l, right: r, matchRate, reason }));
}

function overlap(a: Extract<Column, { kind: 'text' }>, b: Extract<Column, { kind: 'text' }>): number {
  const looked = Math.min(a.dictionary.size - 1, 2000);
  if (looked === 0) return 0;
  const step = Math.max(1, Math.floor((a.dictionary.size - 1) / looked));
  let met = 0;
  let asked = 0;
  for (let code = 1; code < a.dictionary.size; code += step) {
    asked++;
    if (b.dictionary.find(a.dictionary.text(code) as string) !== 0) met++;
  }
  return met / asked;
}

export async function runJoin(session: Session, request: JoinRequest, work: ReturnType<Session['work']>): Promise<JoinReply> {
  const workspace: Workspace = session.open;
  const report = joinReport(workspace.datasets.table(request.left), workspace.datasets.table(request.right), request);
  if (request.dryRun) return report;
  const taken = new Set(Object.keys(workspace.state.datasets));
  if (taken.has(request.into)) throw new SuanpanError({ code: 'invalid-params', message: { en: `There is a table ${request.into} already`, zh: `已有名为 ${request.into} 的表` } });
  await workspace.change('join', work, async () => {
    const id = datasetId(request.into, taken);
    const origin = { kind: 'join' as const, left: request.left, right: request.right, on: request.on, how: request.how };
    return {
      title: { en: `Joined ${request.left} and ${request.right} into ${request.into}`, zh: `关联 ${request.left} 与 ${request.right} 为 ${request.into}` },
      patch: { datasets: { [id]: { id, name: request.into, origin, recipe: [], createdAt: workspace.ports.now() } } },
    };
  });
  return report;
}

export function joinHandlers(session: Session): Area<'join'> {
  return {
    'join.suggest': ({ left, right }) => session.open.read(() => suggestKeys(session.open.datasets.table(left), session.open.datasets.table(right))),
    'join.run': (request, context) => runJoin(session, request, session.work(context)),
  };
}
