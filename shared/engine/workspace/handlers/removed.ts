import type { KeptRow } from '#contract/documents';
import type { RemovedRows } from '#contract/removed';
import type { Text } from '#contract/values';
import { followKept, keptRowsIn } from '../../clean/index.ts';
import type { DatasetState } from '../../history/state.ts';
import { ENTITIES } from '../../model/index.ts';
import { originKey } from '../../table/align.ts';
import type { Table } from '../../table/table.ts';
import { knowledgeOf } from '../knowledge.ts';
import { pageOf, pageOfRows } from '../page.ts';
import { personalAt } from '../personal-columns.ts';
import type { RemovedView } from '../removed-view.ts';
import type { Workspace } from '../workspace.ts';
import { fileNames } from './datasets.ts';
import type { Area, Session } from './session.ts';

const keyOf = ({ source, row }: KeptRow): number => originKey(source, row);

/** What became of the rows of a page of removed rows. */
export function removedOf(
  workspace: Workspace,
  dataset: DatasetState,
  { rows, fate, removed, same, keepable }: RemovedView,
  { offset, limit, order }: { readonly offset: number; readonly limit: number; readonly order: Uint32Array | null },
): RemovedRows {
  const from = Math.min(offset, rows.length);
  const shown = (at: number) => rows[order === null ? at : (order[at] as number)] as number;
  return {
    fate: Uint8Array.from({ length: Math.min(limit, rows.length - from) }, (_, i) => fate[shown(from + i)] as number),
    removed,
    same: same === null ? null : { ...same, entity: entityOf(workspace, dataset, same.columns) },
    keepable,
  };
}

/** What a row is, where the columns are those by which its files tell rows apart. */
function entityOf(workspace: Workspace, { origin }: DatasetState, columns: readonly string[]): Text | null {
  if (origin.kind !== 'import' || origin.template === null || origin.naturalKey.length !== columns.length || !origin.naturalKey.every((name) => columns.includes(name))) return null;
  const entity = knowledgeOf(workspace).template(origin.template)?.fills[0];
  return ENTITIES.find(({ id }) => id === entity)?.title ?? null;
}

export function keptRowHandlers(session: Session): Pick<Area<'recipe'>, 'recipe.kept'> {
  return {
    'recipe.kept': ({ dataset, step, reveal = false }) =>
      session.open.read(() => {
        const workspace = session.open;
        const { tables, successors } = workspace.datasets.get(dataset);
        const definition = workspace.datasets.definition(dataset);
        const keep = definition.recipe[step - 1]?.keep ?? [];
        const before = tables[Math.max(0, Math.min(step, tables.length) - 1)] as Table;
        const found = keptRowsIn(before, followKept(keep, successors) ?? []);
        const keyAt = (row: number) => originKey(before.origin.source[row] as number, before.origin.row[row] as number);
        const here = new Set(found.map(keyAt));
        // By the row that stands for it now, the name under which it is kept.
        const kept = new Map(keep.map((one) => [keyOf(followKept([one], successors)?.[0] ?? one), one]));
        const names = fileNames(workspace);
        const people = {
          personal: personalAt(workspace, dataset, { tables, at: Math.max(0, step - 1) }),
          reveal,
          offsetOf: workspace.datasets.typingOptions(definition).offsetOf,
        };
        return {
          names: found.flatMap((row) => kept.get(keyAt(row)) ?? []),
          rows: found.length === 0 ? pageOf(before, before.rows, 0, names, people) : pageOfRows(before, Uint32Array.from(found), { total: found.length, offset: 0 }, names, people),
          absent: [...kept]
            .filter(([key]) => !here.has(key))
            .map(([, one]) => one)
            .map(({ source, row }) => ({ source, row, file: names(source) })),
        };
      }),
  };
}
