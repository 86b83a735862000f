import type { InspectedColumn, LostColumn } from '#contract/import';
import type { ColumnType } from '#contract/values';
import { examplesOf, mostAlike, renamedColumns } from '../import/index.ts';
import { columnNames, loadColumn } from '../store/columns.ts';
import type { TextColumn } from '../table/table.ts';
import { datasetCalled, type ImportedDataset } from './destination.ts';
import { isOfPeople, maskedCell, maskingOf } from './personal-columns.ts';
import type { Workspace } from './workspace.ts';

/** Enough to judge by. */
const EXAMPLES = 5;

/**
 * Columns of a table that a file on its way in lacks, each with a few cells and with the columns of the file that look like it. Cells
 * come from the latest file that has the column; of a table that is only being made there are none.
 */
export function lostColumns(workspace: Workspace, dataset: string, lost: readonly string[], columns: readonly Pick<InspectedColumn, 'name' | 'type' | 'examples'>[]): LostColumn[] {
  const into = datasetCalled(Object.values(workspace.state.datasets), dataset);
  return lost.map((name) => {
    const held = into === undefined ? undefined : latest(workspace, into, name);
    const type: ColumnType = into?.origin.types[name] ?? 'text';
    const examples = held === undefined ? [] : examplesOf(held, EXAMPLES);
    const masking = held === undefined ? undefined : maskingOf(isOfPeople(held), into?.origin.personal?.[name]);
    return {
      name,
      type,
      examples: examples.map((cell) => String(maskedCell(cell, type, masking))),
      alike: mostAlike({ name, type, examples }, columns),
    };
  });
}

/** The cells of a column in the latest file of its table that has it. */
function latest({ database }: Workspace, { origin }: ImportedDataset, name: string): TextColumn | undefined {
  const places = origin.sources.map((source) => ({ owner: `source:${source}`, at: renamedColumns(columnNames(database, `source:${source}`), origin.renames).indexOf(name) }));
  const place = places.findLast(({ at }) => at >= 0);
  if (place === undefined) return undefined;
  const rows = database.one<{ rows: number }>('SELECT rows FROM sp_tables WHERE owner = ?', [place.owner])?.rows ?? 0;
  const column = loadColumn(database, place.owner, place.at, rows);
  return column.kind === 'text' ? column : undefined;
}
