import type { JoinReply, JoinRequest, RepeatedKeys, TidyingProposal } from '#contract/recipe';
import type { Cell, Text } from '#contract/values';
import { joinedRows, type KeyComparison, type Match, matchTables } from '../table/join.ts';
import { type Repeats, repeatedKeys } from '../table/key-counts.ts';
import { proposeTidying } from '../table/propose-tidying.ts';
import { cellAt, type Column, columnOf, type Table } from '../table/table.ts';
import { comparisonsOf } from './key-decisions.ts';
import { maskedCell, type PersonalColumns } from './personal-columns.ts';

const SAMPLES = 5;

/** One of the tables, with its columns about people. */
export interface JoinSide {
  readonly table: Table;
  readonly personal: PersonalColumns;
}

/** What a join will do, before it does it. */
export function joinReport({ table: left, personal: leftPeople }: JoinSide, { table: right, personal: rightPeople }: JoinSide, request: JoinRequest): JoinReply {
  const keys = Object.entries(request.on);
  const comparisons = comparisonsOf(request);
  const match = matchTables(left, right, keys, comparisons);
  const tidy = comparisons.map((one) => one.tidy);
  const columns = (table: Table, side: 0 | 1) => keys.map((key) => columnOf(table, key[side]) as Column);
  const repeatsRight = repeatedKeys(columns(right, 1), tidy, right.rows);
  // Rows that would not be there if every key stood once on the right.
  const multiplied = request.how === 'anti' ? 0 : match.pairs - match.matchedLeft;
  return {
    rowsLeft: left.rows,
    rowsRight: right.rows,
    matchedLeft: match.matchedLeft,
    matchedRight: match.matchedRight,
    unmatchedLeft: left.rows - match.matchedLeft,
    unmatchedRight: right.rows - match.matchedRight,
    maxFanOut: match.maxFanOut,
    multiplied,
    rowsResult: joinedRows(left, right, match, request.how),
    repeated: { left: told(columns(left, 0), repeatedKeys(columns(left, 0), tidy, left.rows), leftPeople), right: told(columns(right, 1), repeatsRight, rightPeople) },
    tidying: tidyingOf(left, right, keys, comparisons, match),
    unmatchedSamples: { left: sample(left, leftPeople, (row) => match.keyOf[row] === 0), right: sample(right, rightPeople, (row) => match.rightMatched[row] === 0) },
    warnings: warningsOf(match, multiplied),
  };
}

function warningsOf(match: Match, multiplied: number): Text[] {
  const warnings: Text[] = [];
  if (multiplied > 0)
    warnings.push({ en: `One row on the left meets up to ${match.maxFanOut} on the right: ${multiplied} rows more`, zh: `左表一行最多匹配右表 ${match.maxFanOut} 行：增加 ${multiplied} 行` });
  if (match.matchedLeft === 0) warnings.push({ en: 'No key is on both sides', zh: '两侧没有相同的键' });
  return warnings;
}

function told(columns: readonly Column[], { keys, rows, worst }: Repeats, people: PersonalColumns): RepeatedKeys {
  return { keys, rows, worst: worst === null ? null : { key: columns.map((column) => shown(column, worst.row, people)), count: worst.count } };
}

const shown = (column: Column, row: number, people: PersonalColumns): Cell => maskedCell(cellAt(column, row), column.type, people.get(column.name));

function sample(table: Table, people: PersonalColumns, wanted: (row: number) => boolean) {
  const rows = [];
  for (let row = 0; row < table.rows && rows.length < SAMPLES; row++) if (wanted(row)) rows.push(table.columns.slice(0, 6).map((column) => shown(column, row, people)));
  return rows;
}

function tidyingOf(left: Table, right: Table, keys: readonly (readonly [string, string])[], comparisons: readonly KeyComparison[], match: Match): TidyingProposal[] {
  if (match.matchedLeft === left.rows) return [];
  const proposals = keys.flatMap(([l, r], i): TidyingProposal[] => {
    const compare = comparisons[i] as KeyComparison;
    return proposeTidying(columnOf(left, l) as Column, columnOf(right, r) as Column, compare).map(({ how, rows }) => {
      // One of several keys that meets more often says nothing yet of the others.
      const alone = keys.length === 1;
      const matchedLeft = alone
        ? match.matchedLeft + rows
        : matchTables(
            left,
            right,
            keys,
            comparisons.map((other, at) => (at === i ? { ...other, tidy: how } : other)),
          ).matchedLeft;
      return { pair: [l, r], how, matchedLeft };
    });
  });
  return proposals.filter(({ matchedLeft }) => matchedLeft > match.matchedLeft).sort((a, b) => b.matchedLeft - a.matchedLeft);
}
