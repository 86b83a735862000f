import { SuanpanError } from '#contract/errors';
import type { SourceTable } from '../import/index.ts';
import { loadColumn } from '../store/columns.ts';
import type { Database } from '../store/database.ts';
import { RawCells } from '../table/raw-cells.ts';
import type { Column, Table, TextColumn } from '../table/table.ts';

/** Rows from which on cells as they stood in the file are not worth their memory: they are in the store. */
const LARGE = 100_000;

/** A column of texts, and where in the store it is; `null` where it is nowhere as it is, or too small to be fetched from there. */
export interface TextsInStore {
  readonly column: TextColumn;
  readonly stored: { readonly owner: string; readonly position: number } | null;
}

/**
 * The columns of a table that was put together of sources.
 *
 * @param only where there is but one: its columns are the source's own, unless something had to be brought in line
 */
export function textsInStore(table: Table, only: SourceTable | undefined): TextsInStore[] {
  const source = table.rows >= LARGE ? only : undefined;
  return (table.columns as readonly TextColumn[]).map((column) => {
    const position = source?.table.columns.findIndex((own) => own.kind === 'text' && own.codes === column.codes && own.dictionary === column.dictionary) ?? -1;
    return { column, stored: source === undefined || position < 0 ? null : { owner: `source:${source.source}`, position } };
  });
}

/**
 * A column that was read as its type, without the cells it was read from where these are in the store: they are fetched when somebody asks
 * for them. A column that has the same cells keeps them.
 */
export function withStoredRaw(database: Database, column: Column, { column: texts, stored }: TextsInStore): Column {
  const isSame = column.kind === 'text' && column.dictionary === texts.dictionary && column.codes === texts.codes;
  if (stored === null || isSame || column.raw === undefined) return column;
  return { ...column, raw: fetchedRaw(database, stored, { name: texts.name, rows: texts.codes.length, examples: column.raw.examples }) };
}

/** A function of its own: what a function that makes another one mentions stays in memory as long as that one. */
function fetchedRaw(
  database: Database,
  { owner, position }: NonNullable<TextsInStore['stored']>,
  { name, rows, examples }: { readonly name: string; readonly rows: number; readonly examples: readonly string[] },
): RawCells {
  return RawCells.elsewhere({
    name,
    examples,
    column() {
      const found = loadColumn(database, owner, position, rows);
      if (found.kind === 'text') return { ...found, name };
      throw new SuanpanError({ code: 'workspace-damaged', message: { en: `The cells of ${name} are not stored as texts`, zh: `“${name}”的单元格未按文本存储` } });
    },
  });
}
