import type { Freshness } from './freshness.ts';
import type { KeyDecisions, MappingDocument, PlanDocument, RecipeDocument, RecipeStep, TemplateDocument } from './documents.ts';
import type { StepInfo } from './definitions.ts';
import type { ChangesPage, ChangesReply, ChangesRequest, ChangesView, TableMoments } from './changes.ts';
import type { CheckInfo, CheckResult, CheckRule, CheckSuggestion } from './checks.ts';
import type { Cluster, ClusterMethod, Facet } from './facets.ts';
import type { ColumnProfile, DatasetInfo, TablePage } from './datasets.ts';
import type {
  ArrivingTable,
  ImportedFile,
  ImportReply,
  ImportRequest,
  LookedAgain,
  LostColumn,
  InspectedColumn,
  InspectedFile,
  Place,
  ReadingAgain,
  RefusedCell,
  SetAsideRow,
  Source,
  SourceInfo,
} from './import.ts';
import type { SourceReport } from './source-report.ts';
import type { TableKey } from './keys.ts';
import type { ChartReply, ChartRequest, DriversReply, MetricInfo, MetricsReply, MetricsRequest, RowsReply, RowsRequest, ScopeReply } from './metrics.ts';
import type { EntityInfo, ModelPreview, ModelReply, ModelSettings, ModelSettingsChange } from './model.ts';
import type { Progress } from './protocol.ts';
import type { AlikeReply, JoinReply, JoinRequest, JoinSuggestion, RecipeReply, Relations, Suggestion } from './recipe.ts';
import type { TableQuality } from './quality.ts';
import type { KeptRows, RemovedRows } from './removed.ts';
import type { ExportReply, ExportTarget, ReportExportReply, ReportInfo, ReportReply, ReportRequest } from './reports.ts';
import type { MembersReply, MembersRequest, RfmReply, RfmRequest } from './segments.ts';
import type { Cell, ColumnType, Lang, Text } from './values.ts';
import type { RecipeDifference, RecipeVersion, VersionRows } from './versions.ts';
import type { FindReply, SumsReply, ViewSort } from './views.ts';
import type { WatchedFolder, WatchedNews } from './watched.ts';
import type { AboutReply, HistoryReply, Preferences, RecentWorkspace, VerifyReply, WorkspaceInfo } from './workspace.ts';

type Nothing = Readonly<Record<never, never>>;

/** The one map of everything the engine can be asked: name → [request, reply]. Hosts, clients and the dispatcher are derived from it. */
export interface Methods {
  'about.get': [Nothing, AboutReply];
  'preferences.get': [Nothing, Preferences];
  'preferences.set': [Partial<Preferences>, Preferences];

  'workspace.recent': [Nothing, RecentWorkspace[]];
  'workspace.info': [Nothing, WorkspaceInfo | null];
  'workspace.open': [{ path: string }, WorkspaceInfo];
  /** Without a path: a new file of that name in the workspace folder. */
  'workspace.create': [{ name: string; path?: string }, WorkspaceInfo];
  /** Opens the sample shop: a copy in the workspace folder, made by importing the sample's export files. */
  'workspace.sample': [Nothing, WorkspaceInfo];
  'workspace.rename': [{ name: string }, WorkspaceInfo];
  'workspace.settings': [{ currency?: string; timeZone?: string }, WorkspaceInfo];
  'workspace.close': [Nothing, null];
  'workspace.verify': [Nothing, VerifyReply];

  /** Without `options` what was chosen for files of this layout counts, unless `plain`. */
  'import.inspect': [ImportedFile, InspectedFile];
  /** The rows of a table of a file on its way in that would be set aside; `table` by its name in the file. */
  'import.aside-rows': [ImportedFile & { table: string; offset?: number; limit?: number }, { total: number; rows: SetAsideRow[] }];
  /** Where tables go that are imported together, in this order: like ones share a table. */
  'import.places': [{ tables: readonly ArrivingTable[] }, Place[]];
  /** Columns of a table, by its name, that a file lacks, beside the columns of the file that may be theirs. */
  'import.lost-columns': [
    {
      dataset: string;
      lost: readonly string[];
      columns: readonly Pick<InspectedColumn, 'name' | 'type' | 'examples'>[];
      /** Columns of files that go there before this one, and are not in yet. */
      before?: readonly Pick<InspectedColumn, 'name' | 'type' | 'examples' | 'personal'>[];
    },
    LostColumn[],
  ];
  /** The files a source stands for: a folder's files, sorted; a file itself. */
  'import.list': [{ source: Source }, { files: { source: Source; name: string; bytes: number }[] }];
  /** Which texts a column of a file would not take as corrections of its cells, by their place. */
  'import.fit': [Pick<InspectedColumn, 'name' | 'type' | 'decimal' | 'dateOrder' | 'isSet'> & { texts: readonly string[] }, number[]];
  'import.run': [ImportRequest, ImportReply[]];
  /** The files that were looked at are not imported: what was kept for the next choice goes. */
  'import.forget': [Nothing, null];
  /** Encodings that can be read, for a list to choose from. */
  'import.encodings': [Nothing, { id: string; label: Text }[]];
  'import.sources': [Nothing, SourceInfo[]];
  /** What one file brought and how good it is. Cells of personal columns are masked. */
  'import.report': [{ source: number; limit?: number }, SourceReport];
  /** How a file that is in would be read by other choices; of a large one its beginning is looked at. Nothing is changed. */
  'import.look-again': [ReadingAgain, LookedAgain];
  /**
   * Reads a file that is in once more, by other choices, as one operation that can be undone. Steps, mapping and joins follow where
   * its columns are called otherwise now.
   */
  'import.reread': [ReadingAgain, SourceInfo[]];
  'import.set-aside': [{ dataset?: string; offset?: number; limit?: number }, { total: number; rows: SetAsideRow[] }];
  'import.refused': [{ dataset?: string; offset?: number; limit?: number }, { total: number; cells: RefusedCell[] }];

  /** Folders that are watched, with what was seen there since the workspace was opened. */
  'import.watched': [Nothing, WatchedFolder[]];
  'import.watch': [{ path: string; on: boolean }, WatchedFolder[]];
  /** Looks into the watched folders and imports what is new and has stopped growing since the last look. */
  'import.check-watched': [Nothing, WatchedNews];
  'import.freshness': [Nothing, Freshness[]];
  /** Every how many days a file of the dataset is expected. */
  'import.expect': [{ dataset: string; every: number }, Freshness[]];

  'templates.list': [Nothing, TemplateDocument[]];
  /** Makes a template of a table as it is set up; `key` becomes the table's own key too. */
  'templates.learn': [{ dataset: string; title: string; key?: string[] }, TemplateDocument[]];
  'templates.forget': [{ id: string }, TemplateDocument[]];
  'templates.export': [{ id: string; target: ExportTarget }, ExportReply];
  /** Takes a template in that was exported elsewhere. */
  'templates.import': [{ source: Source }, TemplateDocument[]];

  'datasets.list': [Nothing, DatasetInfo[]];
  /**
   * `step`: the table as it is after so many steps (0 = as imported, all text typed). `view` `removed` and `changed` compare with the step
   * before, `removed` with the rows that stay of those that are equal; `failing` has the rows of the finished table that break its check of that number. Personal data is masked; `reveal` shows it as it is.
   * Times are UTC; `local` shows them by the clock of the shop. `steps`: as the table would be with this recipe.
   * `sort` orders the rows as they are looked at; a column that is not there orders nothing. `columns`: only these.
   */
  'datasets.page': [
    {
      dataset: string;
      step?: number;
      steps?: readonly RecipeStep[];
      view?: 'rows' | 'removed' | 'changed' | 'failing';
      check?: number;
      offset?: number;
      limit?: number;
      reveal?: boolean;
      local?: boolean;
      sort?: ViewSort;
      columns?: readonly string[];
    },
    TablePage & { before: TablePage['columns'] | null; removed?: RemovedRows },
  ];
  /**
   * Searches a view for a text as it is shown. `columns` are searched in this order; answers the `n`-th found cell, round and round, or the
   * first one at or after the cell `from`.
   */
  'datasets.find': [Omit<Methods['datasets.page'][0], 'offset' | 'limit'> & { text: string; n?: number; from?: { row: number; column: string } }, FindReply];
  /** What the cells of a block of a view come to; rows from 0, `last` belongs to it. */
  'datasets.sums': [Omit<Methods['datasets.page'][0], 'offset' | 'limit' | 'columns'> & { first: number; last: number; columns: readonly string[] }, SumsReply];
  /** Which texts the types of columns do not take, by their place in `values`; an empty text is an empty cell and fits everywhere. */
  'datasets.fit': [{ dataset: string; step?: number; columns: readonly { name: string; values: readonly string[] }[] }, { name: string; type: ColumnType; refused: number[] }[]];
  'datasets.profile': [{ dataset: string; step?: number; steps?: readonly RecipeStep[]; reveal?: boolean }, ColumnProfile[]];
  'datasets.quality': [{ dataset: string }, TableQuality[]];
  /** How a table tells its rows apart, and how it could. */
  'datasets.key': [{ dataset: string }, TableKey];
  /** No columns: a row is known by all of its cells. */
  'datasets.set-key': [{ dataset: string; columns: readonly string[] }, TableKey];
  'datasets.rename': [{ dataset: string; name: string }, DatasetInfo];
  /** A new table that goes on from the finished rows of another one, with a recipe of its own. */
  'datasets.branch': [{ dataset: string; name: string }, DatasetInfo];
  'datasets.remove': [{ dataset: string }, null];

  /** Moments to which a table can be compared. */
  'changes.moments': [{ dataset: string }, TableMoments];
  /** A table then and now: what the recipe of that time gives of the files of that time, and what it is now. */
  'changes.compare': [ChangesRequest, ChangesReply];
  /** Rows that are new, gone or changed; of changed ones `before` has the cells as they were. Personal data is masked unless `reveal`. */
  'changes.page': [ChangesRequest & { view: ChangesView; offset?: number; limit?: number; reveal?: boolean; local?: boolean }, ChangesPage];
  /** All of these rows as a CSV: what happened, then each column, of changed cells then and now. */
  'changes.export': [ChangesRequest & { target: ExportTarget; reveal?: boolean; lang: Lang }, ExportReply];

  'steps.catalogue': [Nothing, StepInfo[]];
  'recipe.get': [{ dataset: string }, RecipeReply];
  /** Replaces the recipe; a dry run only tells what it would do, with `upTo` after so many steps. */
  'recipe.set': [{ dataset: string; steps: RecipeStep[]; dryRun?: boolean; upTo?: number }, RecipeReply];
  'recipe.suggestions': [{ dataset: string }, Suggestion[]];
  /** The rows that stay by hand in a step, counted from 1. */
  'recipe.kept': [{ dataset: string; step: number; reveal?: boolean }, KeptRows];
  /** What the recipe of a table was after each change, and under the names that were given, newest first. */
  'recipe.versions': [{ dataset: string }, RecipeVersion[]];
  /** What became of a version until another one; until now where that is absent. */
  'recipe.difference': [{ dataset: string; version: string; until?: string }, RecipeDifference];
  /** Runs a version over the files of now, without making it the recipe. */
  'recipe.version-rows': [{ dataset: string; version: string }, VersionRows];
  /** Gives the recipe as it is now a name. */
  'recipe.save-version': [{ dataset: string; name: string }, RecipeVersion[]];
  /** Takes such a name away; the recipe stays as it is. */
  'recipe.forget-version': [{ dataset: string; version: string }, RecipeVersion[]];
  /** Makes a version the recipe again, as one change. */
  'recipe.go-back': [{ dataset: string; version: string }, RecipeReply];
  /** The recipe of a table as a file, for another workspace or the command line. */
  'recipe.export': [{ dataset: string; target: ExportTarget }, ExportReply];
  /** The steps of such a file; nothing is changed yet. */
  'recipe.read': [{ source: Source }, RecipeDocument];
  /** Steps for a table whose columns are called otherwise; `names`: old name → new name. */
  'recipe.follow': [{ steps: readonly RecipeStep[]; names: Readonly<Record<string, string>> }, RecipeStep[]];
  /** Every function that an expression may call, with how it is called. */
  'expression.functions': [Nothing, { name: string; help: string }[]];
  'expression.check': [{ dataset: string; step?: number; text: string }, { ok: boolean; type: ColumnType | null; message: Text | null; at: number | null; sample: Cell[] }];

  /** The cells of a column by value and by shape, after so many steps. Personal data is masked unless revealed. */
  'facet.get': [{ dataset: string; step?: number; column: string; reveal?: boolean }, Facet];
  /** Texts of a column that may be spellings of one thing. */
  'cluster.find': [{ dataset: string; step?: number; column: string; method: ClusterMethod; reveal?: boolean }, Cluster[]];

  'checks.catalogue': [Nothing, CheckInfo[]];
  /** Holds a table to its rules, as it is now. */
  'checks.run': [{ dataset: string }, CheckResult[]];
  /** Replaces the rules of a table. */
  'checks.set': [{ dataset: string; rules: CheckRule[] }, CheckResult[]];
  /** Rules that hold in every row today. */
  'checks.suggest': [{ dataset: string }, CheckSuggestion[]];

  'join.suggest': [{ left: string; right: string }, JoinSuggestion[]];
  'join.run': [JoinRequest, JoinReply];
  /** For left texts without a match the nearest right ones, but for those that were rejected. Columns about people only with `reveal`. */
  'join.alike': [JoinRequest & { reveal?: boolean }, AlikeReply];
  /** What was decided when these keys of these tables were joined before. */
  'join.remembered': [Pick<JoinRequest, 'left' | 'right' | 'on'>, KeyDecisions];
  'join.relations': [Nothing, Relations];
  /** How a joined table was joined. */
  'join.get': [{ dataset: string }, JoinRequest];
  /** What a join step would do to the table after so many steps. */
  'join.report': [{ dataset: string; step: number; params: Readonly<Record<string, unknown>> }, JoinReply];

  'model.entities': [Nothing, EntityInfo[]];
  'model.get': [Nothing, ModelReply];
  /** Replaces the mapping of the datasets it names and builds the canonical tables. */
  'model.set': [{ mapping: MappingDocument }, ModelReply];
  /** Answers one question; `value` is an option's value, or null for "ask me later". */
  'model.answer': [{ question: string; value: string | null }, ModelReply];
  /** Takes every proposed line as it is and builds. */
  'model.accept': [Nothing, ModelReply];
  'model.preview': [{ entity: string; dataset: string; limit?: number }, ModelPreview];
  /** Shops with their currency, time zone, day cut-off and basis of sales, and exchange rates. */
  'model.settings': [Nothing, ModelSettings];
  /** Changes some of it as one operation that can be undone, and builds. */
  'model.configure': [ModelSettingsChange, ModelSettings];

  'metrics.catalogue': [Nothing, MetricInfo[]];
  'metrics.scope': [Nothing, ScopeReply];
  'metrics.query': [MetricsRequest, MetricsReply];
  'metrics.rows': [RowsRequest, RowsReply];
  'metrics.drivers': [Omit<MetricsRequest, 'ids' | 'grain' | 'by'>, DriversReply];
  'charts.build': [ChartRequest, ChartReply];

  'segments.rfm': [RfmRequest, RfmReply];
  'segments.members': [MembersRequest, MembersReply];
  'segments.export': [MembersRequest & { target: ExportTarget; format: 'csv' | 'xlsx'; lang: 'en' | 'zh' }, ExportReply];

  'reports.list': [Nothing, ReportInfo[]];
  'reports.render': [ReportRequest, ReportReply];
  'reports.export': [ReportRequest & { target: ExportTarget; format: 'pdf' | 'html' | 'xlsx' }, ReportExportReply];

  /** Read-only SQL over datasets, canonical tables and views. */
  'query.run': [{ sql: string; limit?: number }, { columns: { name: string; type: string }[]; rows: Cell[][]; total: number }];
  /** Writes a table; personal data is masked, `reveal` writes it as it is. */
  'export.table': [{ dataset: string; target: ExportTarget; format: 'csv' | 'xlsx' | 'json'; reveal?: boolean }, ExportReply];

  'history.list': [Nothing, HistoryReply];
  'history.undo': [Nothing, HistoryReply];
  'history.redo': [Nothing, HistoryReply];
  /** Moves the cursor: every operation after `n` is undone, every one up to it redone. */
  'history.goto': [{ n: number }, HistoryReply];

  /** Replays a plan from its files. `folder` is what its relative paths start from. */
  'plan.run': [{ plan: PlanDocument; folder: string }, { steps: { title: string; result: unknown }[]; tableHash: Record<string, string> }];
  /** Writes the workspace as a plan: run over the same files it gives the same tables. */
  'plan.export': [{ target: ExportTarget }, ExportReply];
}

export type MethodName = keyof Methods;
export type Request<M extends MethodName> = Methods[M][0];
export type Reply<M extends MethodName> = Methods[M][1];

/** What a handler gets besides its request. */
export interface CallContext {
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
}

export type Handlers = { readonly [M in MethodName]: (request: Request<M>, context: CallContext) => Reply<M> | Promise<Reply<M>> };

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** The engine as its users see it, near or far. */
export interface EngineClient {
  call<M extends MethodName>(method: M, request: Request<M>, options?: CallOptions): Promise<Reply<M>>;
  close(): void;
}
