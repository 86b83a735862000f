import { DatasetBuilder } from './datasets.ts';
import { sha256Text, tableHash } from './hash.ts';
import type { Workspace } from './workspace.ts';

/**
 * The hash of every table (see {@link tableHash}), the same in any workspace with the same originals and recipes.
 *
 * Codes in the place of people hang on a secret of the workspace. Tables with such codes are therefore built once more in memory, with
 * codes that need no secret, and nothing of that is kept (decisions 8).
 */
export function reproducibleHashes(workspace: Workspace): Record<string, string> {
  const { ports, datasets, state } = workspace;
  const hasCodes = Object.values(state.datasets).some(({ recipe }) => recipe.some(({ step, params }) => step === 'mask' && params['how'] === 'code'));
  const builder = hasCodes ? new DatasetBuilder(workspace, (text) => sha256Text(ports, text)) : datasets;
  return Object.fromEntries(Object.keys(state.datasets).map((id) => [id, tableHash(ports, builder.table(id))]));
}
