import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChangesReply, ChangesRequest } from '#contract/changes';
import type { ErrorInfo } from '#contract/errors';
import { words } from '../../../i18n/index.ts';
import { call, revision } from '../../../state/engine.ts';
import { runJob } from '../../../state/jobs.ts';
import { useStore } from '../../../state/store.ts';

export interface Changes {
  /** Key of the request that `reply` answers. */
  readonly key: string;
  readonly reply: ChangesReply | null;
  readonly error: ErrorInfo | null;
  again(): void;
}

/** Compares a table with what it was, as work that shows how far it is and can be stopped. */
export function useChanges(request: ChangesRequest | null): Changes {
  const now = useStore(revision);
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<Omit<Changes, 'again'>>({ key: '', reply: null, error: null });
  const key = request === null ? '' : `${JSON.stringify(request)} ${now} ${turn}`;
  const asked = useRef('');
  useEffect(() => {
    asked.current = key;
    if (key === '') return;
    const stopped = new AbortController();
    const wanted = JSON.parse(key.slice(0, key.lastIndexOf('}') + 1)) as ChangesRequest;
    const fail = (error: ErrorInfo) => {
      if (asked.current === key) setState({ key, reply: null, error });
    };
    void runJob(
      words().t('changes.running'),
      (options) => call('changes.compare', wanted, { ...options, signal: AbortSignal.any([stopped.signal, ...(options.signal === undefined ? [] : [options.signal])]) }),
      fail,
    ).then((reply) => {
      if (reply !== undefined && asked.current === key) setState({ key, reply, error: null });
    });
    // Another question, or another screen: nobody waits for this one any more.
    return () => stopped.abort();
  }, [key]);
  const again = useCallback(() => setTurn((n) => n + 1), []);
  return { ...state, again };
}
