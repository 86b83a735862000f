import type { CheckRule } from '#contract/checks';
import type { EntityMapping, ImportOptions, JoinHow, KeyDecisions, RecipeStep, TemplateDocument } from '#contract/documents';
import type { FxRate, ShopSettings } from '#contract/model';
import type { ColumnType } from '#contract/values';
import type { SavedVersion } from '#contract/versions';
import type { DateOrder } from '../values/dates.ts';

/** A dataset that comes from files: which, and how their text is read. */
export interface ImportOrigin {
  readonly kind: 'import';
  /** Numbers of sources, in the order they came. */
  readonly sources: readonly number[];
  readonly naturalKey: readonly string[];
  /** Who found the key where no template has one: its files, or the user, who may also have said that there is none. */
  readonly keyBy?: 'data' | 'user';
  readonly template: string | null;
  readonly platform: string | null;
  readonly shop: string | null;
  /** What sets it apart from other tables of its layout, where its files say so. */
  readonly variant?: string;
  readonly signature: string;
  /** Every column the table has. */
  readonly types: Readonly<Record<string, ColumnType>>;
  /** Columns whose cells in no file say what they are; the first that does decides. */
  readonly undecided?: readonly string[];
  /** What a later file calls a column → what the table calls it. */
  readonly renames?: Readonly<Record<string, string>>;
  /** The same of single sources, by their numbers, which a later file does not speak for. */
  readonly renamesOf?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly timeZone: string;
  readonly dateOrder: DateOrder;
  readonly decimal: '.' | ',';
  /** Texts that stand for nothing where a column's type does not take them. */
  readonly emptyTexts?: readonly string[];
  /** Columns of which the user said whether they are masked. */
  readonly personal?: Readonly<Record<string, boolean>>;
}

/** A dataset that joins two others. */
export interface JoinOrigin extends KeyDecisions {
  readonly kind: 'join';
  readonly left: string;
  readonly right: string;
  readonly on: Readonly<Record<string, string>>;
  readonly how: JoinHow;
}

/** A dataset that goes on from another one, with a recipe of its own. */
export interface BranchOrigin {
  readonly kind: 'branch';
  readonly of: string;
}

export interface DatasetState {
  readonly id: string;
  readonly name: string;
  readonly origin: ImportOrigin | JoinOrigin | BranchOrigin;
  readonly recipe: readonly RecipeStep[];
  readonly createdAt: string;
}

/** All that the user has decided. Tables, canonical tables and caches follow from it and from the originals. */
export interface WorkspaceState {
  readonly name: string;
  readonly currency: string | null;
  readonly timeZone: string | null;
  readonly datasets: Readonly<Record<string, DatasetState>>;
  /** Mappings the user set; what is absent is proposed. */
  readonly mapping: readonly EntityMapping[];
  /** Question → the option chosen, or null for "ask me later". */
  readonly answers: Readonly<Record<string, string | null>>;
  /** `platform:shop` → what the user set for it. */
  readonly shops: Readonly<Record<string, ShopSettings>>;
  readonly rates: readonly FxRate[];
  /** Layout of a file → how the user chose to read such files. */
  readonly presets: Readonly<Record<string, ImportOptions>>;
  /** Folders whose new files are imported by themselves. */
  readonly watched: readonly string[];
  /** Dataset → every how many days a file of it is expected, where the user said so. */
  readonly cadences: Readonly<Record<string, number>>;
  /** Dataset → the rules it is held to. */
  readonly checks: Readonly<Record<string, readonly CheckRule[]>>;
  /** Templates that the user taught or brought. */
  readonly templates: Readonly<Record<string, TemplateDocument>>;
  /** Dataset → versions of its recipe that the user gave a name, oldest first. */
  readonly versions: Readonly<Record<string, readonly SavedVersion[]>>;
}

export const EMPTY_STATE: WorkspaceState = {
  name: '',
  currency: null,
  timeZone: null,
  datasets: {},
  mapping: [],
  answers: {},
  shops: {},
  rates: [],
  presets: {},
  watched: [],
  cadences: {},
  checks: {},
  templates: {},
  versions: {},
};

/** One operation's effect: the parts of the state it sets. A dataset set to null is removed. */
export interface StatePatch {
  readonly name?: string;
  readonly currency?: string;
  readonly timeZone?: string;
  readonly datasets?: Readonly<Record<string, DatasetState | null>>;
  readonly mapping?: readonly EntityMapping[];
  readonly answers?: Readonly<Record<string, string | null>>;
  readonly shops?: Readonly<Record<string, ShopSettings>>;
  readonly rates?: readonly FxRate[];
  /** A layout set to null is forgotten. */
  readonly presets?: Readonly<Record<string, ImportOptions | null>>;
  readonly watched?: readonly string[];
  readonly cadences?: Readonly<Record<string, number>>;
  readonly checks?: Readonly<Record<string, readonly CheckRule[]>>;
  /** A template set to null is forgotten. */
  readonly templates?: Readonly<Record<string, TemplateDocument | null>>;
  readonly versions?: Readonly<Record<string, readonly SavedVersion[]>>;
}

/** The state after one more operation. */
export function applyPatch(state: WorkspaceState, patch: StatePatch): WorkspaceState {
  const datasets = new Map(Object.entries(state.datasets));
  for (const [id, dataset] of Object.entries(patch.datasets ?? {})) {
    if (dataset === null) datasets.delete(id);
    else datasets.set(id, dataset);
  }
  return {
    name: patch.name ?? state.name,
    currency: patch.currency ?? state.currency,
    timeZone: patch.timeZone ?? state.timeZone,
    datasets: Object.fromEntries(datasets),
    mapping: patch.mapping ?? state.mapping,
    answers: patch.answers ?? state.answers,
    shops: patch.shops ?? state.shops,
    rates: patch.rates ?? state.rates,
    presets: withoutNulls({ ...state.presets, ...patch.presets }),
    watched: patch.watched ?? state.watched,
    cadences: { ...state.cadences, ...patch.cadences },
    checks: { ...state.checks, ...patch.checks },
    templates: withoutNulls({ ...state.templates, ...patch.templates }),
    // Versions go with their table.
    versions: Object.fromEntries(Object.entries({ ...state.versions, ...patch.versions }).filter(([id]) => datasets.has(id))),
  };
}

function withoutNulls<V>(record: Readonly<Record<string, V | null>>): Record<string, V> {
  return Object.fromEntries(Object.entries(record).filter((entry): entry is [string, V] => entry[1] !== null));
}

/**
 * Datasets in an order in which each comes after those it needs.
 *
 * @returns `cycle` names a dataset that needs itself, directly or not; such datasets are left out of `order`
 */
export function dependencyOrder(datasets: Readonly<Record<string, DatasetState>>): { order: DatasetState[]; cycle: string | null } {
  const order: DatasetState[] = [];
  const done = new Set<string>();
  const visiting = new Set<string>();
  let cycle: string | null = null;
  const visit = (id: string): boolean => {
    const dataset = datasets[id];
    if (dataset === undefined || done.has(id)) return true;
    if (visiting.has(id)) {
      cycle ??= id;
      return false;
    }
    visiting.add(id);
    const sound = dependenciesOf(dataset).every(visit);
    visiting.delete(id);
    if (sound) {
      done.add(id);
      order.push(dataset);
    }
    return sound;
  };
  for (const id of Object.keys(datasets)) visit(id);
  return { order, cycle };
}

/** The datasets a dataset reads: its two sides or the one it goes on from, and the tables of its steps, which name them in `dataset` and `datasets`. */
export function dependenciesOf({ origin, recipe }: DatasetState): string[] {
  const sides = origin.kind === 'join' ? [origin.left, origin.right] : origin.kind === 'branch' ? [origin.of] : [];
  const read = recipe
    .filter((step) => step.on !== false)
    .flatMap(({ params }) => [...(typeof params.dataset === 'string' ? [params.dataset] : []), ...(Array.isArray(params.datasets) ? params.datasets.map(String) : [])]);
  return [...new Set([...sides, ...read])];
}
