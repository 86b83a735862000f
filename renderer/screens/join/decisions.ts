import type { KeyDecisions, KeyTidying } from '#contract/documents';

export type TextPair = readonly [left: string, right: string];

const listOf = <T>(record: Readonly<Record<string, readonly T[]>> | undefined, column: string): readonly T[] => (record !== undefined && Object.hasOwn(record, column) ? (record[column] ?? []) : []);
const same = (one: TextPair, other: TextPair) => one[0] === other[0] && one[1] === other[1];

/** What was decided about the keys of a join that was made. */
export const decisionsIn = ({ tidy, pairs, rejected }: KeyDecisions): KeyDecisions => ({ ...(tidy && { tidy }), ...(pairs && { pairs }), ...(rejected && { rejected }) });

/** What is overlooked in the key of a left column. */
export const tidyOf = (decisions: KeyDecisions, column: string): readonly KeyTidying[] => listOf(decisions.tidy, column);

/** The decisions with another list of things to overlook in one key. */
export function withTidy(decisions: KeyDecisions, column: string, how: readonly KeyTidying[]): KeyDecisions {
  return { ...decisions, tidy: { ...decisions.tidy, [column]: how } };
}

/** Two texts of a key that somebody has decided about. */
export interface Decision {
  readonly column: string;
  readonly pair: TextPair;
  readonly accepted: boolean;
}

/** All pairs that were decided, those taken first. */
export function decidedPairs(decisions: KeyDecisions): Decision[] {
  const of = (record: KeyDecisions['pairs'], accepted: boolean) => Object.entries(record ?? {}).flatMap(([column, pairs]) => pairs.map((pair): Decision => ({ column, pair, accepted })));
  return [...of(decisions.pairs, true), ...of(decisions.rejected, false)];
}

/** The decisions with these pairs decided; one that was decided before is decided anew. */
export function decide(decisions: KeyDecisions, decided: readonly Decision[]): KeyDecisions {
  return decided.reduce<KeyDecisions>((before, decision) => {
    const cleared = takeBack(before, decision);
    const list = decision.accepted ? 'pairs' : 'rejected';
    return { ...cleared, [list]: { ...cleared[list], [decision.column]: [...listOf(cleared[list], decision.column), decision.pair] } };
  }, decisions);
}

/** The decisions without what was decided about one pair. */
export function takeBack(decisions: KeyDecisions, { column, pair }: Pick<Decision, 'column' | 'pair'>): KeyDecisions {
  const without = (record: KeyDecisions['pairs']) => ({ ...record, [column]: listOf(record, column).filter((other) => !same(other, pair)) });
  return { ...decisions, pairs: without(decisions.pairs), rejected: without(decisions.rejected) };
}

/** What still holds when keys change: the decisions about keys that are the same as before. */
export function keptDecisions(decisions: KeyDecisions, before: readonly TextPair[], after: readonly TextPair[]): KeyDecisions {
  const stays = (column: string) => before.some((pair) => pair[0] === column && after.some((other) => same(pair, other)));
  return Object.fromEntries(Object.entries(decisions).map(([what, record]) => [what, Object.fromEntries(Object.entries(record).filter(([column]) => stays(column)))]));
}
