import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type ErrorInfo, toErrorInfo } from '#contract/errors';

export const BLOCK_ROWS = 200;
/** Blocks kept at once: enough for the screen and a way in both directions. */
const KEPT_BLOCKS = 40;

export interface Paged<P> {
  readonly total: number | null;
  readonly error: ErrorInfo | null;
  /** The block a row is in, if it is loaded. */
  block(row: number): P | undefined;
  /** Asks for the rows from `first` to `last`. */
  need(first: number, last: number): void;
  /** Fetches rows to be read once, without keeping them; answers the block a row is in. */
  fetch(first: number, last: number): Promise<(row: number) => P | undefined>;
  /** The first block that came: its columns are the columns. */
  readonly head: P | null;
}

interface Loaded<P> {
  readonly key: string;
  readonly blocks: Map<number, P>;
  readonly asked: Set<number>;
}

/**
 * Loads a long table in blocks as they come into sight.
 *
 * @param key changes whenever the table behind it changes: everything is loaded anew, what was shown stays until then
 * @param load loads one block; the total comes with every block
 */
export function usePaged<P extends { readonly total: number }>(key: string, load: (offset: number, limit: number) => Promise<P>): Paged<P> {
  const [state, setState] = useState<{ readonly total: number | null; readonly head: P | null; readonly error: ErrorInfo | null; readonly version: number }>({
    total: null,
    head: null,
    error: null,
    version: 0,
  });
  const loaded = useRef<Loaded<P>>({ key: '', blocks: new Map(), asked: new Set() });
  const latest = useRef(load);
  latest.current = load;

  const fetchBlock = useCallback((into: Loaded<P>, index: number) => {
    if (into.asked.has(index)) return;
    into.asked.add(index);
    latest.current(index * BLOCK_ROWS, BLOCK_ROWS).then(
      (block) => {
        if (loaded.current !== into) return;
        into.blocks.set(index, block);
        for (const old of into.blocks.keys()) {
          if (into.blocks.size <= KEPT_BLOCKS) break;
          if (old === index || old === 0) continue;
          into.blocks.delete(old);
          into.asked.delete(old);
        }
        setState((before) => ({ total: block.total, head: index === 0 || before.head === null ? block : before.head, error: null, version: before.version + 1 }));
      },
      (thrown: unknown) => {
        if (loaded.current === into) setState((before) => ({ ...before, error: toErrorInfo(thrown), total: before.total ?? 0 }));
      },
    );
  }, []);

  useEffect(() => {
    const fresh: Loaded<P> = { key, blocks: new Map(), asked: new Set() };
    loaded.current = fresh;
    fetchBlock(fresh, 0);
  }, [key, fetchBlock]);

  return useMemo(
    () => ({
      total: state.total,
      error: state.error,
      head: state.head,
      block: (row) => loaded.current.blocks.get(Math.floor(row / BLOCK_ROWS)),
      need(first, last) {
        for (let index = Math.floor(first / BLOCK_ROWS); index <= Math.floor(last / BLOCK_ROWS); index++) fetchBlock(loaded.current, index);
      },
      async fetch(first, last) {
        const blocks = new Map<number, P>();
        for (let index = Math.floor(first / BLOCK_ROWS); index <= Math.floor(last / BLOCK_ROWS); index++)
          blocks.set(index, loaded.current.blocks.get(index) ?? (await latest.current(index * BLOCK_ROWS, BLOCK_ROWS)));
        return (row) => blocks.get(Math.floor(row / BLOCK_ROWS));
      },
    }),
    [state, fetchBlock],
  );
}
