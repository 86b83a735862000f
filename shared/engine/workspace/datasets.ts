import { SuanpanError } from '#contract/errors';
import { replayRecipe } from '../clean/index.ts';
import { combiningSources, missingDays } from '../import/index.ts';
import { type DatasetState, dependenciesOf, dependencyOrder, type ImportOrigin } from '../history/state.ts';
import type { Work } from '../ports.ts';
import { writeTable } from '../store/bulk.ts';
import { quoted } from '../store/database.ts';
import { joinTables, matchTables } from '../table/join.ts';
import { cellAt, type Column, type Table } from '../table/table.ts';
import type { TypeOptions } from '../table/cell-readers.ts';
import { typeColumn } from '../table/typing.ts';
import { atOnce, inTurns, type Sliced } from '../values/sliced.ts';
import { sha256Text } from './hash.ts';
import { recipeKeys, sameLength } from './recipe-keys.ts';
import { comparisonsOf } from './key-decisions.ts';
import { type BuiltDataset, countMissing, type RefusedRow, type StoredResult, typingResult } from './built-dataset.ts';
import { KeptSuccessors } from './kept-successors.ts';
import { keyOf } from './key-of.ts';
import { readColumn, typingOf } from './read-column.ts';
import { takeSources } from './sources.ts';
import { type TextsInStore, textsInStore, withStoredRaw } from './stored-raw.ts';
import type { Workspace } from './workspace.ts';

/** Tables of recently used datasets are kept in memory up to this many rows. */
const ROWS_IN_MEMORY = 4_000_000;
const LISTED_REFUSALS = 100_000;
/** Building a table of so many rows leaves more behind than its writing should find. */
const LARGE = 300_000;
/** Tables of so many rows are read back rather than kept in memory while others are made of them. */
export const VERY_LARGE = 500_000;

/** What datasets are built from: the open workspace, or the state it once had. */
export type BuilderPlace = Pick<Workspace, 'state' | 'database' | 'ports' | 'freshSources' | 'secret' | 'revision'>;

/** Builds the SQL tables of datasets from their sources and recipes, and only those whose definition has changed. */
export class DatasetBuilder {
  readonly #workspace: BuilderPlace;
  readonly #pseudonym: (text: string) => string;
  readonly #built = new Map<string, BuiltDataset>();
  readonly #counts = new Map<string, Pick<BuiltDataset, 'hash' | 'counts'>>();
  /** Steps that were tried last: what they gave is not worked out again when they are taken. */
  #trial: { readonly id: string; readonly steps: string; readonly revision: number; readonly built: BuiltDataset } | null = null;
  readonly #successors: KeptSuccessors;

  /** @param pseudonym puts codes in the place of people; by default such as only this workspace can make again */
  constructor(workspace: BuilderPlace, pseudonym = pseudonyms(workspace)) {
    this.#workspace = workspace;
    this.#pseudonym = pseudonym;
    this.#successors = new KeptSuccessors(workspace);
  }

  /** A builder over a former state of the workspace, which need not run again what is in the memory of this one. */
  former(place: BuilderPlace): DatasetBuilder {
    const builder = new DatasetBuilder(place, this.#pseudonym);
    for (const [id, built] of this.#built) builder.#built.set(id, built);
    return builder;
  }

  /** Drops tables from memory that are so large that nothing else finds room beside them. */
  forgetLarge(): void {
    for (const [id, { tables }] of this.#built) if ((tables[0]?.rows ?? 0) >= VERY_LARGE) this.#built.delete(id);
  }

  /** Drops what is in memory: the next use builds it anew. */
  forget(): void {
    this.#built.clear();
    this.#counts.clear();
    this.#trial = null;
  }

  /** Brings every dataset's table up to its definition, inside the caller's transaction. */
  async rebuild(work: Work): Promise<void> {
    const { database, state } = this.#workspace;
    const { order, cycle } = dependencyOrder(state.datasets);
    if (cycle !== null) throw new SuanpanError({ code: 'invalid-params', message: { en: `The tables join in a circle: ${cycle}`, zh: `表之间循环关联：${cycle}` } });
    const stored = new Map(database.all<{ name: string; recipe_hash: string }>("SELECT name, recipe_hash FROM sp_built WHERE name NOT LIKE 'canonical:%'").map((row) => [row.name, row.recipe_hash]));
    for (const name of stored.keys()) {
      if (Object.hasOwn(state.datasets, name)) continue;
      database.run(`DROP TABLE IF EXISTS ${quoted(name)}`);
      database.run('DELETE FROM sp_built WHERE name = ?', [name]);
      database.run('DELETE FROM sp_refused WHERE dataset = ?', [name]);
      this.#built.delete(name);
    }
    for (const [position, dataset] of order.entries()) {
      work.progress({ done: position, total: order.length, note: { en: `Building ${dataset.name}`, zh: `正在生成“${dataset.name}”` } });
      await work.breathe();
      work.signal.throwIfAborted();
      const hash = this.hashOf(dataset);
      if (stored.get(dataset.id) === hash) continue;
      const built = await inTurns(this.#build(dataset, hash), work);
      if ((built.tables[0]?.rows ?? 0) >= LARGE) this.#workspace.ports.relieve();
      await this.#write(built, dataset, work);
    }
  }

  /** Names a dataset's definition and everything it depends on. */
  hashOf(dataset: DatasetState): string {
    const needs = dependenciesOf(dataset).map((id) => (id === dataset.id ? `${id}:missing` : this.#hashOfId(id)));
    return sha256Text(this.#workspace.ports, JSON.stringify([dataset.id, dataset.origin, dataset.recipe, needs]));
  }

  /** The dataset with all of its steps, from memory or replayed. */
  get(id: string): BuiltDataset {
    const dataset = this.definition(id);
    const hash = this.hashOf(dataset);
    const kept = this.#built.get(id);
    if (kept?.hash === hash) return kept;
    return atOnce(this.#build(dataset, hash));
  }

  /** What each of the dataset's sources brought, also where its table is no longer in memory. */
  counts(id: string): BuiltDataset['counts'] {
    const dataset = this.definition(id);
    const known = this.#counts.get(id);
    return known?.hash === this.hashOf(dataset) ? known.counts : this.get(id).counts;
  }

  /** Whether the dataset as it is now needs no building. */
  inMemory(id: string): boolean {
    return this.#built.get(id)?.hash === this.hashOf(this.definition(id));
  }

  definition(id: string): DatasetState {
    const dataset = Object.hasOwn(this.#workspace.state.datasets, id) ? this.#workspace.state.datasets[id] : undefined;
    if (dataset === undefined) throw new SuanpanError({ code: 'not-found', message: { en: `There is no table ${id}`, zh: `没有名为 ${id} 的表` } });
    return dataset;
  }

  /** The finished table of a dataset. */
  table(id: string): Table {
    const { tables } = this.get(id);
    return tables[tables.length - 1] as Table;
  }

  /** What the file remembers of the last build, without building again. */
  stored(id: string): { rows: number; result: StoredResult } | null {
    const row = this.#workspace.database.one<{ rows: number; result: string }>('SELECT rows, result FROM sp_built WHERE name = ?', [id]);
    return row === null ? null : { rows: row.rows, result: JSON.parse(row.result) as StoredResult };
  }

  /** Replays other steps over a dataset, which itself stays as it is. */
  tryRecipe(id: string, steps: DatasetState['recipe']): BuiltDataset {
    const built = atOnce(this.#replay({ ...this.definition(id), recipe: steps }, 'trial'));
    this.#trial = { id, steps: JSON.stringify(steps), revision: this.#workspace.revision, built };
    return built;
  }

  /** What these steps gave when they were tried last; `null` when others were tried since, or the dataset changed. */
  tried(id: string, steps: DatasetState['recipe']): BuiltDataset | null {
    const trial = this.#trial;
    return trial?.id === id && trial.revision === this.#workspace.revision && trial.steps === JSON.stringify(steps) ? trial.built : null;
  }

  /** How texts of a dataset are read; one that follows from another is in that one's zone. */
  typingOptions({ origin }: DatasetState): TypeOptions {
    if (origin.kind !== 'import') {
      const id = origin.kind === 'join' ? origin.left : origin.of;
      const from = Object.hasOwn(this.#workspace.state.datasets, id) ? this.#workspace.state.datasets[id] : undefined;
      return from === undefined ? { decimal: '.', dateOrder: 'ymd', offsetOf: () => 0 } : this.typingOptions(from);
    }
    return typingOf(origin);
  }

  *#build(dataset: DatasetState, hash: string): Sliced<BuiltDataset> {
    const built = yield* this.#replay(dataset, hash);
    this.#trial = null;
    this.#built.delete(dataset.id);
    this.#built.set(dataset.id, built);
    this.#counts.set(dataset.id, { hash, counts: built.counts });
    let rows = 0;
    for (const [id, kept] of [...this.#built].reverse()) {
      rows += kept.tables[0]?.rows ?? 0;
      if (rows > ROWS_IN_MEMORY && id !== dataset.id) this.#built.delete(id);
    }
    return built;
  }

  /** Runs what is not in memory yet: a change of step 9 does not run the eight before it again. */
  *#replay(dataset: DatasetState, hash: string): Sliced<BuiltDataset> {
    const keys = recipeKeys(dataset, (id) => this.#hashOfId(id));
    const candidates = [this.#built.get(dataset.id), this.#trial?.id === dataset.id ? this.#trial.built : undefined].filter((one) => one !== undefined);
    const kept = candidates.sort((a, b) => sameLength(b.keys, keys) - sameLength(a.keys, keys))[0];
    const same = kept === undefined ? 0 : sameLength(kept.keys, keys);
    const base = kept !== undefined && same > 0 ? { ...kept, table: kept.tables[0] as Table } : yield* this.#base(dataset);
    const known = kept === undefined || same === 0 ? undefined : { tables: kept.tables.slice(0, same), results: kept.results.slice(0, same - 1) };
    const successors = this.#successors.of(base.table, dataset.recipe);
    const context = {
      successors,
      typing: this.typingOptions(dataset),
      pseudonym: this.#pseudonym,
      table: (id: string) => (id !== dataset.id && Object.hasOwn(this.#workspace.state.datasets, id) ? this.table(id) : undefined),
    };
    const replay = replayRecipe(base.table, dataset.recipe, context, this.#workspace.ports.clock, known);
    return { hash, keys, tables: replay.tables, typing: base.typing, results: replay.results, refused: base.refused, refusedByColumn: base.refusedByColumn, counts: base.counts, successors };
  }

  /** The table before the first step. */
  *#base({ origin, ...dataset }: DatasetState): Sliced<Pick<BuiltDataset, 'typing' | 'refused' | 'refusedByColumn' | 'counts'> & { readonly table: Table }> {
    if (origin.kind !== 'import') return { table: this.#derived(origin), typing: null, refused: [], refusedByColumn: new Map(), counts: [] };
    const start = this.#workspace.ports.clock();
    const base = yield* this.#typed({ ...dataset, origin }, origin);
    return { ...base, typing: typingResult(base, this.#workspace.ports.clock() - start) };
  }

  #hashOfId(id: string): string {
    const { datasets } = this.#workspace.state;
    const other = Object.hasOwn(datasets, id) ? datasets[id] : undefined;
    return other === undefined ? `${id}:missing` : this.hashOf(other);
  }

  #derived(origin: Exclude<DatasetState['origin'], ImportOrigin>): Table {
    if (origin.kind === 'branch') return this.table(origin.of);
    const left = this.table(origin.left);
    const right = this.table(origin.right);
    return joinTables(left, right, matchTables(left, right, Object.entries(origin.on), comparisonsOf(origin)), origin.how);
  }

  /** Sources on top of each other, then every column read as its type. */
  *#typed(dataset: DatasetState, origin: ImportOrigin): Sliced<Pick<BuiltDataset, 'refused' | 'refusedByColumn' | 'counts'> & { readonly table: Table }> {
    const { rows, origin: from, texts, counts } = yield* this.#texts(dataset, origin);
    const options = this.typingOptions(dataset);
    const refused: RefusedRow[] = [];
    const refusedByColumn = new Map<string, number>();
    const columns: Column[] = [];
    // A column of texts is let go of once it is read: both would not fit beside each other.
    for (let next = texts.shift(); next !== undefined; next = texts.shift()) {
      const typed = typeColumn(next.column, origin.types[next.column.name] ?? 'text', options);
      if (typed.refused.length > 0) refusedByColumn.set(next.column.name, typed.refused.length);
      for (const row of typed.refused) {
        if (refused.length >= LISTED_REFUSALS) break;
        refused.push({ source: from.source[row] as number, row: from.row[row] as number, column: next.column.name, text: String(cellAt(next.column, row)) });
      }
      columns.push(withStoredRaw(this.#workspace.database, typed.column, next));
      yield;
    }
    return { table: { rows, columns, origin: from }, refused, refusedByColumn, counts };
  }

  /** Sources on top of each other. */
  *#texts(dataset: DatasetState, origin: ImportOrigin): Sliced<Pick<Table, 'rows' | 'origin'> & Pick<BuiltDataset, 'counts'> & { readonly texts: TextsInStore[] }> {
    const sources = takeSources(this.#workspace, origin);
    const files = Array.isArray(sources) ? sources : sources.parts;
    if (files.length < origin.sources.length) {
      const missing = origin.sources.find((source) => !files.some((loaded) => loaded.source === source));
      throw new SuanpanError({ code: 'workspace-damaged', message: { en: `Source ${missing} of ${dataset.name} is missing`, zh: `“${dataset.name}”缺少来源 ${missing}` } });
    }
    const only = Array.isArray(sources) && sources.length === 1 ? sources[0] : undefined;
    yield;
    const { table, counts } = yield* combiningSources(sources, keyOf(origin), { read: readColumn(origin) });
    yield;
    return { rows: table.rows, origin: table.origin, texts: textsInStore(table, only), counts };
  }

  async #write(built: BuiltDataset, dataset: DatasetState, work: Work): Promise<void> {
    const { database } = this.#workspace;
    const table = built.tables[built.tables.length - 1] as Table;
    await writeTable(database, dataset.id, table, true, work);
    database.run('DELETE FROM sp_refused WHERE dataset = ?', [dataset.id]);
    for (const { source, row, column, text } of built.refused)
      database.run('INSERT INTO sp_refused (dataset, source, row, "column", text) VALUES (?, ?, ?, ?, ?)', [dataset.id, source, row, column, text]);
    const refused = [...built.refusedByColumn.values()].reduce((sum, count) => sum + count, 0);
    const result: StoredResult = {
      refused,
      refusedByColumn: Object.fromEntries(built.refusedByColumn),
      columns: table.columns.map(({ name, type }) => ({ name, type })),
      cells: table.rows * table.columns.length,
      missing: countMissing(table),
      missingDays: missingDays(table, this.typingOptions(dataset).offsetOf),
    };
    database.run(
      'INSERT INTO sp_built (name, recipe_hash, rows, table_hash, result) VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET recipe_hash = excluded.recipe_hash, rows = excluded.rows, table_hash = excluded.table_hash, result = excluded.result',
      [dataset.id, built.hash, table.rows, '', JSON.stringify(result)],
    );
  }
}

/** Codes for people that only this workspace can make again. */
function pseudonyms(workspace: BuilderPlace): (text: string) => string {
  let secret: Uint8Array | null = null;
  return (text) => {
    secret ??= workspace.secret;
    return workspace.ports.hmac(secret, text).slice(0, 16);
  };
}
