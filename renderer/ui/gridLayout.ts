import { columnWidth, type GridColumn } from './gridCells.ts';
import { columnWindow } from './gridWindow.ts';

/** Where the columns of a grid stand. */
export interface GridLayout {
  /** The left edge of each column and the right edge of the last. */
  readonly edges: readonly number[];
  /** How many columns at the left stay in sight. */
  readonly frozen: number;
  /** Of the frozen columns together. */
  readonly frozenWidth: number;
}

/** What of the width frozen columns may take: the rest must have room to scroll. */
const FROZEN_SHARE = 0.65;

/** The columns side by side; of the frozen ones as many as leave room for the others. */
export function gridLayout(columns: readonly GridColumn[], frozen: number, viewWidth: number): GridLayout {
  const edges = [0];
  for (const column of columns) edges.push((edges.at(-1) ?? 0) + columnWidth(column));
  let count = Math.min(frozen, Math.max(0, columns.length - 1));
  while (count > 0 && (edges[count] ?? 0) > viewWidth * FROZEN_SHARE) count--;
  return { edges, frozen: count, frozenWidth: edges[count] ?? 0 };
}

/** The scrolling columns in sight. */
export function scrollingColumns({ edges, frozen, frozenWidth }: GridLayout, scrollLeft: number, viewWidth: number): { readonly first: number; readonly last: number } {
  const { first, last } = columnWindow(scrollLeft + frozenWidth, Math.max(0, viewWidth - frozenWidth), edges);
  return { first: Math.max(first, frozen), last };
}

/** The scroll position that brings a column into sight beside the frozen ones. */
export function scrollToColumn({ edges, frozen, frozenWidth }: GridLayout, column: number, scrollLeft: number, viewWidth: number): number {
  if (column < frozen) return scrollLeft;
  const left = edges[column] ?? 0;
  const right = edges[column + 1] ?? 0;
  if (left - frozenWidth < scrollLeft) return left - frozenWidth;
  if (right > scrollLeft + viewWidth) return Math.min(right - viewWidth, left - frozenWidth);
  return scrollLeft;
}
