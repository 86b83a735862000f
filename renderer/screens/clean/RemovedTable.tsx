import { useCallback, useState } from 'react';
import type { ColumnProfile } from '#contract/datasets';
import type { RecipeReply } from '#contract/recipe';
import { formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { call, revision } from '../../state/engine.ts';
import { runJob } from '../../state/jobs.ts';
import { reveal } from '../../state/reveal.ts';
import { useStore } from '../../state/store.ts';
import { useEngine } from '../../state/useEngine.ts';
import type { MenuAction } from '../../ui/ActionMenu.tsx';
import { DataGrid } from '../../ui/DataGrid.tsx';
import { Empty } from '../../ui/Empty.tsx';
import type { GridSelection } from '../../ui/gridCells.ts';
import { BLOCK_ROWS, usePaged } from '../../ui/paging.ts';
import { usePagedPlace } from '../../ui/usePagedPlace.tsx';
import { keepable, keepRows } from './keptActions.ts';
import { ProfileHead } from './ProfileHead.tsx';
import type { RecipePreview } from './recipePreview.ts';
import { RemovedLine } from './RemovedLine.tsx';
import { pageCell } from './pageCell.ts';

/** More rows than this at once are a matter for the step itself. */
const MOST_KEPT = 5000;

interface RemovedTableProps {
  readonly recipe: RecipeReply;
  /** Number of the step, from 1. */
  readonly step: number;
  /** Steps that are looked at before they are taken: their rows cannot be kept yet. */
  readonly preview: RecipePreview | null;
  actions(column: string, type: string): readonly MenuAction[];
}

/** The rows a step takes away, under those that stay of the same key; any of them can be kept. */
export function RemovedTable({ recipe, step, preview, actions }: RemovedTableProps) {
  const { t } = useWords();
  const { dataset } = recipe;
  const now = useStore(revision);
  const shown = useStore(reveal);
  const [selection, setSelection] = useState<GridSelection | null>(null);
  const steps = preview === null ? {} : { steps: preview.steps };
  const load = (offset: number, limit: number) => call('datasets.page', { dataset, step, ...steps, view: 'removed', offset, limit, reveal: shown, local: true });
  const paged = usePaged(`${dataset} ${step} ${shown} ${now} ${JSON.stringify(steps)}`, load);
  const profile = useEngine('datasets.profile', { dataset, step, ...steps, reveal: shown });
  const { need, head } = paged;
  const onView = useCallback((first: number, last: number) => need(first, last), [need]);
  const place = usePagedPlace(paged, 8);
  if (head === null || paged.total === null || place !== undefined) return place;
  if (paged.total === 0 || head.removed === undefined) return <Empty title={t('clean.noneRemoved')} />;
  const fate = (row: number) => paged.block(row)?.removed?.fate[row % BLOCK_ROWS];
  const first = selection === null ? -1 : Math.min(selection.row, selection.anchorRow);
  const last = selection === null ? -1 : Math.min(paged.total - 1, Math.max(selection.row, selection.anchorRow));
  let chosen = 0;
  if (selection !== null && last - first < MOST_KEPT) for (let row = first; row <= last; row++) if (fate(row) === 1) chosen++;
  const keep = async () => {
    if (chosen === 0) return;
    const page = await runJob(t('kept.running'), () => load(first, last - first + 1));
    if (page?.removed === undefined) return;
    const rows = keepable(page.removed, page.origin, 0, last - first);
    // The same cells hold other rows then: they are to be chosen anew.
    setSelection(null);
    if (rows.length > 0) await keepRows(recipe, step, rows);
  };
  const profiles = new Map<string, ColumnProfile>((profile.data ?? []).map((one) => [one.name, one]));
  return (
    <>
      <RemovedLine removed={head.removed} isTaken={preview === null} chosen={chosen} onKeep={() => void keep()} />
      <DataGrid
        label={t('clean.tab.removed')}
        testId="step-table"
        asIs
        columns={head.columns.map(({ name, type }) => ({ name, type }))}
        total={paged.total}
        onView={onView}
        onSelect={setSelection}
        {...(head.removed.keepable && preview === null && { onOpen: () => void keep() })}
        headHeight={56}
        renderHead={(column) => <ProfileHead name={column.name} type={column.type} profile={profiles.get(column.name)} order={null} actions={() => actions(column.name, column.type)} />}
        rowClass={(row) => (fate(row) === 1 ? 'rm' : `kp${row > 0 && fate(row - 1) === 1 ? ' grp' : ''}${fate(row) === 2 ? ' hand' : ''}`)}
        rowLabel={(row) => {
          const number = paged.block(row)?.origin.row[row % BLOCK_ROWS];
          const text = number === null || number === undefined ? '' : formatNumber(number);
          return fate(row) === 1 ? `− ${text}` : fate(row) === 2 ? `✓ ${text}` : text;
        }}
        cell={(row, column) => {
          const block = paged.block(row);
          return block === undefined ? undefined : pageCell(block.columns, row % BLOCK_ROWS, column);
        }}
      />
    </>
  );
}
