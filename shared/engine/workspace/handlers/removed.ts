import type { RecipeStep } from '#contract/documents';
import type { Reply } from '#contract/methods';
import type { Text } from '#contract/values';
import { keptRowsIn } from '../../clean/index.ts';
import type { DatasetState } from '../../history/state.ts';
import { ENTITIES } from '../../model/index.ts';
import { originKey } from '../../table/align.ts';
import type { Table } from '../../table/table.ts';
import { knowledgeOf } from '../knowledge.ts';
import { type People, pageOf, pageOfRows } from '../page.ts';
import { personalColumns } from '../personal-columns.ts';
import { removedView } from '../removed-view.ts';
import type { Workspace } from '../workspace.ts';
import { fileNames } from './datasets.ts';
import type { Area, Session } from './session.ts';

interface Change {
  readonly before: Table;
  readonly after: Table;
  /** The step between the two; absent before the first one. */
  readonly step: RecipeStep | undefined;
}

/** A page of what a step took away, masked like the table before it. */
export function removedPage(
  workspace: Workspace,
  dataset: DatasetState,
  { before, after, step }: Change,
  { offset, limit }: { readonly offset: number; readonly limit: number },
  names: (source: number) => string | null,
  people: People,
): Reply<'datasets.page'> {
  const { rows, fate, removed, same, keepable } = removedView(before, after, step);
  const from = Math.min(offset, rows.length);
  const indexes = rows.subarray(from, from + limit);
  return {
    ...pageOfRows(before, indexes, { total: rows.length, offset: from }, names, people),
    before: null,
    removed: { fate: Uint8Array.from(indexes, (row) => fate[row] as number), removed, same: same === null ? null : { ...same, entity: entityOf(workspace, dataset, same.columns) }, keepable },
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
        const { tables } = workspace.datasets.get(dataset);
        const definition = workspace.datasets.definition(dataset);
        const keep = definition.recipe[step - 1]?.keep ?? [];
        const before = tables[Math.max(0, Math.min(step, tables.length) - 1)] as Table;
        const found = keptRowsIn(before, keep);
        const here = new Set(found.map((row) => originKey(before.origin.source[row] as number, before.origin.row[row] as number)));
        const names = fileNames(workspace);
        const people = { personal: personalColumns(tables, definition.recipe, Math.max(0, step - 1)), reveal, offsetOf: workspace.datasets.typingOptions(definition).offsetOf };
        return {
          rows: found.length === 0 ? pageOf(before, before.rows, 0, names, people) : pageOfRows(before, Uint32Array.from(found), { total: found.length, offset: 0 }, names, people),
          absent: keep.filter(({ source, row }) => !here.has(originKey(source, row))).map(({ source, row }) => ({ source, row, file: names(source) })),
        };
      }),
  };
}
