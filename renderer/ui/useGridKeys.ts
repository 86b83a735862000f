import type { KeyboardEvent, RefObject } from 'react';
import { atCell, blockOf, type CellBlock, selectionAt } from './gridBlocks.ts';
import { type GridSelection, moveSelection } from './gridCells.ts';

interface GridKeys {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly selection: GridSelection | null;
  /** The first row that is drawn: where the keys begin when nothing is selected. */
  readonly first: number;
  readonly total: number;
  readonly columns: number;
  /** Rows that Page Down goes. */
  readonly page: number;
  setSelection(selection: GridSelection): void;
  selectAndShow(selection: GridSelection): void;
  copy(): void;
  readonly onOpen: ((row: number, column: number) => void) | undefined;
  readonly onClear: ((block: CellBlock) => void) | undefined;
}

/** The keys of a grid, as spreadsheets have them. */
export function useGridKeys({ scroller, selection, first, total, columns, page, setSelection, selectAndShow, copy, onOpen, onClear }: GridKeys): (event: KeyboardEvent) => void {
  return (event) => {
    // Keys on a button in a head are the button's.
    if (event.target !== event.currentTarget || total === 0 || columns === 0) return;
    const command = event.ctrlKey || event.metaKey;
    const run = commandOf(event, command);
    if (run !== undefined) {
      event.preventDefault();
      run();
      return;
    }
    if (event.altKey) return;
    const now = selection ?? atCell(Math.max(0, first), 0);
    const next = selection === null && event.key.startsWith('Arrow') && !command ? now : moveSelection(event.key, command, event.shiftKey, now, total, columns, page);
    if (next === null) return;
    event.preventDefault();
    selectAndShow(next);
  };

  function commandOf({ key, altKey, shiftKey }: KeyboardEvent, command: boolean): (() => void) | undefined {
    const letter = key.toLowerCase();
    if (command && !altKey && letter === 'a') return () => setSelection(selectionAt({ row: -1, column: -1 }, null, total, columns));
    if (selection === null || altKey) return undefined;
    if (command && letter === 'c') return copy;
    if (key === ' ' && command) return () => setSelection(selectionAt({ row: -1, column: selection.column }, selection, total, columns));
    if (key === ' ' && shiftKey) return () => setSelection(selectionAt({ row: selection.row, column: -1 }, selection, total, columns));
    if (command) return undefined;
    if ((key === 'Enter' || key === 'F2') && onOpen !== undefined) return () => onOpen(selection.row, selection.column);
    if ((key === 'Delete' || key === 'Backspace') && onClear !== undefined) return () => onClear(blockOf(selection));
    if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return () => scroller.current?.querySelector<HTMLElement>(`[role=columnheader][aria-colindex="${selection.column + 1}"] button`)?.click();
    return undefined;
  }
}
