import type { ForeignDatabase, IsolatedProgress, PlainTable, PlainTables, SkippedView } from '../../ports.ts';
import { packTable } from './plain-table.ts';
import { TypedRows } from './typed-rows.ts';

/** What no database but a workspace of ours has. */
export const WORKSPACE_TABLE = 'sp_sources';
/** What is told when the file is one. */
export const IS_WORKSPACE = 'a workspace';

/**
 * Reads the tables of a database, and its views where these are wanted. To be run where it can be ended: a view may never end.
 *
 * @throws Error {@link IS_WORKSPACE}
 */
export function extractSqlite(database: ForeignDatabase, { table: wanted, views }: { readonly table?: string; readonly views: boolean }, told: (progress: IsolatedProgress) => void): PlainTables {
  const all = database.tables();
  if (all.some(({ name }) => name === WORKSPACE_TABLE)) throw new Error(IS_WORKSPACE);
  const chosen = all.filter(({ name, isView }) => (wanted === undefined || wanted === name) && (views || !isView));
  const tables: PlainTable[] = [];
  const skipped: SkippedView[] = [];
  for (const [position, { name, isView, isVirtual }] of chosen.entries()) {
    told({ share: position / chosen.length, ...(isView && { at: name }) });
    try {
      const rows = readRows(database, name);
      if (rows.rows > 0) tables.push(packTable(rows, name));
    } catch (thrown) {
      // A view may stand on a table that is not there any more, a virtual table on a module; what is in the file are its tables.
      if (!(isView || isVirtual) || name === wanted) throw thrown;
      skipped.push({ name, isVirtual, why: thrown instanceof Error ? thrown.message : String(thrown) });
    }
  }
  if (tables.length === 0 && skipped[0] !== undefined) throw new Error(skipped[0].why ?? skipped[0].name);
  return { tables, partial: false, skipped };
}

function readRows(database: ForeignDatabase, table: string): TypedRows {
  const { names, rows: cells } = database.read(table);
  const rows = new TypedRows(names);
  for (const row of cells) rows.add(row);
  return rows;
}
