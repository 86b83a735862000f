import { useEffect } from 'react';
import { words } from '../i18n/index.ts';
import { toastUndo } from './actions.ts';
import { call, refreshWorkspace, useWorkspace } from './engine.ts';
import { jobs } from './jobs.ts';

/** Between two looks: a file counts as finished when its size stayed the same from one to the next. */
const EVERY_MS = 4000;

/** Looks into the watched folders of the open workspace as long as the window is open. */
export function useWatching(): void {
  const path = useWorkspace()?.path;
  useEffect(() => {
    if (path === undefined) return;
    let looking = false;
    const timer = setInterval(() => {
      // Work that the user started goes first.
      if (looking || jobs.get().length > 0) return;
      looking = true;
      void look().finally(() => {
        looking = false;
      });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [path]);
}

async function look(): Promise<void> {
  const replies = await call('import.check-watched', {}).catch(() => []);
  if (replies.length === 0) return;
  await refreshWorkspace();
  toastUndo(words().t('watch.came', { files: replies.length, rows: replies.reduce((sum, reply) => sum + reply.rowsNew + reply.rowsUpdated, 0) }));
}
