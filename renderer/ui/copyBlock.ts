import { formatCell, formatNumber } from '../format/numbers.ts';
import { words } from '../i18n/index.ts';
import { runJob } from '../state/jobs.ts';
import { toast } from '../state/toasts.ts';
import { writeClipboard } from './clipboard.ts';
import { COPY_CELLS, type CellReader, copyable, copyLines, headingLine, withHeadings } from './copyCells.ts';
import { type CellBlock, columnsOf, rowsOf } from './gridBlocks.ts';
import type { GridColumn } from './gridCells.ts';

/** Fetches the cells of some rows, `last` included. */
export type LoadCells = (first: number, last: number, columns: readonly GridColumn[]) => Promise<CellReader>;

/** Rows that are fetched at once. */
const CHUNK = 5000;

/** Copies a block as it is shown. What is not loaded is fetched, and it is told when not all of it was taken. */
export async function copyBlock(block: CellBlock, columns: readonly GridColumn[], cell: CellReader, load: LoadCells | undefined): Promise<void> {
  const { t } = words();
  const taken = copyable(block);
  const headings = withHeadings(taken);
  const start = headings ? [headingLine(taken, columns)] : [];
  let lines: string[] | undefined;
  if (load === undefined || isLoaded(taken, cell)) lines = copyLines(taken, columns, cell, formatCell);
  else
    lines = await runJob(t('grid.copying'), async ({ signal, onProgress }) => {
      const all: string[] = [];
      for (let first = taken.top; first <= taken.bottom; first += CHUNK) {
        signal?.throwIfAborted();
        const last = Math.min(taken.bottom, first + CHUNK - 1);
        const read = await load(first, last, columns.slice(taken.left, taken.right + 1));
        // One by one: a million arguments are too many for a call.
        for (const line of copyLines({ ...taken, top: first, bottom: last }, columns, read, formatCell)) all.push(line);
        onProgress?.({ done: last - taken.top + 1, total: rowsOf(taken), note: { en: '', zh: '' } });
      }
      return all;
    });
  if (lines === undefined) return;
  await put([...start, ...lines].join('\n'), headings, block, taken);
}

async function put(text: string, headings: boolean, block: CellBlock, taken: CellBlock): Promise<void> {
  const { t } = words();
  if (!(await writeClipboard(text, headings))) {
    // Fetching took so long that the press of the key no longer counts: one more is asked for.
    toast(t('grid.copyReady'), { group: 'copy', action: { label: t('grid.copy'), run: () => void put(text, headings, block, taken) } });
    return;
  }
  const copied = { rows: rowsOf(taken), columns: columnsOf(taken) };
  if (taken !== block) toast(t('grid.copiedPart', { ...copied, of: rowsOf(block), most: formatNumber(COPY_CELLS) }), { group: 'copy' });
  else if (headings) toast(t('grid.copied', copied), { group: 'copy' });
}

function isLoaded({ top, bottom, left }: CellBlock, cell: CellReader): boolean {
  // Blocks of rows are loaded together; longer ones than a few screens are never all there.
  if (bottom - top > 20_000) return false;
  for (let row = top; row <= bottom; row++) if (cell(row, left) === undefined) return false;
  return true;
}
