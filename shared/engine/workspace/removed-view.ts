import type { RecipeStep } from '#contract/documents';
import { keptRowsIn, stepById } from '../clean/index.ts';
import { alignRows } from '../table/align.ts';
import { groupRows, rowsOfGroups } from '../table/groups.ts';
import { columnOf, type Table } from '../table/table.ts';

export const STAYS = 0;
export const GONE = 1;
export const BY_HAND = 2;

/** The rows a step took away, in the order in which they are shown, among those they are equal to. */
export interface RemovedView {
  /** Rows of the table before the step. */
  readonly rows: Uint32Array;
  /** Of every row before the step: {@link STAYS}, {@link GONE} or {@link BY_HAND}. */
  readonly fate: Uint8Array;
  readonly removed: number;
  readonly same: { readonly columns: readonly string[]; readonly groups: number } | null;
  readonly keepable: boolean;
}

/** Views by the table after the step; the step itself never changes for one. */
const known = new WeakMap<Table, { readonly before: Table; readonly step: string; readonly view: RemovedView }>();

/** What a step took away: found once, then paged. */
export function removedView(before: Table, after: Table, step: RecipeStep | undefined): RemovedView {
  const kept = known.get(after);
  const key = JSON.stringify(step);
  if (kept !== undefined && kept.before === before && kept.step === key) return kept.view;
  const view = viewOf(before, after, step);
  known.set(after, { before, step: key, view });
  return view;
}

function viewOf(before: Table, after: Table, step: RecipeStep | undefined): RemovedView {
  if (before === after || step === undefined) return { rows: new Uint32Array(0), fate: new Uint8Array(before.rows), removed: 0, same: null, keepable: false };
  const { gone: fate, subset } = alignRows(before, after);
  let removed = 0;
  for (const one of fate) removed += one;
  for (const row of keptRowsIn(before, step.keep ?? [])) if (fate[row] === STAYS) fate[row] = BY_HAND;
  const columns = sameBy(before, step);
  const grouped = columns.length === 0 || removed === 0 ? null : besideEqualRows(before, fate, columns);
  return { rows: grouped?.rows ?? marked(fate, removed), fate, removed, same: grouped === null ? null : { columns, groups: grouped.groups }, keepable: subset };
}

/** The columns in which rows are equal to a step, as far as the table has them. */
function sameBy(before: Table, step: RecipeStep): readonly string[] {
  const columns = stepById(step.step)?.sameBy?.(step.params) ?? [];
  return columns.every((name) => columnOf(before, name) !== undefined) ? columns : [];
}

/** Groups of equal rows that lose some, in the order of the table: first what stays, then what goes. */
function besideEqualRows(before: Table, fate: Uint8Array, columns: readonly string[]): { rows: Uint32Array; groups: number } {
  const groups = groupRows(
    columns.flatMap((name) => columnOf(before, name) ?? []),
    before.rows,
  );
  const { starts, rows } = rowsOfGroups(groups);
  const loses = new Uint8Array(groups.count);
  let count = 0;
  for (let row = 0; row < before.rows; row++) if (fate[row] === GONE) loses[groups.of[row] as number] = 1;
  for (let group = 0; group < groups.count; group++) if (loses[group] === 1) count += (starts[group + 1] as number) - (starts[group] as number);
  const shown = new Uint32Array(count);
  let at = 0;
  let lost = 0;
  for (let group = 0; group < groups.count; group++) {
    if (loses[group] === 0) continue;
    lost++;
    const end = starts[group + 1] as number;
    for (let i = starts[group] as number; i < end; i++) if (fate[rows[i] as number] !== GONE) shown[at++] = rows[i] as number;
    for (let i = starts[group] as number; i < end; i++) if (fate[rows[i] as number] === GONE) shown[at++] = rows[i] as number;
  }
  return { rows: shown, groups: lost };
}

function marked(fate: Uint8Array, removed: number): Uint32Array {
  const rows = new Uint32Array(removed);
  let at = 0;
  for (let row = 0; row < fate.length; row++) if (fate[row] === GONE) rows[at++] = row;
  return rows;
}
