import type { Aggregate } from '#contract/definitions';
import type { ColumnType } from '#contract/values';
import { codesOf, type Groups, rowsOfGroups } from '../table/groups.ts';
import { cellAt, type Column, gatherColumn, isMissing, NO_ROW, type NumberColumn, type Table, textColumn } from '../table/table.ts';
import { roundHalfEven } from '../values/numbers.ts';
import { requireColumn } from './cells.ts';
import { compareCells, requireNumbers, shownTexts } from './derived.ts';

/** What stands between the texts of a list. */
const BETWEEN = ', ';

/**
 * One value a group, as a column with a row a group. Missing cells count for nothing; a group without any cell is missing, its count 0.
 *
 * @param column not needed by `count`, which then counts rows
 */
export function aggregateColumn(table: Table, groups: Groups, how: Aggregate, column: string, name: string): Column {
  switch (how) {
    case 'count':
      return numbers(name, 'int', column === '' ? sizes(groups) : filled(requireColumn(table, column), groups));
    case 'distinct':
      return numbers(name, 'int', distinct(requireColumn(table, column), groups));
    case 'sum': {
      const source = requireNumbers(table, column);
      return numbers(name, source.type === 'bool' ? 'int' : source.type, sums(source, groups));
    }
    case 'mean': {
      const source = requireNumbers(table, column);
      const counts = filled(source, groups);
      const money = source.type === 'money';
      return numbers(
        name,
        money || source.type === 'ratio' ? source.type : 'number',
        sums(source, groups).map((sum, group) => (money ? roundHalfEven(sum / (counts[group] as number)) : sum / (counts[group] as number))),
      );
    }
    case 'median':
      return numbers(name, requireNumbers(table, column).type, medians(requireNumbers(table, column), groups));
    case 'list':
      return textColumn(name, 'text', lists(requireColumn(table, column), groups));
    default: {
      // Without the way back to the file: a cell of a group belongs to no single row.
      const source = { ...requireColumn(table, column), raw: undefined };
      return { ...gatherColumn(source, chosenRows(source, groups, how)), name };
    }
  }
}

const numbers = (name: string, type: ColumnType, values: Float64Array): NumberColumn => ({ kind: 'number', name, type, values });

function sizes({ of, count }: Groups): Float64Array {
  const values = new Float64Array(count);
  for (let row = 0; row < of.length; row++) values[of[row] as number] = (values[of[row] as number] as number) + 1;
  return values;
}

function filled(column: Column, { of, count }: Groups): Float64Array {
  const values = new Float64Array(count);
  for (let row = 0; row < of.length; row++) if (!isMissing(column, row)) values[of[row] as number] = (values[of[row] as number] as number) + 1;
  return values;
}

function sums({ values }: NumberColumn, { of, count }: Groups): Float64Array {
  const totals = new Float64Array(count).fill(Number.NaN);
  for (let row = 0; row < of.length; row++) {
    const value = values[row] as number;
    if (Number.isNaN(value)) continue;
    const group = of[row] as number;
    const so = totals[group] as number;
    totals[group] = Number.isNaN(so) ? value : so + value;
  }
  return totals;
}

function distinct(column: Column, groups: Groups): Float64Array {
  const { codes, size } = codesOf(column);
  const { starts, rows } = rowsOfGroups(groups);
  // In which group a code was seen last.
  const seen = new Uint32Array(size);
  return Float64Array.from({ length: groups.count }, (_, group) => {
    let count = 0;
    for (let i = starts[group] as number; i < (starts[group + 1] as number); i++) {
      const code = codes[rows[i] as number] as number;
      if (code === 0 || seen[code] === group + 1) continue;
      seen[code] = group + 1;
      count++;
    }
    return count;
  });
}

/** The middle of the sorted cells, or half way between the two; half a unit of money is rounded to the even one. */
function medians(column: NumberColumn, groups: Groups): Float64Array {
  const { starts, rows } = rowsOfGroups(groups);
  return Float64Array.from({ length: groups.count }, (_, group) => {
    const sorted = Float64Array.from(rows.subarray(starts[group], starts[group + 1]), (row) => column.values[row] as number)
      .filter((value) => !Number.isNaN(value))
      .sort();
    if (sorted.length === 0) return Number.NaN;
    const half = sorted.length >> 1;
    const middle = sorted.length % 2 === 1 ? (sorted[half] as number) : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
    return column.type === 'money' || column.type === 'int' ? roundHalfEven(middle) : middle;
  });
}

function lists(column: Column, groups: Groups): (string | null)[] {
  const { codes, dictionary } = shownTexts(column);
  const { starts, rows } = rowsOfGroups(groups);
  return Array.from({ length: groups.count }, (_, group) => {
    const different = new Set(Array.from(rows.subarray(starts[group], starts[group + 1]), (row) => codes[row] as number));
    different.delete(0);
    return different.size === 0 ? null : Array.from(different, (code) => dictionary.text(code)).join(BETWEEN);
  });
}

/** Of each group the row of its first, last, smallest or largest cell. */
function chosenRows(column: Column, { of, count }: Groups, how: Aggregate): Uint32Array {
  const chosen = new Uint32Array(count).fill(NO_ROW);
  for (let row = 0; row < of.length; row++) {
    if (isMissing(column, row)) continue;
    const group = of[row] as number;
    const so = chosen[group] as number;
    if (so === NO_ROW || how === 'last') chosen[group] = row;
    else if (how === 'min' || how === 'max') {
      const order = compareCells(cellAt(column, row), cellAt(column, so));
      if (how === 'min' ? order < 0 : order > 0) chosen[group] = row;
    }
  }
  return chosen;
}
