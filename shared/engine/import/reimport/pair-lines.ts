import { groupRows } from '../../table/groups.ts';
import type { Table, TextColumn } from '../../table/table.ts';
import type { RowGroups } from './combine.ts';
import type { SourcePart } from './stack.ts';
import type { RowKey } from './row-key.ts';

/** A line of an order, through all files. */
interface Line {
  readonly id: number;
  /** The last row that stands for it, and the last of these that has what tells lines apart. */
  row: number;
  keyRow: number;
  /** The file that has it last. */
  source: number;
}

/** A line that has less in common with those known is another line of the order. */
const LEAST_ALIKE = 0.5;

/** Whether a file lacks columns that tell lines apart: {@link pairLines} has to find them again. */
export const lacksLineKey = (sources: readonly SourcePart[], { ofLines }: Pick<RowKey, 'ofLines'>): boolean => sources.some(({ columns }) => ofLines.some((name) => !columns.has(name)));

/**
 * Groups rows of equal order and line, where files lack what tells the lines of an order apart: a line is then the one of its order that
 * it has most cells in common with.
 *
 * @param stacked the rows of all files, one file behind the other
 */
export function pairLines(sources: readonly SourcePart[], stacked: Table, keyColumns: readonly TextColumn[], { columns: names, ofLines }: RowKey): RowGroups {
  const columns = stacked.columns as readonly TextColumn[];
  const orders = groupRows(
    keyColumns.filter(({ name }) => !ofLines.includes(name)),
    stacked.rows,
  );
  const lineKeys = keyColumns.filter(({ name }) => ofLines.includes(name));
  const others = columns.filter(({ name }) => !names.includes(name));
  /** Of the cells that both have the share that is equal. */
  const alike = (a: number, b: number) => {
    const both = others.filter(({ codes }) => codes[a] !== 0 && codes[b] !== 0);
    return both.length === 0 ? 0 : both.filter(({ codes }) => codes[a] === codes[b]).length / both.length;
  };
  const linesOf: Line[][] = Array.from({ length: orders.count }, () => []);
  const of = new Uint32Array(stacked.rows);
  let count = 0;
  let at = 0;
  for (const [index, source] of sources.entries()) {
    const lacks = lacksLineKey([source], { ofLines });
    const end = at + source.rows;
    const take = (row: number, line: Line) => {
      of[row] = line.id;
      line.row = row;
      line.source = index + 1;
      if (!lacks) line.keyRow = row;
    };
    const left: number[] = [];
    for (let row = at; row < end; row++) {
      const free = (linesOf[orders.of[row] as number] as Line[]).filter(({ source: last }) => last !== index + 1);
      const same = lacks ? undefined : free.find(({ keyRow }) => keyRow >= 0 && lineKeys.every(({ codes }) => codes[keyRow] === codes[row]));
      if (same === undefined) left.push(row);
      else take(row, same);
    }
    for (const row of left) {
      const lines = linesOf[orders.of[row] as number] as Line[];
      let best: Line | null = null;
      let share = LEAST_ALIKE;
      for (const line of lines) {
        if (line.source === index + 1 || (!lacks && line.keyRow >= 0)) continue;
        const own = alike(line.row, row);
        if (own > share || (best === null && own === share)) [best, share] = [line, own];
      }
      if (best === null) {
        best = { id: count++, row, keyRow: -1, source: 0 };
        lines.push(best);
      }
      take(row, best);
    }
    at = end;
  }
  return { of, count };
}
