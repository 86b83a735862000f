import { useEffect, useState } from 'react';
import type { Request } from '#contract/methods';
import type { SumsReply } from '#contract/views';
import { call } from '../../state/engine.ts';
import type { CellBlock } from '../../ui/gridBlocks.ts';
import type { GridColumn } from '../../ui/gridCells.ts';

/** Selecting goes on while a key is held: the engine is asked when it rests. */
const WAIT_MS = 120;

/** What the selected cells come to, counted by the engine over all of them, loaded or not; `null` until it is known. */
export function useSums(key: string, request: Omit<Request<'datasets.sums'>, 'first' | 'last' | 'columns'>, block: CellBlock | null, columns: readonly GridColumn[]): SumsReply | null {
  const [known, setKnown] = useState<{ readonly of: string; readonly sums: SumsReply } | null>(null);
  const names = block === null ? [] : columns.slice(block.left, block.right + 1).map(({ name }) => name);
  const of = block === null ? '' : JSON.stringify([key, request, block.top, block.bottom, names]);
  useEffect(() => {
    if (of === '') return;
    const [, asked, first, last, wanted] = JSON.parse(of) as [string, typeof request, number, number, string[]];
    let stale = false;
    const timer = setTimeout(() => {
      call('datasets.sums', { ...asked, first, last, columns: wanted }).then(
        (sums) => {
          if (!stale) setKnown({ of, sums });
        },
        () => null,
      );
    }, WAIT_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [of]);
  return known?.of === of ? known.sums : null;
}
