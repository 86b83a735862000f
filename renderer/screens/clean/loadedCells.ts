import type { TablePage } from '#contract/datasets';
import type { Request } from '#contract/methods';
import { formatCell } from '../../format/numbers.ts';
import { call } from '../../state/engine.ts';
import type { LoadCells } from '../../ui/copyBlock.ts';
import type { GridColumn } from '../../ui/gridCells.ts';
import { BLOCK_ROWS, type Paged } from '../../ui/paging.ts';
import type { EditedCell } from './CellEditor.tsx';
import { pageCell } from './pageCell.ts';

type Blocks = Pick<Paged<TablePage>, 'block'>;

/** A cell that is to be edited; `undefined` while it is not loaded, `null` where the row was computed: it comes from no file, and there is no cell to name. */
export function editedCell({ block }: Blocks, row: number, place: number): EditedCell | null | undefined {
  const page = block(row);
  const at = row % BLOCK_ROWS;
  const column = page?.columns[place];
  if (page === undefined || column === undefined) return undefined;
  const source = page.origin.source[at] ?? 0;
  const fileRow = page.origin.row[at] ?? null;
  if (source === 0 || fileRow === null) return null;
  return { source, row: fileRow, file: page.origin.file[at] ?? null, column: column.name, type: column.type, value: pageCell(page.columns, at, place) ?? null };
}

/** The texts of a column in the rows that are loaded. */
export function loadedTexts({ block }: Blocks, total: number, place: number, type: string): string[] {
  const texts: string[] = [];
  for (let first = 0; first < total; first += BLOCK_ROWS) {
    const page = block(first);
    for (let row = 0; row < (page?.origin.row.length ?? 0); row++) texts.push(formatCell(pageCell(page?.columns ?? [], row, place), type));
  }
  return texts;
}

/** Fetches cells of a view that are not loaded, of the wanted columns only. */
export function cellLoader(request: Request<'datasets.page'>, columns: readonly GridColumn[]): LoadCells {
  return async (first, last, wanted) => {
    const page = await call('datasets.page', { ...request, offset: first, limit: last - first + 1, columns: wanted.map(({ name }) => name) });
    const there = new Map(page.columns.map(({ name }, index) => [name, index]));
    return (row, column) => pageCell(page.columns, row - page.offset, there.get(columns[column]?.name ?? '') ?? -1);
  };
}
