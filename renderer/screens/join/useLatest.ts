import { useState } from 'react';
import type { Answer } from '../../state/useEngine.ts';

/** The answer with what was known before it came, as long as it is about the same thing: a list does not jump with every decision made in it. */
export function useLatest<T>(answer: Answer<T>, about: string): Answer<T> {
  const [last, setLast] = useState<{ readonly about: string; readonly data: T | undefined }>({ about, data: answer.data });
  if (answer.data !== undefined && (answer.data !== last.data || about !== last.about)) setLast({ about, data: answer.data });
  return answer.data === undefined && answer.error === undefined && last.about === about && last.data !== undefined ? { ...answer, data: last.data } : answer;
}
