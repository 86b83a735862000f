import type { EntityMapping } from '#contract/documents';
import type { ModelReply } from '#contract/model';
import type { Text } from '#contract/values';
import { evaluatingExpression } from '../clean/index.ts';
import { type MetricsCache, prepareCache, VIEWS } from '../metrics/index.ts';
import {
  buildCanonical,
  CANONICAL_NAMES,
  type Canonical,
  type CanonicalName,
  currencyOfPlatform,
  currencyOfSheet,
  currencyQuestionId,
  proposeMappings,
  shopKey,
  shopTables,
  statedCurrencies,
  TEMPLATES,
  templateById,
} from '../model/index.ts';
import type { Ports, Work } from '../ports.ts';
import { writeTable } from '../store/bulk.ts';
import { loadColumns, saveColumns } from '../store/columns.ts';
import { quoted } from '../store/database.ts';
import type { Table } from '../table/table.ts';
import { inTurns, type Sliced } from '../values/sliced.ts';
import { sha256Text } from './hash.ts';
import { KeptResults } from './kept-results.ts';
import { type PersonalColumns, personalOf } from './personal-columns.ts';
import { type DatasetState, dependenciesOf } from '../history/state.ts';
import { VERY_LARGE } from './datasets.ts';
import type { Workspace } from './workspace.ts';

/** Raised when building changes in a way that makes stored canonical tables out of date. */
const MODEL_VERSION = 10;

interface StoredModel {
  readonly shops: Canonical['shops'];
  readonly missingRates: Canonical['missingRates'];
  readonly heldBack: Canonical['heldBack'];
  readonly taken: Canonical['taken'];
  readonly notes: Canonical['notes'];
  readonly mappings: readonly EntityMapping[];
}

type Proposal = Pick<ModelReply, 'datasets' | 'unmapped' | 'questions'>;

/** Keeps the canonical tables, their SQL views and the metrics cache in step with the datasets and the mapping. */
export class ModelBuilder {
  readonly #workspace: Workspace;
  readonly #kept: KeptResults;
  #cache: { key: string; value: MetricsCache } | null = null;
  /** What was built last, until somebody measures: it need not be read back then. */
  #fresh: { key: string; tables: Canonical['tables'] } | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#kept = new KeptResults(workspace.database);
  }

  forget(): void {
    this.#kept.forget();
    this.#cache = null;
    this.#fresh = null;
  }

  /** The reporting currency: what the user set, else the first shop's; nothing is guessed: XXX is ISO 4217's "no currency". */
  get currency(): string {
    return this.#workspace.state.currency ?? this.#knownCurrencies()[0] ?? 'XXX';
  }

  /** Currencies that shops have: of their platform (its sheets carry none), named in a column of theirs, or set by the user. */
  #knownCurrencies(): readonly string[] {
    const { state, datasets } = this.#workspace;
    const imports = Object.values(state.datasets).flatMap((dataset) => (dataset.origin.kind === 'import' ? [{ id: dataset.id, hash: datasets.hashOf(dataset), ...dataset.origin }] : []));
    return this.#kept.get('currencies', this.#hash([imports.map(({ hash }) => hash), state.shops]), () => {
      const set = Object.values(state.shops).flatMap(({ currency }) => currency ?? []);
      // Chinese ERPs serve Chinese platforms, whichever they are.
      const ofPlatforms = imports.flatMap(({ platform, template }) =>
        platform === null ? [] : (currencyOfPlatform(platform) ?? (template !== null && templateById(template)?.timeZone === 'Asia/Shanghai' ? 'CNY' : [])),
      );
      const named =
        ofPlatforms.length > 0 ? [] : imports.flatMap(({ id, platform }) => currencyNamedIn(datasets.table(id)) ?? currencyOfSheet(statedCurrencies(datasets.table(id), platform), []) ?? []);
      return [...new Set([...ofPlatforms, ...named, ...set])];
    });
  }

  /** The currency of a sheet without a column of it: what the user answered or it states, else what is set for its shop or workspace. */
  #currencyOf({ id, origin }: DatasetState): string | null {
    if (origin.kind !== 'import') return null;
    const { state, datasets } = this.#workspace;
    const { platform, shop } = origin;
    const own = state.shops[shopKey(platform ?? 'other', shop ?? 'main')]?.currency;
    const answer = own ?? state.answers[currencyQuestionId({ id, platform, shop })];
    if (typeof answer === 'string') return answer;
    const others = new Set(Object.entries(state.shops).flatMap(([key, { currency }]) => (platform !== null && key.startsWith(shopKey(platform, '')) ? (currency ?? []) : [])));
    return currencyOfSheet(statedCurrencies(datasets.table(id), platform), [others.size === 1 ? ([...others][0] as string) : null, state.currency]);
  }

  get timeZone(): string {
    const { state } = this.#workspace;
    if (state.timeZone !== null) return state.timeZone;
    const zones = Object.values(state.datasets).flatMap(({ origin }) => (origin.kind === 'import' && origin.platform !== null ? [origin.timeZone] : []));
    // A sheet whose platform has no zone of its own (Shopify) follows the other shops.
    return zones.find((zone) => zone !== 'UTC') ?? 'UTC';
  }

  /** How datasets are mapped now: the user's lines, else proposed ones. */
  proposal(): Proposal {
    return this.#kept.get('proposal', this.#hash([this.#key(), 'examples are masked by cells']), () => this.#propose());
  }

  #propose(): Proposal {
    const { state, datasets } = this.#workspace;
    const inputs = Object.values(state.datasets).map((dataset) => ({
      id: dataset.id,
      name: dataset.name,
      template: dataset.origin.kind === 'import' ? dataset.origin.template : null,
      confirmed: dataset.origin.kind === 'import' && dataset.origin.template !== null && Object.hasOwn(state.templates, dataset.origin.template),
      table: datasets.table(dataset.id),
      isMasked: masked(this.#workspace, dataset.id),
      offsetOf: datasets.typingOptions(dataset).offsetOf,
      ...(dataset.origin.kind !== 'import' && { madeFrom: dependenciesOf({ ...dataset, recipe: [] }) }),
      zoneUnknown: zoneUnknown(dataset),
      ...(dataset.origin.kind === 'import' && { platform: dataset.origin.platform, shop: dataset.origin.shop }),
      currency: this.#currencyOf(dataset),
    }));
    const context = { timeZone: this.timeZone, currency: this.currency, knownCurrencies: this.#knownCurrencies() };
    return proposeMappings(inputs, { version: 1, entities: state.mapping }, state.answers, context);
  }

  /** Builds the canonical tables anew when datasets, mapping or settings changed; inside the caller's transaction. */
  async rebuild(work: Work): Promise<void> {
    const { database } = this.#workspace;
    const key = this.#key();
    const stored = database.one<{ recipe_hash: string }>("SELECT recipe_hash FROM sp_built WHERE name = 'canonical:model'");
    if (stored?.recipe_hash === key) return;
    work.progress({ done: 0, total: 1, note: { en: 'Building the shop model', zh: '正在生成店铺模型' } });
    await work.breathe();
    const mapped = this.proposal().datasets.filter(({ unconfirmed }) => unconfirmed !== true);
    const canonical = await inTurns(this.#build(mapped.map(({ mapping }) => mapping)), work);
    const orders = canonical.tables.get('orders')?.rows ?? 0;
    const isLarge = [...canonical.tables.values()].some(({ rows }) => rows >= VERY_LARGE);
    if (isLarge) this.#workspace.ports.relieve();
    for (const view of Object.keys(VIEWS).reverse()) database.run(`DROP VIEW IF EXISTS ${quoted(view)}`);
    for (const name of CANONICAL_NAMES) {
      const table = canonical.tables.get(name) as Table;
      await writeTable(database, name, table, true, work);
      await inTurns(saveColumns(database, `canonical:${name}`, table), work);
      if (isLarge) canonical.tables.delete(name);
    }
    for (const [name, table] of shopTables(canonical)) await writeTable(database, name, table, false, work);
    for (const sql of Object.values(VIEWS)) database.run(sql);
    // No index: SQLite makes one for each query that joins, which is rarer than a change of the model.
    const { shops, missingRates, heldBack, taken, notes } = canonical;
    const result: StoredModel = { shops, missingRates, heldBack, taken, notes, mappings: mapped.map(({ mapping }) => mapping) };
    database.run(
      'INSERT INTO sp_built (name, recipe_hash, rows, table_hash, result) VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET recipe_hash = excluded.recipe_hash, rows = excluded.rows, result = excluded.result',
      ['canonical:model', key, orders, '', JSON.stringify(result)],
    );
    this.#kept.save();
    this.#fresh = isLarge ? null : { key, tables: canonical.tables };
  }

  #build(mappings: readonly EntityMapping[]): Sliced<Canonical> {
    const { state, datasets, ports, secret } = this.#workspace;
    const used = new Set(mappings.map((mapping) => mapping.from));
    const inputs = Object.values(state.datasets)
      .filter((dataset) => used.has(dataset.id))
      .map((dataset) => {
        const origin = dataset.origin.kind === 'import' ? dataset.origin : null;
        return {
          id: dataset.id,
          table: datasets.table(dataset.id),
          platform: origin?.platform ?? null,
          shop: origin?.shop ?? null,
          timeZone: origin === null || origin.timeZone === 'UTC' ? this.timeZone : origin.timeZone,
          zoneUnknown: zoneUnknown(dataset) && state.answers[`${dataset.id}:orders:time_zone`] !== 'UTC',
          currency: this.#currencyOf(dataset),
        };
      });
    // From here on the model alone holds them, and lets go of each when all is taken from it.
    if (inputs.some(({ table }) => table.rows >= VERY_LARGE)) datasets.forgetLarge();
    const { shops, rates } = state;
    return buildCanonical(inputs, mappings, { currency: this.currency, shops, rates, answers: state.answers, hmac: (text) => ports.hmac(secret, text), evaluate: evaluatingExpression });
  }

  /** The canonical table of that name, from memory or the file. */
  table(name: CanonicalName): Table | undefined {
    return loadColumns(this.#workspace.database, `canonical:${name}`) ?? undefined;
  }

  /** The typed arrays that metrics run over. */
  cache(): MetricsCache {
    const key = this.#key();
    if (this.#cache?.key === key) return this.#cache.value;
    const value = prepareCache(this.#fresh?.key === key ? this.#fresh.tables : { get: (name) => this.table(name) });
    this.#cache = { key, value };
    this.#fresh = null;
    return value;
  }

  /** What the last build held back and noticed. */
  stored(): StoredModel {
    const row = this.#workspace.database.one<{ result: string }>("SELECT result FROM sp_built WHERE name = 'canonical:model'");
    return row === null ? NOTHING_BUILT : { ...NOTHING_BUILT, ...(JSON.parse(row.result) as Partial<StoredModel>) };
  }

  get notes(): readonly Text[] {
    return this.stored().notes;
  }

  /** Names what follows from these things and from the known layouts, which every version of the program has others of. */
  #hash(of: readonly unknown[]): string {
    return sha256Text(this.#workspace.ports, JSON.stringify([MODEL_VERSION, layoutsHash(this.#workspace.ports), of]));
  }

  /** Names everything the canonical tables follow from. */
  #key(): string {
    const { state, datasets, ports } = this.#workspace;
    const hashes = Object.values(state.datasets).map((dataset) => datasets.hashOf(dataset));
    return sha256Text(
      ports,
      JSON.stringify([MODEL_VERSION, hashes, state.mapping, state.answers, Object.keys(state.templates), state.shops, state.rates, state.currency, this.currency, this.timeZone]),
    );
  }
}

let layouts: string | undefined;

/** The known layouts by one hash: they are half a megabyte, and the same as long as the program runs. */
function layoutsHash(ports: Ports): string {
  layouts ??= sha256Text(ports, JSON.stringify(TEMPLATES));
  return layouts;
}

const NOTHING_BUILT: StoredModel = { shops: [], missingRates: [], heldBack: [], taken: {}, notes: [], mappings: [] };

/** Which columns of a dataset are masked where it is shown, looked for once one of them is. */
function masked(workspace: Workspace, id: string): (column: string) => boolean {
  let personal: PersonalColumns | null = null;
  return (column) => {
    personal ??= personalOf(workspace, id, workspace.datasets.table(id));
    return personal.get(column) === 'masked';
  };
}

/** Times of Shopify and Amazon carry their offset; of other sheets without a zone of their own nobody knows. */
function zoneUnknown({ origin }: DatasetState): boolean {
  return origin.kind === 'import' && origin.timeZone === 'UTC' && !['shopify', 'amazon'].includes(origin.platform ?? '');
}

/** The currency that most rows of a sheet name, in a column that is called so. */
function currencyNamedIn(table: Table): string | null {
  const column = table.columns.find(({ kind, name }) => kind === 'text' && /^(currency|currency code|币种)$/i.test(name.trim()));
  if (column === undefined || column.kind !== 'text') return null;
  const counts = new Map<string, number>();
  const rows = new Uint32Array(column.dictionary.size);
  for (const code of column.codes) rows[code] = (rows[code] as number) + 1;
  for (const [code, count] of rows.entries()) {
    const text = column.dictionary.text(code)?.trim().toUpperCase() ?? '';
    if (count > 0 && /^[A-Z]{3}$/.test(text)) counts.set(text, (counts.get(text) ?? 0) + count);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
