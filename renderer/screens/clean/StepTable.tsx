import { useCallback, useMemo, useRef, useState } from 'react';
import type { ColumnProfile } from '#contract/datasets';
import type { ViewSort } from '#contract/views';
import { formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { call, revision } from '../../state/engine.ts';
import { useGridLook } from '../../state/gridLooks.ts';
import { reveal } from '../../state/reveal.ts';
import { useStore } from '../../state/store.ts';
import { toast } from '../../state/toasts.ts';
import { useEngine } from '../../state/useEngine.ts';
import type { MenuAction } from '../../ui/ActionMenu.tsx';
import { DataGrid } from '../../ui/DataGrid.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { fitWidth, measureLike } from '../../ui/fitWidth.ts';
import type { GridColumn } from '../../ui/gridCells.ts';
import { lookedAt, withWidth } from '../../ui/gridLook.ts';
import type { GridHandle } from '../../ui/gridProps.ts';
import { BLOCK_ROWS, usePaged } from '../../ui/paging.ts';
import { usePagedPlace } from '../../ui/usePagedPlace.tsx';
import type { EditedCell } from './CellEditor.tsx';
import type { CellEdit } from './cellEdits.ts';
import { ChangedCell } from './ChangedCell.tsx';
import { cellLoader, editedCell, loadedTexts } from './loadedCells.ts';
import { FindBar } from './FindBar.tsx';
import { GridFooter } from './GridFooter.tsx';
import { GridTools } from './GridTools.tsx';
import { ProfileHead } from './ProfileHead.tsx';
import { pageCell } from './pageCell.ts';
import type { RecipePreview } from './recipePreview.ts';
import { SortBar } from './SortBar.tsx';
import { useCellChanges } from './useCellChanges.tsx';
import { useTableFind } from './useTableFind.ts';
import { viewActions } from './viewActions.tsx';

export type TableView = 'rows' | 'removed' | 'changed' | 'failing';

interface StepTableProps {
  readonly dataset: string;
  readonly step: number;
  readonly view: TableView;
  /** Steps to show instead of the table's own. */
  readonly preview: RecipePreview | null;
  /** For the view of failing rows: the check that they break. */
  readonly check?: number;
  /** Where the tools of the table stand. */
  readonly tools: HTMLElement | null;
  actions(column: string, type: string): readonly MenuAction[];
  /** A cell is to be set; absent where that cannot be. */
  onEdit?(cell: EditedCell): void;
  /** Several cells are to be set at once. */
  onCells?(edits: readonly CellEdit[], said: string): void;
  /** The order that is only seen is to become a step. */
  onSortStep(sort: ViewSort): void;
}

/** The table after a step, or the rows the step took away or changed. */
export function StepTable({ dataset, step, view, preview, check, tools, actions, onEdit, onCells, onSortStep }: StepTableProps) {
  const { t } = useWords();
  const now = useStore(revision);
  const shown = useStore(reveal);
  const [look, onLook] = useGridLook(dataset);
  const [sort, setSort] = useState<ViewSort | null>(null);
  const grid = useRef<GridHandle>(null);
  const area = useRef<HTMLDivElement>(null);
  const steps = preview === null || view === 'failing' ? {} : { steps: preview.steps };
  const request = { dataset, step, ...steps, view, reveal: shown, local: true, ...(check !== undefined && { check }), ...(sort !== null && { sort }) };
  const key = `${JSON.stringify(request)} ${now}`;
  const paged = usePaged(key, (offset, limit) => call('datasets.page', { ...request, offset, limit }));
  const { need, head } = paged;
  const all = useMemo<readonly GridColumn[]>(() => (head?.columns ?? []).map(({ name, type }) => ({ name, type })), [head]);
  const { shown: columns, frozen, hidden } = useMemo(() => lookedAt(all, look), [all, look]);
  const places = useMemo(() => new Map(all.map(({ name }, index) => [name, index])), [all]);
  const placeOf = (column: number) => places.get(columns[column]?.name ?? '') ?? -1;
  const profile = useEngine('datasets.profile', { dataset, step, ...steps, reveal: shown });
  const onView = useCallback((first: number, last: number) => need(first, last), [need]);
  const find = useTableFind(key, request, columns, grid);
  const changes = useCellChanges(request, columns, paged.total ?? 0, onCells);
  const place = usePagedPlace(paged, 8);
  if (head === null || paged.total === null || place !== undefined) return place;
  if (paged.total === 0)
    return <Empty title={view === 'removed' ? t('clean.noneRemoved') : view === 'changed' ? t('clean.noneChanged') : view === 'failing' ? t('check.noneFails') : t('grid.empty')} />;
  const { total } = paged;
  const profiles = new Map<string, ColumnProfile>((profile.data ?? []).map((one) => [one.name, one]));
  const sorted = sort !== null && places.has(sort.column) ? sort : null;
  const cell = (row: number, column: number) => {
    const block = paged.block(row);
    return block === undefined ? undefined : pageCell(block.columns, row % BLOCK_ROWS, placeOf(column));
  };
  const onFit = (column: GridColumn) => {
    if (area.current === null) return;
    const texts = loadedTexts(paged, total, places.get(column.name) ?? -1, column.type);
    const width = fitWidth(column.name, texts, measureLike(area.current.querySelector('.dg') ?? area.current));
    onLook((before) => withWidth(before, column.name, width));
  };
  const onOpen = (row: number, column: number) => {
    const found = editedCell(paged, row, placeOf(column));
    if (onEdit === undefined || found === undefined) return;
    if (found === null) toast(t('paste.rowComputed'));
    else onEdit(found);
  };
  return (
    <div className="tbl-area" ref={area} onKeyDown={find.onKeyDown}>
      <GridTools slot={tools} columns={all} look={look} onLook={onLook} onFind={find.open} />
      {find.text === null ? null : <FindBar find={find} hidden={hidden > 0} />}
      {sorted === null ? null : (
        <SortBar
          sort={sorted}
          onStep={() => {
            onSortStep(sorted);
            setSort(null);
          }}
          onClear={() => setSort(null)}
        />
      )}
      <DataGrid
        handle={grid}
        label={t('clean.data')}
        testId="step-table"
        asIs
        columns={columns}
        frozen={frozen}
        sort={sorted}
        total={total}
        onView={onView}
        load={cellLoader(request, columns)}
        sizing={{ onWidth: (column, width) => onLook((before) => withWidth(before, column.name, width)), onFit }}
        onPaste={changes.onPaste}
        onClear={changes.onClear}
        onOpen={onOpen}
        {...(find.marks !== undefined && { marks: find.marks })}
        headHeight={56}
        renderHead={(column) => (
          <ProfileHead
            name={column.name}
            type={column.type}
            profile={profiles.get(column.name)}
            order={sorted?.column === column.name ? (sorted.descending ? 'descending' : 'ascending') : null}
            actions={() => [...viewActions({ column, sort: sorted, frozen: look.frozen, alone: columns.length === 1, onSort: setSort, onLook, onFit }), ...actions(column.name, column.type)]}
          />
        )}
        rowClass={() => (view === 'removed' ? 'rm' : '')}
        rowLabel={(row) => {
          const number = paged.block(row)?.origin.row[row % BLOCK_ROWS];
          return view === 'removed' ? '−' : number === null || number === undefined ? formatNumber(row + 1) : formatNumber(number);
        }}
        cell={cell}
        renderCell={(row, column) => {
          const block = paged.block(row);
          if (view !== 'changed' || block === undefined || block.before === null) return undefined;
          return <ChangedCell columns={block.columns} before={block.before} row={row % BLOCK_ROWS} column={placeOf(column)} />;
        }}
        footer={(state) => <GridFooter {...state} total={total} columns={columns} request={request} tableKey={key} editable={onEdit !== undefined} />}
      />
      {changes.dialog}
    </div>
  );
}
