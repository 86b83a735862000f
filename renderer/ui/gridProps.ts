import type { ReactNode, Ref } from 'react';
import type { Cell } from '#contract/values';
import type { ViewSort } from '#contract/views';
import type { LoadCells } from './copyBlock.ts';
import type { GridSizing } from './GridHead.tsx';
import type { CellBlock } from './gridBlocks.ts';
import type { GridColumn, GridSelection } from './gridCells.ts';

/** What others may do with a grid. */
export interface GridHandle {
  focus(): void;
  /** Selects a cell and brings it into sight. */
  select(row: number, column: number): void;
  /** The cell one stands on. */
  cursor(): { readonly row: number; readonly column: number } | null;
}

/** What is seen of a grid at the moment. */
export interface GridState {
  readonly first: number;
  readonly last: number;
  readonly block: CellBlock | null;
}

export interface DataGridProps {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly total: number;
  /** A value, or `undefined` while it is not loaded. */
  cell(row: number, column: number): Cell | undefined;
  /** Fetches cells that are not loaded, to be copied. */
  readonly load?: LoadCells;
  /** Told which rows are in sight. */
  onView?(first: number, last: number): void;
  rowLabel?(row: number): string;
  rowClass?(row: number): string;
  /** What a cell shows instead of its value. */
  renderCell?(row: number, column: number): ReactNode | undefined;
  renderHead?(column: GridColumn, index: number): ReactNode;
  /** What stands under the grid. */
  footer?(state: GridState): ReactNode;
  /** A cell was double-clicked, or Enter or F2 pressed on it. */
  onOpen?(row: number, column: number): void;
  /** Told which cells are selected. */
  onSelect?(selection: GridSelection | null): void;
  onPaste?(block: CellBlock, text: string): void;
  /** The cells of a block are to be emptied. */
  onClear?(block: CellBlock): void;
  /** Whether the text of a cell is to be marked. */
  marks?(text: string, column: GridColumn): boolean;
  /** How many columns at the left stay in sight. */
  readonly frozen?: number;
  readonly sort?: ViewSort | null;
  /** Lets the widths of columns be changed. */
  readonly sizing?: GridSizing;
  readonly headHeight?: number;
  readonly testId?: string;
  /** `true` where the cells come masked already, or are meant to be seen. */
  readonly asIs?: boolean;
  readonly handle?: Ref<GridHandle>;
}
