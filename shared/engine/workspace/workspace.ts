import { SuanpanError } from '#contract/errors';
import type { Text } from '#contract/values';
import { OperationLog } from '../history/log.ts';
import type { StatePatch, WorkspaceState } from '../history/state.ts';
import type { Ports, Work } from '../ports.ts';
import { detachImages } from '../store/bulk.ts';
import { FreshSources } from './fresh-sources.ts';
import type { Database } from '../store/database.ts';
import { migrate } from '../store/migrations/migrate.ts';
import { openSqlite, type OpenedFile } from '../store/open.ts';
import { DatasetBuilder } from './datasets.ts';
import { TableChanges } from './table-changes.ts';
import { TableChecks } from './table-checks.ts';
import { WatchedFolders } from './watched-folders.ts';
import { ModelBuilder } from './canonical.ts';
import { lockWorkspace } from './lock.ts';
import { toHex } from '../values/hex.ts';

/** An open workspace: its file, its log, and what is built from them. */
export class Workspace {
  readonly path: string;
  readonly database: Database;
  readonly kind: OpenedFile['kind'];
  readonly log: OperationLog;
  readonly datasets: DatasetBuilder;
  readonly watched = new WatchedFolders(this);
  readonly checks = new TableChecks(this);
  readonly changes = new TableChanges(this);
  readonly model: ModelBuilder;
  readonly ports: Ports;
  /** Grows with every change, so that screens know when they are old. */
  revision = 1;
  #state: WorkspaceState;
  readonly #file: OpenedFile;
  readonly #unlock: () => void;
  /** Writes happen one after the other; reads wait for the one that runs. */
  #queue: Promise<unknown> = Promise.resolve();

  readonly freshSources = new FreshSources();

  private constructor(ports: Ports, path: string, file: OpenedFile, unlock: () => void) {
    this.ports = ports;
    this.path = path;
    this.database = file.database;
    this.kind = file.kind;
    this.#file = file;
    this.#unlock = unlock;
    this.log = new OperationLog(file.database);
    this.#state = this.log.state();
    this.datasets = new DatasetBuilder(this);
    this.model = new ModelBuilder(this);
  }

  /**
   * Opens a workspace file, or creates it.
   *
   * @throws SuanpanError `workspace-locked`, `workspace-newer`, `workspace-damaged`, `not-writable`, `file-missing`
   */
  static async open(ports: Ports, path: string, create: { readonly name: string } | null): Promise<Workspace> {
    const exists = ports.files.exists(path);
    if (!exists && create === null) {
      throw new SuanpanError({
        code: 'file-missing',
        where: { file: path },
        message: { en: `There is no workspace ${path}`, zh: `找不到工作区 ${path}` },
        hint: { en: 'Check the path, or import files to make one', zh: '请检查路径，或导入文件以新建' },
      });
    }
    if (!exists) makeFolder(ports, ports.files.parent(path));
    const unlock = lockWorkspace(ports, path);
    try {
      const file = await openSqlite(ports, path);
      try {
        migrate(file.database);
        const workspace = new Workspace(ports, path, file, unlock);
        if (create !== null && workspace.log.length === 0) workspace.#initialise(create.name);
        return workspace;
      } catch (thrown) {
        file.database.close();
        throw thrown;
      }
    } catch (thrown) {
      unlock();
      throw thrown;
    }
  }

  get state(): WorkspaceState {
    return this.#state;
  }

  /** The key that turns people into codes; made once per workspace. */
  get secret(): Uint8Array {
    const stored = this.database.one<{ value: string }>("SELECT value FROM sp_meta WHERE key = 'secret'");
    const hex = stored?.value ?? '';
    return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  }

  /** Runs a read when no write is under way. */
  async read<T>(work: () => T | Promise<T>): Promise<T> {
    await this.#queue.catch(() => undefined);
    return work();
  }

  /** Writes something down that is no operation, when none is under way. It is not worth an error: the work it is about is done. */
  afterwards(note: () => void): void {
    this.#queue = this.#queue
      .catch(() => undefined)
      .then(note)
      .catch(() => undefined);
  }

  /**
   * Does something to the workspace as one operation: the log entry and every table that follows from it are in the file
   * together, or nothing is.
   *
   * @param prepare writes what the operation needs (sources) and gives its patch; `null` changes nothing
   */
  change(kind: string, work: Work, prepare: () => Promise<{ readonly title: Text; readonly patch: StatePatch } | null>): Promise<void> {
    return this.#exclusively(work, async () => {
      const operation = await prepare();
      if (operation === null) return;
      this.log.append(kind, operation.title, operation.patch, this.ports.now());
      await this.#rebuild(work);
    });
  }

  /** Moves the cursor of the log and rebuilds what differs. */
  moveCursor(n: number, work: Work): Promise<void> {
    return this.#exclusively(work, async () => {
      this.log.moveTo(Math.max(this.#firstUndoable - 1, Math.min(n, this.log.length)));
      await this.#rebuild(work);
    });
  }

  /** The creation of the workspace itself cannot be undone. */
  get #firstUndoable(): number {
    return 2;
  }

  get canUndo(): boolean {
    return this.log.cursor >= this.#firstUndoable;
  }

  close(): void {
    this.database.close();
    this.#unlock();
  }

  #initialise(name: string): void {
    this.database.transaction(() => {
      const secret = toHex(this.ports.randomBytes(32));
      this.database.run("INSERT INTO sp_meta (key, value) VALUES ('secret', ?)", [secret]);
      this.log.append('workspace.create', { en: `Created ${name}`, zh: `新建“${name}”` }, { name }, this.ports.now());
    });
    this.#file.flush();
    this.#state = this.log.state();
  }

  #exclusively(work: Work, body: () => Promise<void>): Promise<void> {
    const run = this.#queue
      .catch(() => undefined)
      .then(async () => {
        work.signal.throwIfAborted();
        this.database.run('BEGIN IMMEDIATE');
        try {
          await body();
          // The last moment at which cancel leaves no trace.
          await work.breathe();
          work.signal.throwIfAborted();
          this.database.run('COMMIT');
        } catch (thrown) {
          this.database.rollback();
          this.#state = this.log.state();
          this.datasets.forget();
          this.model.forget();
          throw thrown;
        } finally {
          this.freshSources.clear();
          detachImages(this.database);
        }
        this.#file.flush();
        this.revision++;
      });
    this.#queue = run;
    return run;
  }

  async #rebuild(work: Work): Promise<void> {
    this.#state = this.log.state();
    await this.datasets.rebuild(work);
    await this.model.rebuild(work);
    this.checks.writeDown();
  }
}

function makeFolder(ports: Ports, folder: string): void {
  try {
    ports.files.makeFolder(folder);
  } catch (thrown) {
    throw new SuanpanError({
      code: 'not-writable',
      where: { file: folder },
      message: { en: `The folder ${folder} cannot be made`, zh: `无法创建文件夹 ${folder}` },
      hint: { en: 'Choose another folder', zh: '请选择其他文件夹' },
      details: String(thrown),
    });
  }
}
