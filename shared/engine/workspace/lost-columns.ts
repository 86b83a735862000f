import type { InspectedColumn, LostColumn } from '#contract/import';
import { examplesOf, mostAlike, renamedColumns } from '../import/index.ts';
import { columnNames, loadColumn } from '../store/columns.ts';
import { type TextColumn, withName } from '../table/table.ts';
import { datasetCalled, type ImportedDataset } from './destination.ts';
import { renamesIn } from './file-renames.ts';
import { isOfPeople, type Masking, maskedCell, maskingOf } from './personal-columns.ts';
import type { Workspace } from './workspace.ts';

/** Enough to judge by. */
const EXAMPLES = 5;

/** What the lost columns of a table are asked by. */
interface Lost {
  /** Name of the table. */
  readonly dataset: string;
  readonly lost: readonly string[];
  /** Columns of the file that may be theirs. */
  readonly columns: readonly Pick<InspectedColumn, 'name' | 'type' | 'examples'>[];
  /** Columns of files that go there before this one, and are not in yet. */
  readonly before?: readonly Pick<InspectedColumn, 'name' | 'type' | 'examples' | 'personal'>[];
}

/** Columns of a table that a file on its way in lacks, each with cells of the latest file that has it, and with the columns of the file that look like it. */
export function lostColumns(workspace: Workspace | null, { dataset, lost, columns, before = [] }: Lost): LostColumn[] {
  const into = datasetCalled(Object.values(workspace?.state.datasets ?? {}), dataset);
  return lost.map((name) => {
    const { type, examples, masking } = heldIn(workspace, into, name) ?? heldBefore(before, name);
    return { name, type, examples: examples.map((cell) => String(maskedCell(cell, type, masking))), alike: mostAlike({ name, type, examples }, columns) };
  });
}

interface Held extends Pick<InspectedColumn, 'type' | 'examples'> {
  readonly masking: Masking | undefined;
}

function heldIn(workspace: Workspace | null, into: ImportedDataset | undefined, name: string): Held | null {
  if (workspace === null || into === undefined) return null;
  const column = latest(workspace, into, name);
  if (column === undefined) return null;
  return { type: into.origin.types[name] ?? 'text', examples: examplesOf(column, EXAMPLES), masking: maskingOf(isOfPeople(withName(column, name)), into.origin.personal?.[name]) };
}

function heldBefore(before: NonNullable<Lost['before']>, name: string): Held {
  const column = before.findLast((one) => one.name === name);
  return column === undefined ? { type: 'text', examples: [], masking: undefined } : { type: column.type, examples: column.examples, masking: maskingOf(column.personal, undefined) };
}

/** The cells of a column in the latest file of its table that has it. */
function latest({ database }: Workspace, { origin }: ImportedDataset, name: string): TextColumn | undefined {
  const places = origin.sources.map((source) => ({ owner: `source:${source}`, at: renamedColumns(columnNames(database, `source:${source}`), renamesIn(origin, source)).indexOf(name) }));
  const place = places.findLast(({ at }) => at >= 0);
  if (place === undefined) return undefined;
  const rows = database.one<{ rows: number }>('SELECT rows FROM sp_tables WHERE owner = ?', [place.owner])?.rows ?? 0;
  const column = loadColumn(database, place.owner, place.at, rows);
  return column.kind === 'text' ? column : undefined;
}
