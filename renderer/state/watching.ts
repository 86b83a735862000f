import { useEffect } from 'react';
import { toErrorInfo } from '#contract/errors';
import { words } from '../i18n/index.ts';
import { toastUndo } from './actions.ts';
import { call, refreshWorkspace, useWorkspace } from './engine.ts';
import { failure, jobs } from './jobs.ts';
import { go } from './router.ts';
import { toast } from './toasts.ts';
import { askAgain } from './useEngine.ts';

/** Between two looks: a file counts as finished when its size stayed the same from one to the next. */
const EVERY_MS = 4000;

/** Looks into the watched folders of the open workspace as long as the window is open. */
export function useWatching(): void {
  const path = useWorkspace()?.path;
  useEffect(() => {
    if (path === undefined) return;
    let looking = false;
    let failed = false;
    const timer = setInterval(() => {
      // Work that the user started goes first.
      if (looking || jobs.get().length > 0) return;
      looking = true;
      void look()
        .then(
          () => {
            failed = false;
          },
          (thrown) => {
            const info = toErrorInfo(thrown);
            // The same failure every four seconds would be no news.
            if (!failed && info.code !== 'cancelled') failure.set(info);
            failed = true;
          },
        )
        .finally(() => {
          looking = false;
        });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [path]);
}

/** Looks once, and tells what came in and what cannot be read. */
export async function look(): Promise<void> {
  const { changed, imported, unreadable } = await call('import.check-watched', {});
  if (changed) askAgain('import.watched');
  const { t } = words();
  const [first] = unreadable;
  if (first !== undefined) {
    const action = { label: t('watch.show'), run: () => go('collect', ['watched']) };
    toast(t('watch.unreadable', { files: unreadable.length, name: first.name }), { tone: 'error', group: 'unreadable', action });
  }
  if (imported.length === 0) return;
  await refreshWorkspace();
  toastUndo(
    t('watch.came', {
      // A workbook answers once for each of its tables: files are counted, not answers.
      files: new Set(imported.map(({ file }) => file)).size,
      rows: imported.reduce((sum, { rowsNew, rowsUpdated }) => sum + rowsNew + rowsUpdated, 0),
      setAside: imported.reduce((sum, { quarantined }) => sum + quarantined, 0),
    }),
  );
}
