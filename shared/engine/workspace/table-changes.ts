import type { ChangesReply, ChangesRequest, ChangesView, ColumnChange, TableMoment } from '#contract/changes';
import { SuanpanError } from '#contract/errors';
import type { Work } from '../ports.ts';
import { changedCells, pairRows } from '../table/compare.ts';
import { type Column, columnOf, NO_ROW, type Table, withName } from '../table/table.ts';
import { chosenMasking, type PersonalColumns, personalColumns } from './personal-columns.ts';
import { renamedSince } from './renamed-then.ts';
import { stateAt } from './table-moments.ts';
import type { Workspace } from './workspace.ts';

/** A table then and now, and which rows are what. */
export interface Comparison {
  readonly reply: ChangesReply;
  /** Its columns are called as they are called now, where a step has renamed them. */
  readonly past: Table;
  readonly now: Table;
  /** Rows now that are new or changed, rows then that are gone. */
  readonly rows: Readonly<Record<ChangesView, Uint32Array>>;
  readonly thenOf: Uint32Array;
  /** Columns about people. */
  readonly personal: { readonly past: PersonalColumns; readonly now: PersonalColumns };
}

/** Compares tables with what they were; the last answer is kept as long as nothing changes. */
export class TableChanges {
  readonly #workspace: Workspace;
  #last: { readonly key: string; readonly comparison: Comparison } | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** @throws SuanpanError `not-found` when the table was not there then; `workspace-damaged` when a file of that time is missing */
  async compare(request: ChangesRequest, work: Work): Promise<Comparison> {
    const { datasets } = this.#workspace;
    const { dataset } = request;
    const key = JSON.stringify([request, datasets.hashOf(datasets.definition(dataset))]);
    if (this.#last?.key === key) return this.#last.comparison;
    const { moment, state } = stateAt(this.#workspace, dataset, request.n);
    const total = 4;
    const tell = async (done: number, en: string, zh: string) => {
      work.progress({ done, total, note: { en, zh } });
      await work.breathe();
      work.signal.throwIfAborted();
    };
    await tell(0, 'Building the table as it is', '正在生成当前的表');
    const now = datasets.table(dataset);
    await tell(1, 'Building the table as it was', '正在生成当时的表');
    const definition = state.datasets[dataset];
    if (definition === undefined) throw new SuanpanError({ code: 'not-found', message: { en: 'The table was not there yet', zh: '当时还没有该表' } });
    const built = datasets.former({ ...this.#place(), state }).get(dataset);
    const failed = built.results.find((result) => result.state === 'error');
    if (failed?.error != null)
      throw new SuanpanError({
        code: 'invalid-document',
        message: { en: `The recipe of that time does not run: ${failed.error.en}`, zh: `当时的步骤无法执行：${failed.error.zh}` },
        hint: { en: 'Choose another moment', zh: '请选择其他时间' },
      });
    await tell(2, 'Finding rows again', '正在匹配行');
    const after = datasets.get(dataset);
    const { recipe } = datasets.definition(dataset);
    const last = built.tables.at(-1) as Table;
    const renamed = renamedSince({ first: built.tables[0] as Table, last, recipe: definition.recipe }, { first: after.tables[0] as Table, last: now, recipe });
    const called = (name: string) => renamed.get(name) ?? name;
    const past = { ...last, columns: last.columns.map((column) => withName(column, called(column.name))) };
    const comparison = await compareTables({ past, now, renamed }, request.key, moment, () => tell(3, 'Comparing cells', '正在比较单元格'));
    const personal = {
      past: new Map([...personalColumns(built.tables, definition.recipe, definition.recipe.length, chosenMasking(state.datasets, dataset))].map(([name, how]) => [called(name), how])),
      now: personalColumns(after.tables, recipe, recipe.length, chosenMasking(this.#workspace.state.datasets, dataset)),
    };
    this.#last = { key, comparison: { ...comparison, personal } };
    return this.#last.comparison;
  }

  #place() {
    const { database, ports, freshSources, secret, revision } = this.#workspace;
    return { database, ports, freshSources, secret, revision };
  }
}

interface Sides {
  readonly past: Table;
  readonly now: Table;
  /** Columns of `past` that were called otherwise: name then → name now. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** @param breathe awaited between columns */
export async function compareTables({ past: then, now, renamed }: Sides, wanted: readonly string[], moment: TableMoment, breathe: () => Promise<void>): Promise<Omit<Comparison, 'personal'>> {
  const nameThen = new Map([...renamed].map(([name, next]) => [next, name]));
  const key = wanted.filter((name) => columnOf(then, name) !== undefined && columnOf(now, name) !== undefined);
  const { thenOf, found, repeated } = pairRows(then, now, key);
  const marks = new Uint8Array(now.rows);
  const columns: ColumnChange[] = [];
  for (const column of now.columns) {
    await breathe();
    const old = columnOf(then, column.name);
    const changed = old === undefined ? 0 : changedCells(old, column, thenOf, marks);
    columns.push({
      name: column.name,
      nameThen: nameThen.get(column.name) ?? null,
      state: old === undefined ? 'added' : old.type === column.type ? 'same' : 'retyped',
      typeThen: old?.type ?? null,
      typeNow: column.type,
      changed,
      sumThen: old === undefined ? null : sumOf(old),
      sumNow: sumOf(column),
    });
  }
  for (const column of then.columns)
    if (columnOf(now, column.name) === undefined)
      columns.push({ name: column.name, nameThen: null, state: 'lost', typeThen: column.type, typeNow: null, changed: 0, sumThen: sumOf(column), sumNow: null });
  const rows = {
    added: rowsWhere(now.rows, (row) => thenOf[row] === NO_ROW),
    removed: rowsWhere(then.rows, (row) => found[row] === 0),
    changed: rowsWhere(now.rows, (row) => marks[row] === 1),
  };
  const { n, at, title } = moment;
  const reply: ChangesReply = {
    past: { n, at, title, rows: then.rows },
    rows: now.rows,
    added: rows.added.length,
    removed: rows.removed.length,
    changed: rows.changed.length,
    same: now.rows - rows.added.length - rows.changed.length,
    key,
    repeated,
    columns,
  };
  return { reply, past: then, now, rows, thenOf };
}

const SUMMED = new Set(['int', 'number', 'money']);

function sumOf(column: Column): number | null {
  if (column.kind !== 'number' || !SUMMED.has(column.type)) return null;
  let sum = 0;
  for (const value of column.values) if (!Number.isNaN(value)) sum += value;
  return sum;
}

function rowsWhere(rows: number, holds: (row: number) => boolean): Uint32Array {
  let count = 0;
  for (let row = 0; row < rows; row++) if (holds(row)) count++;
  const found = new Uint32Array(count);
  let at = 0;
  for (let row = 0; row < rows; row++) if (holds(row)) found[at++] = row;
  return found;
}
