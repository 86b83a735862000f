import { type ReactNode, useState } from 'react';
import type { Request } from '#contract/methods';
import { formatCell, formatNumber } from '../../format/numbers.ts';
import { words } from '../../i18n/index.ts';
import { call } from '../../state/engine.ts';
import { runJob } from '../../state/jobs.ts';
import { toast } from '../../state/toasts.ts';
import { hasOwnHeadings } from '../../ui/clipboard.ts';
import { written } from '../../ui/copyCells.ts';
import { type CellBlock, cellsOf, rowsOf } from '../../ui/gridBlocks.ts';
import type { GridColumn } from '../../ui/gridCells.ts';
import type { CellEdit } from './cellEdits.ts';
import { byColumn, type Candidate, parseCells, pasteTarget, planOf } from './pastePlan.ts';
import { PasteDialog, type PasteProposal } from './PasteDialog.tsx';
import { pageCell } from './pageCell.ts';

/** More cells than this are no work of hands: they would make a recipe nobody can read. */
export const MOST_CELLS = 20_000;
const CHUNK = 5000;

type ViewRequest = Omit<Request<'datasets.page'>, 'offset' | 'limit' | 'columns'>;

interface CellChanges {
  onPaste(block: CellBlock, text: string): void;
  onClear(block: CellBlock): void;
  /** The dialog that asks, while it does. */
  readonly dialog: ReactNode;
}

/**
 * Pastes into cells and empties them, as one step.
 *
 * @param onCells sets cells; absent where that cannot be, which is said
 */
export function useCellChanges(request: ViewRequest, columns: readonly GridColumn[], total: number, onCells: ((edits: readonly CellEdit[], said: string) => void) | undefined): CellChanges {
  const [proposal, setProposal] = useState<PasteProposal | null>(null);
  const done = (kind: PasteProposal['kind'], edits: readonly CellEdit[]) => {
    setProposal(null);
    onCells?.(edits, words().t(kind === 'paste' ? 'paste.done' : 'paste.emptied', { n: edits.length }));
  };
  const propose = async (kind: PasteProposal['kind'], block: CellBlock, beyond: number, value: (row: number, column: number) => string) => {
    const { t } = words();
    if (onCells === undefined) return toast(t('paste.notHere'));
    if (cellsOf(block) > MOST_CELLS) return toast(t('paste.tooMany', { n: cellsOf(block), most: MOST_CELLS }));
    const found = await runJob(t('paste.working'), () => proposalOf(kind, request, columns, block, beyond, value));
    if (found === undefined) return;
    const { edits, computed, same } = found;
    const alone = cellsOf(block) === 1;
    if (alone && computed > 0) toast(t('paste.rowComputed'));
    else if (edits.length === 0 && same === cellsOf(block)) toast(t('paste.same', { n: same }));
    else if (edits.length > 0 && (alone || (kind === 'empty' && computed === 0)) && beyond === 0) done(kind, edits);
    else setProposal(found);
  };
  return {
    onPaste: (selected, text) => {
      const cells = parseCells(text);
      const target = pasteTarget(selected, hasOwnHeadings(text) && cells.length > 1 ? cells.slice(1) : cells, total, columns.length);
      void propose('paste', target.block, target.beyond, target.value);
    },
    onClear: (block) => void propose('empty', block, 0, () => ''),
    dialog: proposal === null ? null : <PasteDialog proposal={proposal} onSet={(edits) => done(proposal.kind, edits)} onClose={() => setProposal(null)} />,
  };
}

async function proposalOf(
  kind: PasteProposal['kind'],
  request: ViewRequest,
  columns: readonly GridColumn[],
  block: CellBlock,
  beyond: number,
  value: (row: number, column: number) => string,
): Promise<PasteProposal> {
  const { t } = words();
  const wanted = columns.slice(block.left, block.right + 1);
  const candidates: Candidate[] = [];
  for (let first = block.top; first <= block.bottom; first += CHUNK) {
    const page = await call('datasets.page', { ...request, offset: first, limit: Math.min(CHUNK, rowsOf(block) - (first - block.top)), columns: wanted.map(({ name }) => name) });
    const places = wanted.map(({ name }) => page.columns.findIndex((one) => one.name === name));
    page.origin.source.forEach((source, at) => {
      const row = page.origin.row[at] ?? null;
      wanted.forEach(({ name, type }, column) => {
        candidates.push({
          label: formatNumber(row ?? first + at + 1),
          column: name,
          origin: source === 0 || row === null ? null : { source, row },
          old: written(pageCell(page.columns, at, places[column] ?? -1), type, formatCell),
          value: value(first - block.top + at, column),
        });
      });
    });
  }
  const plan = planOf(candidates, request.reveal !== true);
  const groups = byColumn(plan.edits);
  const { dataset, step } = request;
  const fit = groups.length === 0 ? [] : await call('datasets.fit', { dataset, ...(step !== undefined && { step }), columns: groups.map(({ name, values }) => ({ name, values })) });
  const refused: PasteProposal['refused'][number][] = [];
  const kept = new Set<unknown>();
  for (const { name, type, refused: places } of fit) {
    const group = groups.find((one) => one.name === name);
    for (const place of places) {
      const edit = group?.edits[place];
      if (edit === undefined) continue;
      kept.add(edit);
      refused.push({ column: name, label: edit.label, value: edit.value, type: t(`type.${type}`) });
    }
  }
  return { ...plan, kind, beyond, refused, edits: plan.edits.filter((edit) => !kept.has(edit)) };
}
