import type { EntityMapping } from '#contract/documents';
import type { ModelReply } from '#contract/model';
import type { Text } from '#contract/values';
import { evaluateExpression } from '../clean/index.ts';
import { type MetricsCache, prepareCache, VIEWS } from '../metrics/index.ts';
import { buildCanonical, CANONICAL_NAMES, type Canonical, type CanonicalName, proposeMappings } from '../model/index.ts';
import type { Work } from '../ports.ts';
import { writeTable } from '../store/bulk.ts';
import { loadColumns, saveColumns } from '../store/columns.ts';
import { quoted } from '../store/database.ts';
import type { Table } from '../table/table.ts';
import { sha256Text } from './hash.ts';
import type { Workspace } from './workspace.ts';

/** Raised when building changes in a way that makes stored canonical tables out of date. */
const MODEL_VERSION = 2;

interface StoredModel {
  readonly heldBack: Canonical['heldBack'];
  readonly notes: Canonical['notes'];
  readonly mappings: readonly EntityMapping[];
}

type Proposal = Pick<ModelReply, 'datasets' | 'unmapped' | 'questions'>;

/** Keeps the canonical tables, their SQL views and the metrics cache in step with the datasets and the mapping. */
export class ModelBuilder {
  readonly #workspace: Workspace;
  #proposal: { key: string; value: Proposal } | null = null;
  #cache: { key: string; value: MetricsCache } | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  forget(): void {
    this.#proposal = null;
    this.#cache = null;
  }

  get currency(): string {
    const { state } = this.#workspace;
    if (state.currency !== null) return state.currency;
    const platforms = Object.values(state.datasets).flatMap(({ origin }) => (origin.kind === 'import' && origin.platform !== null ? [origin.platform] : []));
    // Sheets of Chinese platforms carry no currency and mean yuan; for others nothing is guessed: XXX is ISO 4217's "no currency".
    return platforms.some((platform) => ['tmall', 'taobao', 'jd', 'pdd', 'douyin'].includes(platform)) ? 'CNY' : 'XXX';
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
    const key = this.#key();
    if (this.#proposal?.key === key) return this.#proposal.value;
    const { state, datasets } = this.#workspace;
    const inputs = Object.values(state.datasets).map((dataset) => ({
      id: dataset.id,
      name: dataset.name,
      template: dataset.origin.kind === 'import' ? dataset.origin.template : null,
      table: datasets.table(dataset.id),
    }));
    const value = proposeMappings(inputs, { version: 1, entities: state.mapping }, state.answers);
    this.#proposal = { key, value };
    return value;
  }

  /** Builds the canonical tables anew when datasets, mapping or settings changed; inside the caller's transaction. */
  async rebuild(work: Work): Promise<void> {
    const { database } = this.#workspace;
    const key = this.#key();
    const stored = database.one<{ recipe_hash: string }>("SELECT recipe_hash FROM sp_built WHERE name = 'canonical:model'");
    if (stored?.recipe_hash === key) return;
    work.progress({ done: 0, total: 1, note: { en: 'Building the shop model', zh: '正在生成店铺模型' } });
    await work.breathe();
    const { datasets: mapped } = this.proposal();
    const canonical = this.#build(mapped.map(({ mapping }) => mapping));
    for (const view of Object.keys(VIEWS).reverse()) database.run(`DROP VIEW IF EXISTS ${quoted(view)}`);
    for (const name of CANONICAL_NAMES) {
      const table = canonical.tables.get(name) as Table;
      await writeTable(database, name, table, true, work);
      saveColumns(database, `canonical:${name}`, table);
    }
    for (const sql of Object.values(VIEWS)) database.run(sql);
    database.run('CREATE INDEX orders_order_key ON orders(order_key)');
    database.run('CREATE INDEX products_sku ON products(sku)');
    const result: StoredModel = { heldBack: canonical.heldBack, notes: canonical.notes, mappings: mapped.map(({ mapping }) => mapping) };
    database.run(
      'INSERT INTO sp_built (name, recipe_hash, rows, table_hash, result) VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET recipe_hash = excluded.recipe_hash, rows = excluded.rows, result = excluded.result',
      ['canonical:model', key, canonical.tables.get('orders')?.rows ?? 0, '', JSON.stringify(result)],
    );
    this.#cache = { key, value: prepareCache(canonical.tables) };
  }

  #build(mappings: readonly EntityMapping[]): Canonical {
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
        };
      });
    return buildCanonical(inputs, mappings, { currency: this.currency, hmac: (text) => ports.hmac(secret, text), evaluate: evaluateExpression });
  }

  /** The canonical table of that name, from memory or the file. */
  table(name: CanonicalName): Table | undefined {
    return loadColumns(this.#workspace.database, `canonical:${name}`) ?? undefined;
  }

  /** The typed arrays that metrics run over. */
  cache(): MetricsCache {
    const key = this.#key();
    if (this.#cache?.key === key) return this.#cache.value;
    const value = prepareCache({ get: (name) => this.table(name) });
    this.#cache = { key, value };
    return value;
  }

  /** What the last build held back and noticed. */
  stored(): StoredModel {
    const row = this.#workspace.database.one<{ result: string }>("SELECT result FROM sp_built WHERE name = 'canonical:model'");
    return row === null ? { heldBack: [], notes: [], mappings: [] } : (JSON.parse(row.result) as StoredModel);
  }

  get notes(): readonly Text[] {
    return this.stored().notes;
  }

  /** Names everything the canonical tables follow from. */
  #key(): string {
    const { state, datasets, ports } = this.#workspace;
    const hashes = Object.values(state.datasets).map((dataset) => datasets.hashOf(dataset));
    return sha256Text(ports, JSON.stringify([MODEL_VERSION, hashes, state.mapping, state.answers, this.currency, this.timeZone]));
  }
}
