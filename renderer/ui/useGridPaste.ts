import { type RefObject, useEffect } from 'react';
import type { CellBlock } from './gridBlocks.ts';

/** Takes what is pasted while the grid has the focus. The browser tells the page of it, not the grid: nothing there takes text. */
export function useGridPaste(scroller: RefObject<HTMLDivElement | null>, block: CellBlock | null, onPaste: ((block: CellBlock, text: string) => void) | undefined): void {
  useEffect(() => {
    if (onPaste === undefined || block === null) return;
    const listen = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (document.activeElement !== scroller.current || text === '') return;
      event.preventDefault();
      onPaste(block, text);
    };
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, [scroller, block, onPaste]);
}
