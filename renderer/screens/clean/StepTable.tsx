import { useCallback } from 'react';
import type { ColumnProfile, TablePage } from '#contract/import';
import type { Cell } from '#contract/values';
import { formatCell, formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { call, revision } from '../../state/engine.ts';
import { reveal } from '../../state/reveal.ts';
import { useStore } from '../../state/store.ts';
import { useEngine } from '../../state/useEngine.ts';
import type { MenuAction } from '../../ui/ActionMenu.tsx';
import { Skeleton, useSlow } from '../../ui/Await.tsx';
import type { LoadCells } from '../../ui/copyBlock.ts';
import { DataGrid } from '../../ui/DataGrid.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { BLOCK_ROWS, usePaged } from '../../ui/paging.ts';
import type { EditedCell } from './CellEditor.tsx';
import { ProfileHead } from './ProfileHead.tsx';
import type { RecipePreview } from './recipePreview.ts';

export type TableView = 'rows' | 'removed' | 'changed' | 'failing';

/** A value of a page; missing numbers are NaN there. */
export function pageCell(columns: TablePage['columns'], row: number, column: number): Cell | undefined {
  const value = columns[column]?.values[row];
  return typeof value === 'number' && Number.isNaN(value) ? null : value;
}

interface StepTableProps {
  readonly dataset: string;
  readonly step: number;
  readonly view: TableView;
  /** Steps to show instead of the table's own. */
  readonly preview: RecipePreview | null;
  /** For the view of failing rows: the check that they break. */
  readonly check?: number;
  actions(column: string, type: string): readonly MenuAction[];
  /** A cell is to be set; absent where that cannot be. */
  onEdit?(cell: EditedCell): void;
}

/** The table after a step, or the rows the step took away or changed. */
export function StepTable({ dataset, step, view, preview, check, actions, onEdit }: StepTableProps) {
  const { t } = useWords();
  const now = useStore(revision);
  const shown = useStore(reveal);
  const steps = preview === null || view === 'failing' ? {} : { steps: preview.steps };
  const paged = usePaged(`${dataset} ${step} ${view} ${check} ${shown} ${now} ${JSON.stringify(steps)}`, (offset, limit) =>
    call('datasets.page', { dataset, step, ...steps, view, offset, limit, reveal: shown, local: true, ...(check !== undefined && { check }) }),
  );
  const load: LoadCells = async (first, last, wanted) => {
    const page = await call('datasets.page', {
      dataset,
      step,
      ...steps,
      view,
      offset: first,
      limit: last - first + 1,
      columns: wanted.map(({ name }) => name),
      reveal: shown,
      local: true,
      ...(check !== undefined && { check }),
    });
    const places = (head?.columns ?? []).map(({ name }) => page.columns.findIndex((one) => one.name === name));
    return (row, column) => pageCell(page.columns, row - page.offset, places[column] ?? -1);
  };
  const profile = useEngine('datasets.profile', { dataset, step, ...steps, reveal: shown });
  const { need, head } = paged;
  const onView = useCallback((first: number, last: number) => need(first, last), [need]);
  const slow = useSlow(head === null && paged.error === null);
  if (paged.error !== null) {
    return (
      <div className="pad">
        <ErrorPanel error={paged.error} />
      </div>
    );
  }
  if (head === null || paged.total === null) return slow ? <Skeleton lines={8} /> : null;
  if (paged.total === 0)
    return <Empty title={view === 'removed' ? t('clean.noneRemoved') : view === 'changed' ? t('clean.noneChanged') : view === 'failing' ? t('check.noneFails') : t('grid.empty')} />;
  const columns = head.columns.map(({ name, type }) => ({ name, type }));
  const profiles = new Map<string, ColumnProfile>((profile.data ?? []).map((one) => [one.name, one]));
  return (
    <DataGrid
      label={t('clean.data')}
      testId="step-table"
      asIs
      columns={columns}
      total={paged.total}
      onView={onView}
      load={load}
      {...(onEdit !== undefined && {
        onOpen: (row: number, column: number) => {
          const block = paged.block(row);
          const found = block?.columns[column];
          const source = block?.origin.source[row % BLOCK_ROWS] ?? 0;
          const fileRow = block?.origin.row[row % BLOCK_ROWS];
          // Rows that were computed come from no file: there is no cell to name.
          if (block === undefined || found === undefined || source === 0 || fileRow === null || fileRow === undefined) return;
          onEdit({ source, row: fileRow, file: block.origin.file[row % BLOCK_ROWS] ?? null, column: found.name, type: found.type, value: pageCell(block.columns, row % BLOCK_ROWS, column) ?? null });
        },
      })}
      headHeight={56}
      renderHead={(column) => <ProfileHead name={column.name} type={column.type} profile={profiles.get(column.name)} actions={actions(column.name, column.type)} />}
      rowClass={() => (view === 'removed' ? 'rm' : '')}
      rowLabel={(row) => {
        const block = paged.block(row);
        const number = block?.origin.row[row % BLOCK_ROWS];
        return view === 'removed' ? '−' : number === null || number === undefined ? formatNumber(row + 1) : formatNumber(number);
      }}
      cell={(row, column) => {
        const block = paged.block(row);
        return block === undefined ? undefined : pageCell(block.columns, row % BLOCK_ROWS, column);
      }}
      renderCell={(row, column) => {
        const block = paged.block(row);
        if (view !== 'changed' || block === undefined || block.before === null) return undefined;
        const name = block.columns[column]?.name;
        const old = block.before.findIndex((one) => one.name === name);
        const was = old === -1 ? null : pageCell(block.before, row % BLOCK_ROWS, old);
        const is = pageCell(block.columns, row % BLOCK_ROWS, column);
        if (was === is || (old === -1 && is === undefined)) return undefined;
        const type = block.columns[column]?.type ?? 'text';
        return (
          <span className="changed">
            <del>{formatCell(was, block.before[old]?.type ?? type)}</del> <ins>{formatCell(is, type)}</ins>
          </span>
        );
      }}
    />
  );
}
