import type { ColumnRenames, ImportOptions } from '#contract/documents';
import { type ErrorInfo, toErrorInfo } from '#contract/errors';
import type { CellCorrection, InspectedFile, Source } from '#contract/import';
import { choicesFor, mergedOptions, optionsOf } from '#contract/import-options';
import type { Progress } from '#contract/protocol';
import { eachAtOnce } from './eachAtOnce.ts';
import { bridge, call } from './engine.ts';
import { failure } from './jobs.ts';
import { createStore } from './store.ts';

/** One file on its way in. */
export interface ImportFile {
  readonly key: number;
  readonly name: string;
  readonly bytes: number | null;
  readonly source: Source | null;
  readonly options: ImportOptions;
  readonly inspected: InspectedFile | null;
  /** How far the engine is with looking at it, where that takes long. */
  readonly progress: Progress | null;
  readonly error: ErrorInfo | null;
  readonly busy: boolean;
  /** Left out by the user. */
  readonly skip: boolean;
  /** Read by what was chosen for such files before. */
  readonly preset: boolean;
  /** What was chosen before is not to count, and is to be forgotten. */
  readonly plain: boolean;
  /** Names of the tables the user chose, by the tables of the file; the others go where they belong. */
  readonly intoTables: Readonly<Record<string, string>>;
  /** It is in, and is to come in once more: into other tables. */
  readonly again: boolean;
  /** Corrected cells, by the tables of the file. */
  readonly corrections: Readonly<Record<string, readonly CellCorrection[]>>;
}

/** Whether choices made in this import are kept for the next file of their kind. */
export const rememberChoices = createStore(true);

/** Files that are being looked at before they are imported; `null` when the dialog is closed. */
export const importFiles = createStore<readonly ImportFile[] | null>(null);

/** How many files are read ahead for the list: the others when they are chosen. */
const AHEAD = 12;
/** Uploads under way at a time: as many as a browser opens connections to one host. */
const AT_ONCE = 6;
let last = 0;

const patch = (key: number, changes: Partial<ImportFile>) => importFiles.set((all) => all?.map((file) => (file.key === key ? { ...file, ...changes } : file)) ?? null);
const blank = (name: string, bytes: number | null, source: Source | null): ImportFile => ({
  key: ++last,
  name,
  bytes,
  source,
  options: {},
  inspected: null,
  error: null,
  busy: true,
  progress: null,
  skip: false,
  preset: false,
  plain: false,
  intoTables: {},
  corrections: {},
  again: false,
});

/** The question about each file that was asked last; those before are taken back. */
const asked = new Map<number, AbortController>();

/** Asks the engine how it reads a file. */
export async function inspect(key: number, options?: ImportOptions): Promise<void> {
  const file = importFiles.get()?.find((one) => one.key === key);
  if (file === undefined || file.source === null) return;
  const merged = options === undefined ? file.options : mergedOptions(file.options, options);
  const question = new AbortController();
  asked.get(key)?.abort();
  asked.set(key, question);
  // What was chosen before and is taken back now is not to come back as what is remembered.
  const plain = file.plain || Object.values(options ?? {}).includes(undefined);
  patch(key, { busy: true, progress: null, options: merged, plain, error: null });
  // A later question may overtake this answer, be it a good one or a failure.
  const answer = (changes: Partial<ImportFile>) => {
    if (asked.get(key) === question) patch(key, { busy: false, progress: null, ...changes });
  };
  const onProgress = (progress: Progress) => {
    if (asked.get(key) === question) patch(key, { progress });
  };
  try {
    const inspected = await call('import.inspect', { source: file.source, options: merged, plain, intoTables: file.intoTables }, { signal: question.signal, onProgress });
    answer({ inspected, bytes: inspected.bytes, ...(inspected.preset !== null && { preset: true, options: mergedOptions(merged, inspected.preset) }) });
  } catch (thrown) {
    answer({ error: toErrorInfo(thrown) });
  }
}

/** Sends a table of a file to another table than the one where it belongs; null sends it back. */
export async function sendInto(key: number, table: string, into: string | null): Promise<void> {
  const { [table]: _before, ...others } = importFiles.get()?.find((one) => one.key === key)?.intoTables ?? {};
  patch(key, { intoTables: into === null ? others : { ...others, [table]: into } });
  await inspect(key);
}

/** Says of a column of a table whether its cells are masked wherever they are shown; its other choices stay. */
export async function maskColumn(key: number, table: string, column: string, isMasked: boolean): Promise<void> {
  const file = importFiles.get()?.find((one) => one.key === key);
  if (file !== undefined) await chooseFor(file, table, { personal: { ...optionsOf(file.options, table).personal, [column]: isMasked } });
}

/** Says which columns of a table are called otherwise in the table it goes into; undefined has the reader decide again. */
export async function renameColumns(key: number, table: string, renames: ColumnRenames | undefined): Promise<void> {
  const file = importFiles.get()?.find((one) => one.key === key);
  if (file !== undefined) await chooseFor(file, table, { renames: renames === undefined || Object.keys(renames).length === 0 ? undefined : renames });
}

/** Of several tables the others stay as they are. */
async function chooseFor({ key, inspected, options }: ImportFile, table: string, choices: ImportOptions): Promise<void> {
  if (inspected === null) return;
  await inspect(key, inspected.tables.length > 1 || options.table !== undefined ? choicesFor(choices, inspected.format, table) : choices);
}

/** Corrects refused cells of a table of a file. */
export function correctCells(key: number, table: string, corrections: readonly CellCorrection[]): void {
  const before = importFiles.get()?.find((one) => one.key === key)?.corrections;
  patch(key, { corrections: { ...before, [table]: corrections } });
}

/** Has a file that is in come in once more, each of its tables into another one; null leaves it as it is. */
export async function importAgain(key: number, intoTables: Readonly<Record<string, string>> | null): Promise<void> {
  patch(key, { again: intoTables !== null, intoTables: intoTables ?? {} });
  await inspect(key);
}

/** Reads a file without what was chosen for its kind before. */
export async function inspectPlain(key: number): Promise<void> {
  patch(key, { plain: true, preset: false, options: {} });
  await inspect(key);
}

/** What is read for the list at once; the others wait until they are chosen. */
const lookAhead = (key: number, index: number) => (index < AHEAD ? inspect(key) : Promise.resolve(patch(key, { busy: false })));

/** Adds files from a drop, a file input or the clipboard, and opens the import. */
export async function addFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  const added = files.map((file) => blank(file.name, file.size, null));
  importFiles.set((all) => [...(all ?? []), ...added]);
  await eachAtOnce(files, AT_ONCE, async (file, index) => {
    const { key } = added[index] as ImportFile;
    try {
      patch(key, { source: await bridge().sourceOf(file) });
      void lookAhead(key, index);
    } catch (thrown) {
      patch(key, { error: toErrorInfo(thrown), busy: false });
    }
  });
}

/** Adds what paths stand for (a folder: its files), and opens the import. */
export async function addPaths(paths: readonly string[]): Promise<void> {
  try {
    for (const path of paths) {
      const { files } = await call('import.list', { source: { kind: 'path', path } });
      const added = files.map((file) => blank(file.name, file.bytes, file.source));
      importFiles.set((all) => [...(all ?? []), ...added]);
      await Promise.all(added.map((file, index) => lookAhead(file.key, index)));
      // Closed meanwhile: what was not listed yet does not open it again.
      if (importFiles.get() === null) return;
    }
  } catch (thrown) {
    failure.set(toErrorInfo(thrown));
  }
}

/** Lets the user choose data files: by the host's picker, else by the page's own file input. */
export async function chooseFiles(): Promise<void> {
  const paths = await bridge().pickFiles('data');
  if (paths === null) document.querySelector<HTMLInputElement>('[data-testid=file-input]')?.click();
  else if (paths.length > 0) await addPaths(paths);
}

/** Leaves a file out or takes it back in. */
export function skipFile(key: number, skip: boolean): void {
  patch(key, { skip });
}

/** Closes the import; nothing was changed. */
export function closeImport(): void {
  for (const question of asked.values()) question.abort();
  asked.clear();
  // Where there is no engine any more nothing is kept.
  void call('import.forget', {}).catch(() => undefined);
  importFiles.set(null);
}

/** Takes files out that are in now. Such as were added meanwhile stay, and are looked at once more: the tables they go to have changed. */
export function finishImport(done: ReadonlySet<number>): void {
  const left = (importFiles.get() ?? []).filter(({ key }) => !done.has(key));
  importFiles.set(left.length === 0 ? null : left);
  for (const { key, source, inspected } of left) if (source !== null && inspected !== null) void inspect(key);
}
