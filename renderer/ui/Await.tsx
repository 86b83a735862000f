import { type ReactNode, useEffect, useState } from 'react';
import type { Answer } from '../state/useEngine.ts';
import { ErrorPanel } from './ErrorPanel.tsx';

const SKELETON_AFTER_MS = 150;

/** True once something has been going on for longer than a moment. */
export function useSlow(active: boolean, after = SKELETON_AFTER_MS): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!active) {
      setSlow(false);
      return;
    }
    const timer = setTimeout(() => setSlow(true), after);
    return () => clearTimeout(timer);
  }, [active, after]);
  return active && slow;
}

/** Grey bars where content will stand. */
export function Skeleton({ lines = 3, height }: { readonly lines?: number; readonly height?: number }) {
  return (
    <div className="skeleton" aria-hidden="true">
      {height === undefined ? (
        Array.from({ length: lines }, (_, line) => <div key={`line ${line + 1}`} className="sk" style={{ width: `${92 - ((line * 17) % 40)}%` }} />)
      ) : (
        <div className="sk" style={{ height }} />
      )}
    </div>
  );
}

/** Shows an answer of the engine: a skeleton while it is not there, the error if it failed. */
export function Await<T>({ answer, lines, height, children }: { readonly answer: Answer<T>; readonly lines?: number; readonly height?: number; readonly children: (data: T) => ReactNode }) {
  const slow = useSlow(answer.data === undefined && answer.loading);
  if (answer.error !== undefined) {
    return (
      <div className="pad">
        <ErrorPanel error={answer.error} />
      </div>
    );
  }
  if (answer.data !== undefined) return <>{children(answer.data)}</>;
  if (!slow) return null;
  return <Skeleton {...(lines === undefined ? {} : { lines })} {...(height === undefined ? {} : { height })} />;
}
