import type { ImportReply } from '#contract/import';
import type { ColumnType } from '#contract/values';
import type { ImportedDataset } from './destination.ts';
import { datasetOfSource } from './dataset-of-source.ts';
import type { Workspace } from './workspace.ts';

/** The reply of an import that brought nothing. */
export const EMPTY_REPLY: Omit<ImportReply, 'file' | 'dataset'> = {
  rowsRead: 0,
  rowsNew: 0,
  rowsUpdated: 0,
  rowsUnchanged: 0,
  quarantined: 0,
  columns: [],
  template: null,
  findings: [],
  drift: null,
  skipped: null,
};

/** The replies for a file that is in already: one for each table that its rows are in. */
export function unchangedReplies(workspace: Workspace, file: { readonly name: string; readonly sha256: string }): ImportReply[] {
  const sources = workspace.database.all<{ id: number; rows: number }>('SELECT id, rows FROM sp_sources WHERE sha256 = ?', [file.sha256]);
  return sources.flatMap(({ id, rows }) => {
    const dataset = datasetOfSource(workspace, id);
    if (dataset === null || dataset.origin.kind !== 'import') return [];
    return [unchangedReply(file.name, { ...dataset, origin: dataset.origin }, rows)];
  });
}

/** The reply for a table of a file that a dataset has already. */
export function unchangedReply(file: string, { id, origin: { template, types } }: Pick<ImportedDataset, 'id' | 'origin'>, rows: number): ImportReply {
  return {
    ...EMPTY_REPLY,
    file,
    dataset: id,
    rowsRead: rows,
    rowsUnchanged: rows,
    template,
    columns: Object.entries(types).map(([name, type]) => ({ name, type: type as ColumnType, unparsed: 0 })),
  };
}
