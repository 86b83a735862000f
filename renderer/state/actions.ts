import { toErrorInfo } from '#contract/errors';
import { words } from '../i18n/index.ts';
import { bridge, call, change, refreshWorkspace, reopenWorkspace, workspace } from './engine.ts';
import { failure, runJob } from './jobs.ts';
import { go } from './router.ts';
import { createStore } from './store.ts';
import { toast } from './toasts.ts';

/** Which of the small dialogs is open. */
export const dialog = createStore<'none' | 'shortcuts' | 'palette' | 'new-workspace' | 'open-path' | 'rename'>('none');

/** Goes where the work of a freshly opened workspace is. */
function goToWork(): void {
  const info = workspace.get();
  go(info === null || info === undefined || info.counts.datasets === 0 ? 'start' : info.counts.orders > 0 ? 'metrics' : 'collect');
}

/** Opens the sample shop and its overview. */
export async function openSample(): Promise<void> {
  const opened = await runJob(words().t('job.sample'), (options) => change('workspace.sample', {}, options));
  if (opened !== undefined) go('metrics', ['overview']);
}

/** Opens a workspace file by its path. */
export async function openWorkspace(path: string): Promise<void> {
  const opened = await runJob(words().t('job.open'), (options) => change('workspace.open', { path }, options));
  if (opened !== undefined) goToWork();
}

/** Lets the user choose a workspace: by the host's own picker, else by its path. */
export async function pickWorkspace(): Promise<void> {
  const paths = await bridge().pickFiles('workspace');
  if (paths === null) dialog.set('open-path');
  else if (paths[0] !== undefined) await openWorkspace(paths[0]);
}

/** Makes a new, empty workspace. */
export async function createWorkspace(name: string): Promise<boolean> {
  const made = await runJob(words().t('job.create'), (options) => change('workspace.create', { name }, options));
  if (made !== undefined) go('start');
  return made !== undefined;
}

export async function closeWorkspace(): Promise<void> {
  await runJob(words().t('job.close'), (options) => change('workspace.close', {}, options));
  go('start');
}

async function step(method: 'history.undo' | 'history.redo'): Promise<void> {
  if (workspace.get() === null) return;
  try {
    const before = await call('history.list', {});
    const after = await change(method, {});
    const { t, text } = words();
    const n = method === 'history.undo' ? before.cursor : after.cursor;
    if (before.cursor === after.cursor) {
      toast(method === 'history.undo' ? t('history.nothingToUndo') : t('history.nothingToRedo'));
      return;
    }
    const title = after.operations.find((operation) => operation.n === n)?.title;
    const name = title === undefined ? '' : text(title);
    toast(method === 'history.undo' ? t('history.undone', { name }) : t('history.redone', { name }), {
      group: 'undo',
      action: method === 'history.undo' ? { label: t('redo'), run: () => void redo() } : { label: t('undo'), run: () => void undo() },
    });
  } catch (thrown) {
    failure.set(toErrorInfo(thrown));
  }
}

/** Takes the last change back. */
export const undo = () => step('history.undo');
/** Does the last change again that was taken back. */
export const redo = () => step('history.redo');

/** Says what was done, with an undo at hand. */
export function toastUndo(text: string): void {
  toast(text, { group: 'undo', action: { label: words().t('undo'), run: () => void undo() } });
}

/** What the keys for printing and exporting do on the present screen. */
export const screenCommands: { print: (() => void) | null; export: (() => void) | null } = { print: null, export: null };

/** Follows commands of the native menu. */
export function onHostCommand(command: string, run: Readonly<Record<string, () => void>>): void {
  if (command === 'engine-restarted') {
    void reopenWorkspace().then(
      () => toast(words().t('engine.restarted')),
      (thrown) => {
        failure.set(toErrorInfo(thrown));
        void refreshWorkspace();
      },
    );
    return;
  }
  run[command]?.();
}
