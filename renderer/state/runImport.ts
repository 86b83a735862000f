import type { ImportReply } from '#contract/import';
import { words } from '../i18n/index.ts';
import { toastUndo } from './actions.ts';
import { call, change, workspace } from './engine.ts';
import { standingCorrections } from './corrections.ts';
import { finishImport, importFiles, rememberChoices } from './importSession.ts';
import { runJob } from './jobs.ts';
import { go } from './router.ts';
import { createStore } from './store.ts';
import { toast } from './toasts.ts';

/** What the last import did, file by file. */
export const lastImport = createStore<readonly ImportReply[] | null>(null);

/** Imports the files of the session, then goes to where work waits: open questions, else the numbers. */
export async function runImport(): Promise<void> {
  const { t, text } = words();
  const all = importFiles.get() ?? [];
  const files = all.filter((file) => !file.skip && file.source !== null && file.error === null);
  if (files.length === 0) return;
  const done = await runJob(t('job.import', { files: files.length }), async (options) => {
    if (workspace.get() === null) await change('workspace.create', { name: t('workspace.newName') });
    const before = await changesMade();
    const replies = await change(
      'import.run',
      {
        files: files.flatMap(({ source, options: reading, plain, intoTables, again, corrections, inspected }) =>
          source === null ? [] : [{ source, options: reading, plain, intoTables, again, corrections: standingCorrections(corrections, inspected) }],
        ),
        remember: rememberChoices.get(),
      },
      options,
    );
    return { replies, isChanged: (await changesMade()) !== before };
  });
  if (done === undefined) {
    toast(t('import.nothingChanged'));
    return;
  }
  const { replies, isChanged } = done;
  // Asked before the dialog closes: afterwards the window would be taken from where its user went meanwhile.
  const next = await whereWorkWaits();
  finishImport(new Set(all.map(({ key }) => key)));
  lastImport.set(replies);
  // A workbook answers once for each of its tables: files are counted, not answers.
  const told = t('import.done', {
    rows: replies.reduce((sum, reply) => sum + reply.rowsNew + reply.rowsUpdated, 0),
    files: files.filter(({ name }) => replies.some((reply) => reply.file === name && reply.skipped === null)).length,
    unread: all.filter(({ error, skip }) => error !== null && !skip).length,
  });
  // Files that were in are no change: an undo would take back what was done before them.
  if (isChanged) toastUndo(told);
  else toast(told);
  // A correction that was left out stands nowhere else.
  for (const code of ['correction-unfit', 'rows-repeated']) {
    const [first, ...more] = replies.flatMap(({ findings }) => findings).filter((finding) => finding.code === code);
    if (first === undefined) continue;
    toast(`${text(first.message)}${more.length === 0 ? '' : ` (+${more.length})`}`, { action: { label: t('import.showFiles'), run: () => go('collect', ['files']) } });
  }
  // Files that were added meanwhile wait in the dialog.
  if (importFiles.get() === null) go(...next);
}

/** How many changes the workspace has made and not taken back. */
const changesMade = async (): Promise<number> => (await call('history.list', {})).cursor;

async function whereWorkWaits(): Promise<Parameters<typeof go>> {
  const model = await call('model.get', {}).catch(() => null);
  if (model === null || model.datasets.length === 0) return ['collect', ['files']];
  if (model.questions.length > 0 || !model.built) return ['model'];
  // Without a dated order the overview is empty, and the list of files says what came in.
  const scope = await call('metrics.scope', {}).catch(() => null);
  return scope === null || scope.from === null ? ['collect', ['files']] : ['metrics', ['overview']];
}
