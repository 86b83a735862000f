import type { KeyDecisions } from '#contract/documents';
import { SuanpanError } from '#contract/errors';
import type { JoinRequest } from '#contract/recipe';
import type { WorkspaceState } from '../history/state.ts';
import type { KeyComparison } from '../table/join.ts';
import { isKeyTidying } from '../table/key-text.ts';

/** How each pair of keys is compared, in the order of `on`. */
export function comparisonsOf({ on, tidy, pairs }: Pick<JoinRequest, 'on'> & KeyDecisions): KeyComparison[] {
  return Object.keys(on).map((column) => ({ tidy: own(tidy, column), pairs: own(pairs, column) }));
}

const own = <T>(record: Readonly<Record<string, readonly T[]>> | undefined, name: string): readonly T[] => (record !== undefined && Object.hasOwn(record, name) ? (record[name] as readonly T[]) : []);

/**
 * What was decided about the keys of a join, as it is kept: nothing empty, and nothing of columns that are no keys.
 *
 * @throws SuanpanError `invalid-params` where something is to be overlooked that nobody knows, or a pair is none
 */
export function decisionsOf({ on, tidy, pairs, rejected }: Pick<JoinRequest, 'on'> & KeyDecisions): KeyDecisions {
  const unknown = Object.values(tidy ?? {})
    .flat()
    .find((one) => !isKeyTidying(one));
  if (unknown !== undefined) throw invalid(`keys cannot be compared by ${String(unknown)}`, `无法按“${String(unknown)}”比较键`);
  for (const pair of [...Object.values(pairs ?? {}), ...Object.values(rejected ?? {})].flat())
    if (!Array.isArray(pair) || pair.length !== 2 || !pair.every((text) => typeof text === 'string')) throw invalid('a pair is a left and a right text', '一对取值应为左、右两个文本');
  const kept = <T>(record: Readonly<Record<string, readonly T[]>> | undefined) =>
    Object.fromEntries(Object.entries(record ?? {}).filter(([column, list]) => Object.hasOwn(on, column) && list.length > 0));
  const decided = { tidy: kept(tidy), pairs: kept(pairs), rejected: kept(rejected) };
  return Object.fromEntries(Object.entries(decided).filter(([, record]) => Object.keys(record).length > 0));
}

const invalid = (en: string, zh: string) => new SuanpanError({ code: 'invalid-params', message: { en, zh } });

/** What was decided about the same keys of the same two tables in the latest of their joins. */
export function rememberedDecisions({ datasets }: WorkspaceState, { left, right, on }: Pick<JoinRequest, 'left' | 'right' | 'on'>): KeyDecisions {
  const remembered: KeyDecisions = {};
  for (const { origin } of Object.values(datasets)) {
    if (origin.kind !== 'join' || origin.left !== left || origin.right !== right) continue;
    const same = Object.fromEntries(Object.entries(on).filter(([l, r]) => origin.on[l] === r));
    const decided = decisionsOf({ ...origin, on: same });
    for (const name of ['tidy', 'pairs', 'rejected'] as const) Object.assign(remembered, decided[name] && { [name]: { ...remembered[name], ...decided[name] } });
  }
  return remembered;
}
