import { useEffect, useId, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { maskPersonal } from '#contract/personal';
import type { Cell } from '#contract/values';
import { formatCell, formatNumber } from '../format/numbers.ts';
import { usePreferences } from '../state/preferences.ts';
import { copyBlock, type LoadCells } from './copyBlock.ts';
import { GridHead } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import { atCell, blockOf, clampSelection, selectionAt } from './gridBlocks.ts';
import type { GridSelection } from './gridCells.ts';
import { gridLayout, scrollingColumns, scrollToColumn } from './gridLayout.ts';
import type { DataGridProps } from './gridProps.ts';
import { rowsInSight, rowWindow, scrollToRow } from './gridWindow.ts';
import { useGridKeys } from './useGridKeys.ts';
import { useGridPointer } from './useGridPointer.ts';
import { useGridPaste } from './useGridPaste.ts';
import { useSize } from './useSize.ts';

const ROW_HEIGHTS = { compact: 24, regular: 28, roomy: 34 } as const;
/** Room for row numbers up to a million, and beyond. */
const labelWidth = (letters: number) => (letters < 9 ? 58 : 74);

/** A table of any length: only what is in sight is drawn. Keys and pointer select as in a spreadsheet; Ctrl C copies with headings. */
export function DataGrid(props: DataGridProps) {
  const {
    label,
    columns,
    total,
    cell,
    load,
    onView,
    rowLabel,
    rowClass,
    renderCell,
    renderHead,
    footer,
    onOpen,
    onPaste,
    onClear,
    onSelect,
    marks,
    frozen = 0,
    sort,
    sizing,
    headHeight = 30,
    testId,
    asIs = false,
    handle,
  } = props;
  const { density } = usePreferences();
  const rowHeight = ROW_HEIGHTS[density];
  const [sizeRef, size] = useSize();
  const scroller = useRef<HTMLDivElement | null>(null);
  const [scroll, setScroll] = useState({ top: 0, left: 0 });
  const [chosen, setSelection] = useState<GridSelection | null>(null);
  const selection = clampSelection(chosen, total, columns.length);
  const block = selection === null ? null : blockOf(selection);
  const id = useId();
  const shownText = (text: string) => (asIs ? text : maskPersonal(text));
  const viewHeight = Math.max(0, size.height - headHeight);
  const rows = rowWindow(scroll.top, viewHeight, total, rowHeight);
  // Rows may carry the numbers of a longer file; once there was room for them, it stays.
  const labels = useRef(0);
  for (let row = rows.first; row <= rows.last; row++) labels.current = Math.max(labels.current, (rowLabel?.(row) ?? formatNumber(row + 1)).length);
  const numberWidth = labelWidth(labels.current);
  const viewWidth = Math.max(0, size.width - numberWidth);
  const layout = useMemo(() => gridLayout(columns, frozen, viewWidth), [columns, frozen, viewWidth]);
  const shown = scrollingColumns(layout, scroll.left, viewWidth);
  const width = (layout.edges.at(-1) ?? 0) + numberWidth;

  useEffect(() => {
    if (total > 0 && viewHeight > 0) onView?.(rows.first, rows.last);
  }, [rows.first, rows.last, total, viewHeight, onView]);

  useEffect(() => onSelect?.(selection), [selection, onSelect]);

  const bringIntoSight = (row: number, column: number) => {
    const box = scroller.current;
    if (box === null) return;
    box.scrollTop = scrollToRow(row, box.scrollTop, viewHeight, total, rowHeight);
    box.scrollLeft = scrollToColumn(layout, column, box.scrollLeft, viewWidth);
  };
  const selectAndShow = (next: GridSelection) => {
    setSelection(next);
    bringIntoSight(next.row, next.column);
    // Going home shows the beginning, also where the first column is in sight all the time.
    if (next.column === 0 && selection !== null && selection.column !== 0) scroller.current?.scrollTo({ left: 0 });
  };
  useImperativeHandle(handle, () => ({
    focus: () => scroller.current?.focus({ preventScroll: true }),
    select: (row, column) => selectAndShow(atCell(row, column)),
    cursor: () => selection,
  }));

  const copy = () => {
    if (block === null) return;
    const masked = (value: Cell | undefined) => (typeof value === 'string' ? shownText(value) : value); // What is copied is what is shown.
    const loadMasked: LoadCells | undefined =
      load === undefined
        ? undefined
        : async (...args) => {
            const read = await load(...args);
            return (row, column) => masked(read(row, column));
          };
    void copyBlock(block, columns, (row, column) => masked(cell(row, column)), loadMasked);
  };
  const onKeyDown = useGridKeys({
    scroller,
    selection,
    first: rows.first,
    total,
    columns: columns.length,
    page: Math.max(1, Math.floor(viewHeight / rowHeight) - 1),
    setSelection,
    selectAndShow,
    copy,
    onOpen,
    onClear,
  });
  const onPointerDown = useGridPointer(scroller, selection, (spot, from) => setSelection(selectionAt(spot, from, total, columns.length)), headHeight, numberWidth);
  useGridPaste(scroller, block, onPaste);

  const frozenIndexes = Array.from({ length: layout.frozen }, (_, index) => index);
  const scrollingIndexes = Array.from({ length: Math.max(0, shown.last - shown.first + 1) }, (_, index) => shown.first + index);
  const numbers = Array.from({ length: Math.max(0, rows.last - rows.first + 1) }, (_, index) => rows.first + index);
  const cursorDrawn =
    selection !== null && selection.row >= rows.first && selection.row <= rows.last && (selection.column < layout.frozen || (selection.column >= shown.first && selection.column <= shown.last));
  return (
    <>
      <div
        className="dg"
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        aria-activedescendant={cursorDrawn ? `${id}-${selection.row}-${selection.column}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        data-testid={testId}
        ref={(element) => {
          scroller.current = element;
          return sizeRef(element);
        }}
        onScroll={(event) => setScroll({ top: event.currentTarget.scrollTop, left: event.currentTarget.scrollLeft })}
      >
        <div style={{ height: rows.height + headHeight, width }} className="dg-space" role="presentation">
          <GridHead
            {...{ columns, layout, numberWidth, width, block, renderHead }}
            height={headHeight}
            scrolling={scrollingIndexes}
            frozenIndexes={frozenIndexes}
            sort={sort ?? null}
            sizing={sizing}
          />
          <div className="dg-rows" role="presentation" style={{ top: rows.top + headHeight }}>
            {numbers.map((row) => (
              <GridRow
                key={row}
                {...{ id, row, columns, layout, numberWidth, width, selection, block, onOpen }}
                height={rowHeight}
                scrolling={scrollingIndexes}
                frozenIndexes={frozenIndexes}
                label={rowLabel?.(row) ?? formatNumber(row + 1)}
                className={rowClass?.(row) ?? ''}
                value={(column) => cell(row, column)}
                show={(column, value) => shownText(formatCell(value, columns[column]?.type ?? 'text'))}
                marks={marks}
                renderCell={renderCell === undefined ? undefined : (column) => renderCell(row, column)}
              />
            ))}
          </div>
        </div>
      </div>
      {footer?.({ ...rowsInSight(scroll.top, viewHeight, total, rowHeight), block })}
    </>
  );
}
