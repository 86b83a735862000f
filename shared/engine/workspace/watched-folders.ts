import { type ErrorInfo, SuanpanError, toErrorInfo } from '#contract/errors';
import type { ImportReply } from '#contract/import';
import type { WatchedFile, WatchedFolder, WatchedNews } from '#contract/watched';
import { isCalledLikeTable, LOG_ENDING } from '../import/index.ts';
import type { Work } from '../ports.ts';
import { inOrderOfDownload } from './copies.ts';
import { findEarlier, importFiles, TAKEN_OUT } from './import-files.ts';
import type { Workspace } from './workspace.ts';

interface Seen extends WatchedFile {
  /** When it was written last. */
  readonly changed: number;
  /** What the log beside a database looked like; empty where there is none. */
  readonly log: string;
  /** Its fingerprint, once it was read. */
  readonly sha256?: string;
}

/** A file to be taken. */
interface Ready {
  readonly path: string;
  readonly name: string;
  /** When it or the log beside it was written last. */
  readonly changed: number;
}

/** A file as it lies in a folder. */
interface Lying extends Ready {
  readonly bytes: number;
  readonly log: string;
}

/**
 * Starts or stops to watch a folder, as one operation.
 *
 * @throws SuanpanError `file-missing` where there is no folder, `invalid-params` where there is a file
 */
export async function watchFolder(workspace: Workspace, path: string, on: boolean, work: Work): Promise<void> {
  const { files, listSource } = workspace.ports;
  const folder = files.resolve(path);
  await workspace.change('import.watch', work, async () => {
    const others = workspace.state.watched.filter((other) => files.resolve(other) !== folder);
    // A folder that cannot be listed is refused now, not found out later.
    if (on) listSource({ kind: 'path', path });
    if (on && !files.stat(folder).isFolder)
      throw new SuanpanError({ code: 'invalid-params', where: { file: path }, message: { en: `${path} is a file: name the folder it is in`, zh: `${path} 是文件：请填写它所在的文件夹` } });
    return {
      title: on ? { en: `Watch ${folder}`, zh: `监视 ${folder}` } : { en: `Stop watching ${folder}`, zh: `停止监视 ${folder}` },
      patch: { watched: on ? [...others, folder] : others },
    };
  });
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
      files: [...this.#seen].filter(([file]) => this.#isIn(file, path)).map(([, seen]) => this.#asItIs(seen)),
      error: this.#errors.get(path) ?? null,
    }));
  }

  /** Imports what is new and settled; what failed once is not tried again until it changes, or until nothing holds it any more. */
  async check(work: Work): Promise<WatchedNews> {
    const before = JSON.stringify(this.list());
    const imported: ImportReply[] = [];
    const unreadable: WatchedNews['unreadable'][number][] = [];
    const settled = this.#workspace.state.watched.flatMap((folder) => this.#settled(folder));
    // What was written later is newer, and later downloads of a name are, however they were copied here.
    for (const { path, name } of inOrderOfDownload(settled.sort((a, b) => a.changed - b.changed))) {
      work.signal.throwIfAborted();
      const known = this.#seen.get(path)?.state;
      const replies = await this.#take(path, work);
      if (Array.isArray(replies)) imported.push(...replies);
      // It was renamed or taken away just now: the next look finds it by its new name.
      else if (replies.code === 'file-missing') this.#seen.delete(path);
      else if (known === 'new') unreadable.push({ name, error: replies });
    }
    return { changed: JSON.stringify(this.list()) !== before, imported, unreadable };
  }

  /** A file that was taken may be out again by now, by undo or with its table; one that was passed over may be in. */
  #asItIs({ name, bytes, state, error, sha256 }: Seen): WatchedFile {
    const isIn = sha256 !== undefined && findEarlier(this.#workspace, sha256) !== null;
    if (isIn) return { name, bytes, state: 'imported', error: null };
    return state === 'imported' ? { name, bytes, state: 'passed-over', error: { code: 'file-unsupported', message: TAKEN_OUT } } : { name, bytes, state, error };
  }

  async #take(path: string, work: Work): Promise<ImportReply[] | ErrorInfo> {
    let seen = this.#seen.get(path) as Seen;
    const watch = {
      fingerprint(sha256: string) {
        seen = { ...seen, sha256 };
      },
    };
    try {
      const replies = await importFiles(this.#workspace, { files: [{ source: { kind: 'path', path } }] }, work, watch);
      // Other things lie in a folder of downloads, too: nobody waits for them.
      const [skipped] = replies.map((reply) => reply.skipped);
      this.#seen.set(path, skipped ? { ...seen, state: 'passed-over', error: { code: 'file-unsupported', message: skipped } } : { ...seen, state: 'imported', error: null });
      return replies.filter(({ rowsNew, rowsUpdated }) => rowsNew + rowsUpdated > 0);
    } catch (thrown) {
      if (work.signal.aborted) throw thrown;
      const error = toErrorInfo(thrown);
      this.#seen.set(path, { ...seen, state: 'failed', error });
      return error;
    }
  }

  /** Files of a folder that have not changed since the last look and were not taken yet. Those that are gone are forgotten. */
  #settled(folder: string): Ready[] {
    const { ports } = this.#workspace;
    try {
      const files = withLogs(ports.listSource({ kind: 'path', path: folder }).flatMap(({ source, ...file }) => (source.kind === 'path' ? [{ ...file, path: source.path }] : [])));
      const there = new Set(files.map(({ path }) => path));
      for (const path of [...this.#seen.keys()]) if (this.#isIn(path, folder) && !there.has(path)) this.#seen.delete(path);
      this.#errors.delete(folder);
      return files.filter((file) => this.#isSettled(file));
    } catch (thrown) {
      this.#errors.set(folder, toErrorInfo(thrown));
      return [];
    }
  }

  #isSettled({ path, name, bytes, changed, log }: Lying): boolean {
    const seen = this.#seen.get(path);
    if (seen === undefined || seen.bytes !== bytes || seen.changed !== changed || seen.log !== log) {
      this.#seen.set(path, { name, bytes, changed, log, state: 'new', error: null });
      return false;
    }
    // Another program may hold it for a while without changing it.
    return seen.state === 'new' || seen.error?.code === 'file-unreadable';
  }

  #isIn(file: string, folder: string): boolean {
    const { files } = this.#workspace.ports;
    return files.parent(file) === files.resolve(folder);
  }
}

/** Those of the files that may be tables. The newest rows of a database that a program has open stand in the log beside it: where that grows, the database did. */
function withLogs(files: readonly Omit<Lying, 'log'>[]): Lying[] {
  const known = new Map(files.map((file) => [file.path, file]));
  return files
    .filter(({ name }) => isCalledLikeTable(name))
    .map((file) => {
      const log = known.get(file.path + LOG_ENDING);
      return log === undefined ? { ...file, log: '' } : { ...file, changed: Math.max(file.changed, log.changed), log: `${log.bytes} ${log.changed}` };
    });
}
