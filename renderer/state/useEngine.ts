import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { type ErrorInfo, toErrorInfo } from '#contract/errors';
import type { MethodName, Reply, Request } from '#contract/methods';
import { call, revision } from './engine.ts';
import { useStore } from './store.ts';

/** What a screen knows about one question to the engine. */
export interface Answer<T> {
  readonly data: T | undefined;
  readonly error: ErrorInfo | undefined;
  readonly loading: boolean;
}

interface Entry {
  answer: Answer<unknown>;
  /** Workspace revision the answer belongs to; -1 before the first. */
  at: number;
  /** Revision being asked for. */
  asking: number;
  readonly listeners: Set<() => void>;
}

const LIMIT = 300;
const cache = new Map<string, Entry>();
const NOTHING: Answer<never> = { data: undefined, error: undefined, loading: false };
const LOADING: Answer<never> = { data: undefined, error: undefined, loading: true };

function entryOf(key: string): Entry {
  const known = cache.get(key);
  if (known !== undefined) {
    cache.delete(key);
    cache.set(key, known);
    return known;
  }
  const entry: Entry = { answer: LOADING, at: -1, asking: -1, listeners: new Set() };
  cache.set(key, entry);
  for (const [old, { listeners }] of cache) {
    if (cache.size <= LIMIT) break;
    if (listeners.size === 0) cache.delete(old);
  }
  return entry;
}

function publish(entry: Entry, answer: Answer<unknown>): void {
  entry.answer = answer;
  for (const listener of [...entry.listeners]) listener();
}

function ask(entry: Entry, method: MethodName, request: unknown, now: number): void {
  if (entry.at === now || entry.asking === now) return;
  entry.asking = now;
  if (!entry.answer.loading) publish(entry, { ...entry.answer, loading: true });
  call(method, request as Request<typeof method>).then(
    (data) => {
      if (entry.asking !== now) return;
      entry.at = now;
      publish(entry, { data, error: undefined, loading: false });
    },
    (thrown: unknown) => {
      if (entry.asking !== now) return;
      entry.at = now;
      publish(entry, { data: undefined, error: toErrorInfo(thrown), loading: false });
    },
  );
}

/** Asks a question of the screen again whose answer changes without the workspace changing. */
export function askAgain(method: MethodName): void {
  for (const [key, entry] of cache) {
    if (!key.startsWith(`${method} `)) continue;
    entry.at = -1;
    entry.asking = -1;
    if (entry.listeners.size > 0) ask(entry, method, JSON.parse(key.slice(method.length + 1)), revision.get());
  }
}

/**
 * Asks the engine and keeps the answer while the workspace stays the same.
 * After a change the old answer stays on screen until the new one is there.
 *
 * @param request what to ask; `null` asks nothing
 */
export function useEngine<M extends MethodName>(method: M, request: Request<M> | null): Answer<Reply<M>> {
  const now = useStore(revision);
  const key = request === null ? null : `${method} ${JSON.stringify(request)}`;
  const subscribe = useCallback(
    (listener: () => void) => {
      if (key === null) return () => {};
      const { listeners } = entryOf(key);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [key],
  );
  const answer = useSyncExternalStore(subscribe, () => (key === null ? NOTHING : entryOf(key).answer));
  useEffect(() => {
    if (key === null) return;
    const split = key.indexOf(' ');
    ask(entryOf(key), key.slice(0, split) as MethodName, JSON.parse(key.slice(split + 1)), now);
  }, [key, now]);
  return answer as Answer<Reply<M>>;
}
