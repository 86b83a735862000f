import type { HeaderDrift } from '#contract/import';
import type { DatasetState, ImportOrigin } from '../history/state.ts';
import { driftOf, headerSignature, renamedColumns } from '../import/index.ts';
import { sharesField } from '../model/index.ts';

export interface ImportedDataset extends DatasetState {
  readonly origin: ImportOrigin;
}

export const isImported = (dataset: DatasetState): dataset is ImportedDataset => dataset.origin.kind === 'import';

/** What a table is known by when it looks for its place. */
export interface Arrival {
  readonly columns: readonly string[];
  readonly template: string | null;
  readonly shop: string | null;
  /** What a table of its own would be called. */
  readonly name: string;
}

/** Tables of the same template or name are one even when half of their columns changed; others need nearly all. */
const ALIKE_BY_NAME = 0.5;
const ALIKE = 0.75;

/** How a kind of table is known again: its template and its columns. */
export function arrivalSignature({ template, columns }: Pick<Arrival, 'template' | 'columns'>): string {
  return `${template ?? ''}\u001e${headerSignature(columns)}`;
}

/** The dataset a table goes to: one with the same columns, or one whose columns have drifted a little. */
export function destinationOf(datasets: readonly DatasetState[], arrival: Arrival): ImportedDataset | undefined {
  const ofShop = datasets.filter(isImported).filter(({ origin }) => arrival.shop === origin.shop);
  const signature = arrivalSignature(arrival);
  const same = ofShop.find(({ origin }) => origin.signature === signature);
  if (same !== undefined) return same;
  return (
    ofShop
      // A file whose template is not known any more may have had a column renamed that the template asks for.
      .filter(({ origin }) => arrival.template === null || origin.template === arrival.template)
      .map((dataset) => ({ dataset, overlap: drift(dataset.origin, arrival.columns).overlap }))
      .filter(({ dataset, overlap }) => overlap >= (arrival.template !== null || dataset.name === arrival.name ? ALIKE_BY_NAME : ALIKE))
      .sort((x, y) => y.overlap - x.overlap)[0]?.dataset
  );
}

const drift = (origin: ImportOrigin, columns: readonly string[]) => driftOf(Object.keys(origin.types), renamedColumns(columns, origin.renames), sharesField);

/** What differs from the columns the table has; `null` where nothing does. */
export function driftFrom(origin: ImportOrigin, columns: readonly string[]): HeaderDrift | null {
  const { added, lost, renamed } = drift(origin, columns);
  return added.length + lost.length + renamed.length === 0 ? null : { added, lost, renamed };
}
