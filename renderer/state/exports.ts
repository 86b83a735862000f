import type { DatasetInfo } from '#contract/datasets';
import type { CallOptions } from '#contract/methods';
import type { ExportReply, ExportTarget } from '#contract/reports';
import { formatBytes } from '../format/numbers.ts';
import { words } from '../i18n/index.ts';
import { bridge, call, workspace } from './engine.ts';
import { runJob } from './jobs.ts';
import { reveal } from './reveal.ts';
import { toast } from './toasts.ts';

/** Asks where to, writes, and offers to show the file. On the web the download starts by itself. */
export async function exportFile<T extends ExportReply>(suggestedName: string, write: (target: ExportTarget, options: CallOptions) => Promise<T>): Promise<T | undefined> {
  const { t } = words();
  const host = bridge();
  const target = await host.exportTarget(suggestedName);
  if (target === null) return undefined;
  const reply = await runJob(t('export.running', { name: suggestedName }), (options) => write(target, options));
  if (reply === undefined) return undefined;
  const name = reply.file.split(/[\\/]/).at(-1) ?? reply.file;
  const said = t('export.done', { name, size: formatBytes(reply.bytes) });
  if (host.kind === 'web') {
    await host.reveal(reply.file);
    toast(said);
  } else {
    toast(said, { action: { label: t('export.show'), run: () => void host.reveal(reply.file) } });
  }
  return reply;
}

/** A name that every file system takes. */
export function fileName(text: string): string {
  // Control characters and the signs that Windows forbids.
  return (
    [...text]
      .map((letter) => (letter < ' ' || '<>:"/\\|?*'.includes(letter) ? '_' : letter))
      .join('')
      .trim() || 'export'
  );
}

/** Writes a table as a file, personal data masked where it is masked on the screen. */
export async function exportTable(dataset: DatasetInfo, format: 'csv' | 'xlsx' | 'json'): Promise<void> {
  await exportFile(`${fileName(dataset.name)}.${format}`, (target, options) => call('export.table', { dataset: dataset.id, target, format, reveal: reveal.get() }, options));
}

/** Writes the workspace as a plan for the command line. */
export async function exportPlan(): Promise<void> {
  const name = fileName(workspace.get()?.name ?? 'workspace');
  await exportFile(`${name}.plan.json`, (target, options) => call('plan.export', { target }, options));
}
