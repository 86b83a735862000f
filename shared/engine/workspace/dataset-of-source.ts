import type { DatasetState } from '../history/state.ts';
import type { Workspace } from './workspace.ts';

/** The table that a source is a part of by now; `null` where it was undone, or its table was removed. */
export function datasetOfSource(workspace: Workspace, source: number): DatasetState | null {
  return Object.values(workspace.state.datasets).find(({ origin }) => origin.kind === 'import' && origin.sources.includes(source)) ?? null;
}
