import type { ColumnRenames, EntityMapping, ImportOptions } from '#contract/documents';
import type { ImportedFile, ImportReply } from '#contract/import';
import { optionsOf } from '#contract/import-options';
import type { Text } from '#contract/values';
import type { DatasetState, ImportOrigin, WorkspaceState } from '../history/state.ts';
import { followSource, withFollowed } from './follow-source.ts';
import { grownOrigin, renameFindings, timeFindings, typeFindings, typesSet } from './grown-origin.ts';
import { stillUndecided } from './grown-types.ts';
import { pageOf, datasetId, datasetName, keyOfFile, type ParsedFile, type ParsedTable, proposing, type Proposed, typesRecord } from '../import/index.ts';
import { type Arrival, arrivalSignature, datasetCalled, destinationOf, driftFrom, freeName, type ImportedDataset, isImported, PartPlaces } from './destination.ts';
import { type Corrected, withCorrections } from './corrections.ts';
import { BroughtRows } from './brought-rows.ts';
import type { TakenTable } from './asked-renames.ts';
import { driftFindings } from './drift-findings.ts';
import { EMPTY_REPLY, unchangedReplies, unchangedReply } from './import-replies.ts';
import { knowledgeOf } from './knowledge.ts';
import { type Packed, storeOriginal } from './originals.ts';
import { storeSource } from './source-store.ts';
import type { Work } from '../ports.ts';
import { inTurns } from '../values/sliced.ts';
import type { Workspace } from './workspace.ts';

/** A file that was read and waits to be assigned. */
export interface ReadFile {
  readonly name: string;
  readonly path: string | null;
  readonly bytes: number;
  readonly sha256: string;
  readonly parsed: ParsedFile | null;
  readonly skipped: Text | null;
  readonly options: ImportOptions;
  readonly into: string | undefined;
  readonly intoTables: Readonly<Record<string, string>>;
  readonly corrections: NonNullable<ImportedFile['corrections']>;
  /** It is in, and comes in once more: into tables that do not have it yet. */
  readonly again: boolean;
  /** Its bytes; `null` where only path and fingerprint are kept. */
  readonly original: Packed | null;
  /** Name of the folder the file was found in, when a whole folder is imported. */
  readonly folder: string | null;
  /** Fingerprint of what is in of it from when it was not complete, and whose place it takes. */
  readonly stage?: string;
}

/** What a table of its own would be called; one out of an archive after its own file, not after the archive. */
export function ownName(file: string, { name, inner }: Pick<ParsedTable, 'name' | 'inner'>): string {
  return inner === undefined ? datasetName(file, name) : datasetName(inner.path.slice(inner.path.lastIndexOf('/') + 1), inner.sheet);
}

/** The table that the user chose for a table of a file, by its name in the file. */
export const chosenFor = ({ into, intoTables = {} }: Pick<ImportedFile, 'into' | 'intoTables'>, table: string): string | undefined => (Object.hasOwn(intoTables, table) ? intoTables[table] : into);

type Followed = Pick<WorkspaceState, 'datasets' | 'versions'>;

/** Decides which dataset each table belongs to, and stores sources. */
export class Assignment {
  readonly #workspace: Workspace;
  readonly #namedByFolder: ReadonlySet<string>;
  readonly #brought: BroughtRows;
  readonly #changed = new Map<string, DatasetState>();
  readonly #parts = new PartPlaces();
  /** What the user says of the columns of each source of this import. */
  readonly #said = new Map<number, ColumnRenames>();
  #followed: Followed = { datasets: {}, versions: {} };
  /** Of tables that a taught template has made. */
  readonly mapping: EntityMapping[] = [];
  /** Tables of files that came in, to hold what was asked for to. */
  readonly taken: TakenTable[] = [];
  added = 0;
  files = 0;

  constructor(workspace: Workspace, namedByFolder: ReadonlySet<string>) {
    this.#workspace = workspace;
    this.#namedByFolder = namedByFolder;
    this.#brought = new BroughtRows(workspace);
  }

  datasets(): Record<string, DatasetState> {
    return Object.fromEntries(this.#changed);
  }

  /** Other tables, and versions, whose steps name rows of a file that has another number now. */
  get followed(): Followed {
    return this.#followed;
  }

  changedNames(): string {
    const names = [...this.#changed.values()].map(({ name }) => name);
    return names.length > 3 ? `${names.slice(0, 3).join(', ')}…` : names.join(', ');
  }

  async take(file: ReadFile, work: Work): Promise<ImportReply[]> {
    if (file.skipped !== null) return [{ ...EMPTY_REPLY, file: file.name, dataset: '', skipped: file.skipped }];
    if (file.parsed === null) return unchangedReplies(this.#workspace, file);
    this.files++;
    const original = file.original === null ? null : storeOriginal(this.#workspace.database, file.sha256, file.bytes, file.original);
    const replies: ImportReply[] = [];
    for (const parsed of file.parsed.tables) replies.push(await this.#takeTable(file, file.parsed, parsed, original, work));
    return replies;
  }

  async #takeTable(file: ReadFile, parsedFile: ParsedFile, read: ParsedTable, original: number | null, work: Work): Promise<ImportReply> {
    const proposed = await inTurns(proposing(read, file.options, knowledgeOf(this.#workspace), this.#workspace.state.timeZone, file.name), work);
    const { parsed } = proposed;
    await work.breathe();
    const twin = file.again ? this.#twin(file, parsed, proposed) : null;
    if (twin !== null) {
      this.#parts.add(partOf(file, parsed), twin.id);
      return unchangedReply(file.name, twin, parsed.table.rows);
    }
    const source = await storeSource(this.#workspace, file, parsedFile, parsed, original, work);
    this.#said.set(source, optionsOf(file.options, parsed.name).renames ?? {});
    const names = parsed.table.columns.map((column) => column.name);
    const before = new Map([...Object.values(this.#workspace.state.datasets), ...this.#changed.values()].map((dataset) => [dataset.id, dataset]));
    const { dataset, findings } = this.#corrected(file, proposed, source, this.#assign(file, parsed, proposed, source));
    this.#parts.add(partOf(file, parsed), dataset.id);
    const grown = before.get(dataset.id);
    this.#brought.expect(dataset, source);
    const drift = grown === undefined || !isImported(grown) ? null : driftFrom(grown.origin, names, optionsOf(file.options, parsed.name).renames);
    this.added++;
    this.taken.push({
      file: file.name,
      columns: names,
      into: grown !== undefined && isImported(grown) ? grown : null,
      renames: isImported(dataset) ? (dataset.origin.renames ?? {}) : {},
    });
    return {
      file: file.name,
      dataset: dataset.id,
      rowsRead: parsed.table.rows,
      // Known once all files are in.
      rowsNew: -1,
      rowsUpdated: -1,
      rowsUnchanged: -1,
      quarantined: parsed.setAside.length,
      columns: proposed.types.columns.map(({ name, type }) => ({ name, type, unparsed: 0 })),
      template: proposed.template?.id ?? null,
      // A log has the columns that its lines fill: one without a query has lost nothing.
      findings: [
        ...findings,
        ...parsed.findings,
        ...(parsedFile.format === 'weblog' ? [] : driftFindings(drift)),
        ...renameFindings(this.#workspace, grown, dataset),
        ...typeFindings(grown, dataset),
        ...timeFindings(dataset, proposed.types.columns, parsed.table),
      ],
      drift,
      skipped: null,
    };
  }

  /** Fills in the counts of sources that joined a dataset, once that is built. */
  settle(replies: readonly ImportReply[]): ImportReply[] {
    return this.#brought.settle(replies);
  }

  /** The table where a file would go that is in, where that has it already. */
  #twin(file: ReadFile, parsed: ParsedTable, proposed: Proposed): ImportedDataset | null {
    const existing = this.#existing(chosenFor(file, parsed.name), arrivalOf(file, parsed, proposed));
    if (existing === undefined) return null;
    const same = this.#workspace.database.all<{ id: number }>('SELECT id FROM sp_sources WHERE sha256 = ? AND sheet = ?', [file.sha256, parsed.name]);
    return same.some(({ id }) => existing.origin.sources.includes(id)) ? existing : null;
  }

  /** The dataset a table goes to: the one asked for, the one with the same headers, else a new one. */
  #assign(file: ReadFile, parsed: ParsedTable, proposed: Proposed, source: number): DatasetState {
    const names = parsed.table.columns.map((column) => column.name);
    const { variant } = proposed.template ?? {};
    const arrival = arrivalOf(file, parsed, proposed);
    const into = chosenFor(file, parsed.name);
    const existing = this.#existing(into, arrival);
    if (existing !== undefined) {
      const stage = this.#stageIn(existing.origin, file, parsed.name);
      if (stage !== null) this.#follow(stage, source);
      const { recipe } = this.#followed.datasets[existing.id] ?? existing;
      return this.#put({
        ...existing,
        recipe,
        origin: grownOrigin(this.#workspace, existing.origin, { source, proposed, stage, chosen: optionsOf(file.options, parsed.name), saidOf: (one) => this.#said.get(one) ?? {} }),
      });
    }
    const settings = proposed.template === null ? null : knowledgeOf(this.#workspace).template(proposed.template.id, names);
    const taken = this.#takenNames();
    const name = into ?? (file.folder !== null && this.#namedByFolder.has(file.folder) && !taken.has(file.folder) ? file.folder : freeName(ownName(file.name, parsed), taken));
    const id = into !== undefined && !this.#idTaken(into) && datasetId(into, new Set()) === into ? into : datasetId(name, this.#takenIds());
    const taught = proposed.template === null ? undefined : this.#workspace.state.templates[proposed.template.id];
    for (const mapping of taught?.entities ?? []) this.mapping.push({ ...mapping, from: id });
    const undecided = stillUndecided(null, proposed.types.columns, new Set());
    return this.#put({
      id,
      name,
      createdAt: this.#workspace.ports.now(),
      recipe: [],
      origin: {
        kind: 'import',
        sources: [source],
        naturalKey: settings === null ? [] : keyOfFile(settings, parsed),
        template: proposed.template?.id ?? null,
        platform: settings?.platform ?? null,
        shop: file.options.shop ?? null,
        ...(variant !== undefined && { variant }),
        signature: arrivalSignature(arrival),
        types: typesRecord(proposed.types),
        ...(undecided.length > 0 && { undecided }),
        timeZone: proposed.timeZone,
        dateOrder: proposed.types.dateOrder,
        decimal: proposed.types.decimal,
        ...(proposed.emptyTexts.length > 0 && { emptyTexts: proposed.emptyTexts }),
        ...(optionsOf(file.options, parsed.name).personal !== undefined && { personal: optionsOf(file.options, parsed.name).personal }),
      },
    });
  }

  /** The dataset with the cells that were corrected in the file. */
  #corrected({ corrections }: ReadFile, proposed: Proposed, source: number, dataset: DatasetState): { readonly dataset: DatasetState; readonly findings: Corrected['findings'] } {
    const { name, table: read } = proposed.parsed;
    const own = Object.hasOwn(corrections, name) ? (corrections[name] ?? []) : [];
    if (own.length === 0 || !isImported(dataset)) return { dataset, findings: [] };
    const { origin } = dataset;
    const { recipe, types, findings } = withCorrections(dataset.recipe, origin, { read, source, isSet: typesSet(this.#workspace, origin, proposed) }, own);
    return { dataset: this.#put({ ...dataset, recipe, origin: { ...origin, types } }), findings };
  }

  /** Steps that name rows of a source by its number, of all tables. */
  #follow(from: number, to: number): void {
    const { datasets, versions } = followSource(withFollowed(this.#workspace.state, this.#followed), from, to);
    for (const [id, { recipe }] of Object.entries(datasets)) {
      const changed = this.#changed.get(id);
      if (changed !== undefined) this.#changed.set(id, { ...changed, recipe });
    }
    this.#followed = { datasets: { ...this.#followed.datasets, ...datasets }, versions: { ...this.#followed.versions, ...versions } };
  }

  /** The source of a table that holds the beginning of a file. */
  #stageIn({ sources }: ImportOrigin, { stage, path }: ReadFile, sheet: string): number | null {
    if (stage === undefined) return null;
    const stages = this.#workspace.database.all<{ id: number }>('SELECT id FROM sp_sources WHERE sha256 = ? AND path = ? AND sheet = ?', [stage, path, sheet]);
    return stages.find(({ id }) => sources.includes(id))?.id ?? null;
  }

  /** The table asked for, or the one where it belongs. */
  #existing(into: string | undefined, arrival: Arrival): ImportedDataset | undefined {
    const all = Object.values({ ...this.#workspace.state.datasets, ...Object.fromEntries(this.#changed) });
    if (into !== undefined) return datasetCalled(all, into);
    return destinationOf(all, arrival, this.#parts.of(arrival.partOf));
  }

  #put(dataset: DatasetState): DatasetState {
    this.#changed.set(dataset.id, dataset);
    return dataset;
  }

  #takenIds(): Set<string> {
    return new Set([...Object.keys(this.#workspace.state.datasets), ...this.#changed.keys()]);
  }

  #idTaken(id: string): boolean {
    return this.#takenIds().has(id);
  }

  #takenNames(): Set<string> {
    return new Set([...Object.values(this.#workspace.state.datasets), ...this.#changed.values()].map(({ name }) => name));
  }
}

/** What the user said of columns of a table that are called otherwise. */
export function renamesOf(options: ImportOptions, table: string): Pick<Arrival, 'renames'> {
  const { renames } = optionsOf(options, table);
  return renames === undefined ? {} : { renames };
}

/** A table by what decides where it goes. */
function arrivalOf(file: ReadFile, parsed: ParsedTable, { template }: Proposed): Arrival {
  return {
    columns: parsed.table.columns.map((column) => column.name),
    template: template?.id ?? null,
    shop: file.options.shop ?? null,
    ...(template?.variant !== undefined && { variant: template.variant }),
    ...renamesOf(file.options, parsed.name),
    name: ownName(file.name, parsed),
    ...(partOf(file, parsed) !== undefined && { partOf: partOf(file, parsed) as string }),
  };
}

function partOf({ sha256, parsed }: ReadFile, table: ParsedTable): string | undefined {
  const page = parsed === null ? undefined : pageOf(parsed, table);
  return page === undefined ? undefined : `${sha256} ${page}`;
}
