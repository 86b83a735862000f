import { useEffect, useRef, useState } from 'react';
import type { Request } from '#contract/methods';
import type { FindReply } from '#contract/views';
import { call } from '../../state/engine.ts';

const WAIT_MS = 180;

export interface Finding {
  /** `null`: the field is closed. */
  readonly text: string | null;
  readonly reply: FindReply | null;
  readonly busy: boolean;
  setText(text: string | null): void;
  /** Goes to the next match, or with -1 to the one before. */
  step(by: 1 | -1): void;
}

export type FindRequest = Omit<Request<'datasets.find'>, 'text' | 'n' | 'from'>;

/**
 * Searches the view while one types, and goes from match to match.
 *
 * @param key changes whenever the rows or their order do: the search is made again
 * @param cursor where the search begins
 * @param show brings a match into sight
 */
export function useFind(key: string, request: FindRequest, cursor: () => { row: number; column: string } | null, show: (row: number, column: string) => void): Finding {
  const [text, setText] = useState<string | null>(null);
  const [reply, setReply] = useState<FindReply | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef<AbortController | null>(null);
  const latest = useRef({ request, cursor, show });
  latest.current = { request, cursor, show };

  const ask = useRef((wanted: string, n: number | null, going: boolean) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setBusy(true);
    const from = latest.current.cursor();
    call('datasets.find', { ...latest.current.request, text: wanted, ...(n !== null ? { n } : from === null ? {} : { from }) }, { signal: controller.signal }).then(
      (found) => {
        if (running.current !== controller) return;
        setBusy(false);
        setReply(found);
        if (found.match !== null && going) latest.current.show(found.match.row, found.match.column);
      },
      () => {
        // Given up for a newer one, or the table is gone: then nothing is found.
        if (running.current !== controller) return;
        setBusy(false);
        setReply(null);
      },
    );
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the rows that are searched
  useEffect(() => {
    running.current?.abort();
    running.current = null;
    setBusy(false);
    if (text === null || text === '') {
      setReply(null);
      return;
    }
    const timer = setTimeout(() => ask.current(text, null, true), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text, key]);

  return {
    text,
    reply,
    busy,
    setText,
    step(by) {
      if (text === null || text === '') return;
      ask.current(text, reply?.match == null ? null : reply.match.n + by, true);
    },
  };
}
