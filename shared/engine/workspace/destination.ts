import type { ColumnRenames } from '#contract/documents';
import type { ArrivingTable, HeaderDrift, Place } from '#contract/import';
import type { DatasetState, ImportOrigin } from '../history/state.ts';
import { driftOf, headerSignature, renamedColumns, unitsClash, withoutChosen } from '../import/index.ts';
import { sharesField } from '../model/index.ts';

export interface ImportedDataset extends DatasetState {
  readonly origin: ImportOrigin;
}

export const isImported = (dataset: DatasetState): dataset is ImportedDataset => dataset.origin.kind === 'import';

/** What a table is known by when it looks for its place. */
export type Arrival = Omit<ArrivingTable, 'into'>;

/** Tables of the same template or name are one even when half of their columns changed; others need nearly all. */
const ALIKE_BY_NAME = 0.5;
const ALIKE = 0.75;

/** How a kind of table is known again: its template and its columns. */
export function arrivalSignature({ template, columns }: Pick<Arrival, 'template' | 'columns'>): string {
  return `${template ?? ''}\u001e${headerSignature(columns)}`;
}

/** Where the tables went that stand under each other in one sheet. */
export class PartPlaces {
  readonly #places = new Map<string, Set<string>>();

  /** The tables that others of the sheet went to. */
  of(partOf: string | undefined): ReadonlySet<string> {
    return (partOf === undefined ? undefined : this.#places.get(partOf)) ?? NOWHERE;
  }

  add(partOf: string | undefined, dataset: string): void {
    if (partOf !== undefined) this.#places.set(partOf, new Set(this.of(partOf)).add(dataset));
  }
}

const NOWHERE: ReadonlySet<string> = new Set();

/**
 * The dataset a table goes to: one with the same columns, or one whose columns have drifted a little.
 *
 * @param others where the other tables of its sheet went: their columns differ because they are other tables
 */
export function destinationOf(datasets: readonly DatasetState[], arrival: Arrival, others: ReadonlySet<string> = NOWHERE): ImportedDataset | undefined {
  const ofShop = datasets.filter(isImported).filter(({ origin }) => arrival.shop === origin.shop && arrival.variant === origin.variant);
  const signature = arrivalSignature(arrival);
  const chosen = mapped(arrival.renames);
  const same = ofShop.find(({ origin }) => origin.signature === signature);
  if (same !== undefined) return same;
  return (
    ofShop
      .filter(({ id }) => !others.has(id))
      // A file whose template is not known any more may have had a column renamed that the template asks for.
      .filter(({ origin }) => arrival.template === null || origin.template === arrival.template)
      // Two currencies are two tables: added up, the one would count as the other.
      .filter(({ origin }) => !unitsClash(Object.keys(origin.types), calledIn(origin, arrival.columns, chosen)))
      .map((dataset) => ({ dataset, overlap: drift(dataset.origin, arrival.columns, chosen).overlap }))
      .filter(({ dataset, overlap }) => overlap >= (arrival.template !== null || dataset.name === arrival.name ? ALIKE_BY_NAME : ALIKE))
      .sort((x, y) => y.overlap - x.overlap)[0]?.dataset
  );
}

/** Columns that are said to be ones of the table. That others are none of these sends a file nowhere else. */
const mapped = (chosen: ColumnRenames = {}): ColumnRenames => Object.fromEntries(Object.entries(chosen).filter(([, to]) => to !== null));

/** What a file's columns are called in its table by what is remembered of earlier files. */
const calledIn = ({ renames }: Pick<ImportOrigin, 'renames'>, columns: readonly string[], chosen?: ColumnRenames) => renamedColumns(columns, withoutChosen(renames, chosen));

const drift = (origin: Pick<ImportOrigin, 'renames'> & { readonly types: Readonly<Record<string, unknown>> }, columns: readonly string[], chosen?: ColumnRenames) =>
  driftOf(Object.keys(origin.types), calledIn(origin, columns, chosen), sharesField, chosen);

/** What differs from the columns the table has; `null` where nothing does. */
export function driftFrom(origin: ImportOrigin, columns: readonly string[], chosen?: ColumnRenames): HeaderDrift | null {
  const { added, lost, renamed } = drift(origin, columns, chosen);
  return added.length + lost.length + renamed.length === 0 ? null : { added, lost, renamed };
}

/** The table that was asked for, by its id or its name. */
export const datasetCalled = (datasets: readonly DatasetState[], into: string): ImportedDataset | undefined => datasets.filter(isImported).find(({ id, name }) => id === into || name === into);

/** Columns of a file that its table knows by another name from earlier files. */
function rememberedIn(origin: ImportOrigin, columns: readonly string[], chosen?: ColumnRenames): HeaderDrift['renamed'] {
  const called = calledIn(origin, columns, chosen);
  return columns.flatMap((from, i) => (called[i] === from ? [] : [{ from, to: called[i] as string }]));
}

/** The columns a table has once another file is in it, and how that file's are called in it. */
export function grownColumns<T>(origin: Pick<ImportOrigin, 'renames'> & { readonly types: Readonly<Record<string, T>> }, own: Readonly<Record<string, T>>, chosen?: ColumnRenames) {
  const { renamed } = drift(origin, Object.keys(own), chosen);
  const renames: Readonly<Record<string, string>> = { ...withoutChosen(origin.renames, chosen), ...Object.fromEntries(renamed.map(({ from, to }) => [from, to])) };
  const called = renamedColumns(Object.keys(own), renames);
  return { renames, types: { ...Object.fromEntries(Object.values(own).map((type, i) => [called[i] as string, type])), ...origin.types } };
}

/** A name that no table has yet: the wanted one, or that with a number behind it. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  for (let n = 2, name = wanted; ; n++) {
    if (!taken.has(name)) return name;
    name = `${wanted} ${n}`;
  }
}

/** Where tables go that are imported one after the other. */
export function placesOf(datasets: readonly DatasetState[], tables: readonly ArrivingTable[]): Place[] {
  const known = new Map(datasets.map((dataset) => [dataset.id, dataset]));
  const parts = new PartPlaces();
  return tables.map((table) => {
    const all = [...known.values()];
    const found = table.into === undefined ? destinationOf(all, table, parts.of(table.partOf)) : datasetCalled(all, table.into);
    const own = Object.fromEntries(table.columns.map((name) => [name, 'text' as const]));
    if (found === undefined) {
      const name = table.into ?? freeName(table.name, new Set(all.map((dataset) => dataset.name)));
      parts.add(table.partOf, `new ${known.size}`);
      known.set(`new ${known.size}`, {
        ...NEW,
        id: `new ${known.size}`,
        name,
        origin: { ...NEW.origin, template: table.template, shop: table.shop, ...(table.variant !== undefined && { variant: table.variant }), signature: arrivalSignature(table), types: own },
      });
      return { dataset: name, isNew: true, drift: null, remembered: [] };
    }
    parts.add(table.partOf, found.id);
    const drift = driftFrom(found.origin, table.columns, table.renames);
    known.set(found.id, { ...found, origin: { ...found.origin, ...grownColumns(found.origin, own, table.renames) } });
    return { dataset: found.name, isNew: !datasets.some(({ id }) => id === found.id), drift, remembered: rememberedIn(found.origin, table.columns, table.renames) };
  });
}

const NEW: ImportedDataset = {
  id: '',
  name: '',
  createdAt: '',
  recipe: [],
  origin: { kind: 'import', sources: [], naturalKey: [], template: null, platform: null, shop: null, signature: '', types: {}, timeZone: 'UTC', dateOrder: 'ymd', decimal: '.' },
};
