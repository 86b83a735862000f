import { type ErrorInfo, toErrorInfo } from '#contract/errors';
import type { ImportReply, WatchedFolder, WatchedNews } from '#contract/import';
import type { Work } from '../ports.ts';
import { importFiles } from './import-files.ts';
import type { Workspace } from './workspace.ts';

interface Seen {
  readonly bytes: number;
  /** When it was written last. */
  readonly changed: number;
  /** `new`: seen once, its size may still grow. */
  readonly state: 'new' | 'imported' | 'failed';
  readonly error: ErrorInfo | null;
}

/**
 * Looks into the folders a workspace watches. It is asked again and again (no events: a network drive sends none); a file is taken once
 * its size and its time have stayed the same between two looks, so that one that is still being written or copied is left alone.
 */
export class WatchedFolders {
  readonly #workspace: Workspace;
  /** Path of a file → what is known of it; only for as long as the application runs: files that are in are known by their bytes. */
  readonly #seen = new Map<string, Seen>();
  readonly #errors = new Map<string, ErrorInfo>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  list(): WatchedFolder[] {
    return this.#workspace.state.watched.map((path) => ({
      path,
      files: [...this.#seen].filter(([file]) => this.#isIn(file, path)).map(([file, { bytes, state, error }]) => ({ name: this.#workspace.ports.files.base(file), bytes, state, error })),
      error: this.#errors.get(path) ?? null,
    }));
  }

  /** Imports what is new and settled; what failed once is not tried again until it changes. */
  async check(work: Work): Promise<WatchedNews> {
    const before = JSON.stringify(this.list());
    const imported: ImportReply[] = [];
    const unreadable: WatchedNews['unreadable'][number][] = [];
    for (const folder of this.#workspace.state.watched) {
      for (const path of this.#settled(folder)) {
        work.signal.throwIfAborted();
        const replies = await this.#take(path, work);
        if (Array.isArray(replies)) imported.push(...replies);
        // Other kinds of files lie in a folder of downloads, too: nobody waits for them.
        else if (replies.code !== 'file-unsupported') unreadable.push({ name: this.#workspace.ports.files.base(path), error: replies });
      }
    }
    return { changed: JSON.stringify(this.list()) !== before, imported, unreadable };
  }

  async #take(path: string, work: Work): Promise<ImportReply[] | ErrorInfo> {
    const seen = this.#seen.get(path) as Seen;
    try {
      const replies = await importFiles(this.#workspace, { files: [{ source: { kind: 'path', path } }] }, work);
      this.#seen.set(path, { ...seen, state: 'imported', error: null });
      return replies.filter(({ rowsNew, rowsUpdated }) => rowsNew + rowsUpdated > 0);
    } catch (thrown) {
      if (work.signal.aborted) throw thrown;
      const error = toErrorInfo(thrown);
      this.#seen.set(path, { ...seen, state: 'failed', error });
      return error;
    }
  }

  /** Files of a folder that have not changed since the last look and were not taken yet. */
  #settled(folder: string): string[] {
    const { ports } = this.#workspace;
    const ready: string[] = [];
    try {
      for (const { source, bytes, changed } of ports.listSource({ kind: 'path', path: folder })) {
        if (source.kind !== 'path' || isUnfinished(source.path)) continue;
        const seen = this.#seen.get(source.path);
        if (seen === undefined || seen.bytes !== bytes || seen.changed !== changed) this.#seen.set(source.path, { bytes, changed, state: 'new', error: null });
        else if (seen.state === 'new') ready.push(source.path);
      }
      this.#errors.delete(folder);
    } catch (thrown) {
      this.#errors.set(folder, toErrorInfo(thrown));
    }
    return ready;
  }

  #isIn(file: string, folder: string): boolean {
    return this.#workspace.ports.files.parent(file) === folder.replace(/(?<=.)[\\/]+$/, '');
  }
}

/** What browsers and office programs call files they have not finished. */
const isUnfinished = (path: string) => /\.(crdownload|part|partial|download|tmp)$|(^|[\\/])(~\$|\.)/i.test(path);
