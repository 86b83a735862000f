import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Cell } from '#contract/values';
import { formatCell, isNumeric } from '../format/numbers.ts';
import { maskPersonal } from '#contract/personal';
import { useWords } from '../i18n/index.ts';
import { usePreferences } from '../state/preferences.ts';
import { columnWidth, copyText, type GridColumn, type GridSelection, isSelected, moveSelection } from './gridCells.ts';
import { columnWindow, rowWindow, scrollToRow } from './gridWindow.ts';
import { useSize } from './useSize.ts';

const ROW_HEIGHTS = { compact: 24, regular: 28, roomy: 34 } as const;
/** Room for row numbers up to a million, and beyond. */
const labelWidth = (total: number) => (total < 1_000_000 ? 58 : 74);

export interface DataGridProps {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly total: number;
  /** A value, or `undefined` while it is not loaded. */
  cell(row: number, column: number): Cell | undefined;
  /** Told which rows are in sight. */
  onView?(first: number, last: number): void;
  rowLabel?(row: number): string;
  rowClass?(row: number): string;
  /** What a cell shows instead of its value. */
  renderCell?(row: number, column: number): ReactNode | undefined;
  renderHead?(column: GridColumn, index: number): ReactNode;
  /** A cell was double-clicked, or Enter pressed on it. */
  onOpen?(row: number, column: number): void;
  /** Told which cells are selected. */
  onSelect?(selection: GridSelection | null): void;
  readonly headHeight?: number;
  readonly testId?: string;
  /** `true` where the cells come masked already, or are meant to be seen. */
  readonly asIs?: boolean;
}

/** A table of any length: only what is in sight is drawn. Arrows move, Shift extends, Ctrl C copies with headings. */
export function DataGrid({ label, columns, total, cell, onView, rowLabel, rowClass, renderCell, renderHead, onOpen, onSelect, headHeight = 30, testId, asIs = false }: DataGridProps) {
  const { t } = useWords();
  const { density } = usePreferences();
  const rowHeight = ROW_HEIGHTS[density];
  const numberWidth = labelWidth(total);
  const [sizeRef, size] = useSize();
  const scroller = useRef<HTMLDivElement | null>(null);
  const [scroll, setScroll] = useState({ top: 0, left: 0 });
  const [selection, setSelection] = useState<GridSelection | null>(null);
  const id = useId();
  const shownText = (text: string) => (asIs ? text : maskPersonal(text));
  const edges = useMemo(() => {
    const list = [0];
    for (const column of columns) list.push((list.at(-1) ?? 0) + columnWidth(column));
    return list;
  }, [columns]);
  const viewHeight = Math.max(0, size.height - headHeight);
  const rows = rowWindow(scroll.top, viewHeight, total, rowHeight);
  const shown = columnWindow(scroll.left, size.width, edges);
  const width = (edges.at(-1) ?? 0) + numberWidth;

  useEffect(() => {
    if (total > 0 && viewHeight > 0) onView?.(rows.first, rows.last);
  }, [rows.first, rows.last, total, viewHeight, onView]);

  useEffect(() => onSelect?.(selection), [selection, onSelect]);

  const onKeyDown = (event: KeyboardEvent) => {
    const now = selection ?? { row: rows.first, column: 0, anchorRow: rows.first, anchorColumn: 0 };
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key.toLowerCase() === 'c' && selection !== null) {
      event.preventDefault();
      void navigator.clipboard.writeText(
        copyText(
          selection,
          columns, // What is copied is what is shown.
          (row, column) => {
            const value = cell(row, column);
            return typeof value === 'string' ? shownText(value) : value;
          },
          formatCell,
        ),
      );
      return;
    }
    if (event.key === 'Enter' && selection !== null && onOpen !== undefined) {
      event.preventDefault();
      onOpen(selection.row, selection.column);
      return;
    }
    if (event.altKey) return;
    const next = moveSelection(event.key, command, event.shiftKey, now, total, columns.length, Math.max(1, Math.floor(viewHeight / rowHeight) - 1));
    if (next === null) return;
    event.preventDefault();
    setSelection(next);
    const box = scroller.current;
    if (box === null) return;
    box.scrollTop = scrollToRow(next.row, box.scrollTop, viewHeight, total, rowHeight);
    const left = edges[next.column] ?? 0;
    const right = edges[next.column + 1] ?? 0;
    if (left < box.scrollLeft) box.scrollLeft = left;
    else if (right + numberWidth > box.scrollLeft + size.width) box.scrollLeft = right + numberWidth - size.width;
  };

  const visible = columns.slice(shown.first, shown.last + 1);
  const numbers = Array.from({ length: Math.max(0, rows.last - rows.first + 1) }, (_, index) => rows.first + index);
  return (
    <div
      className="dg"
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-activedescendant={selection === null ? undefined : `${id}-${selection.row}-${selection.column}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      data-testid={testId}
      ref={(element) => {
        scroller.current = element;
        return sizeRef(element);
      }}
      onScroll={(event) => setScroll({ top: event.currentTarget.scrollTop, left: event.currentTarget.scrollLeft })}
    >
      <div style={{ height: rows.height + headHeight, width }} className="dg-space" role="presentation">
        <div className="dg-head" role="row" style={{ height: headHeight, width }}>
          <div className="dg-rn" role="columnheader" style={{ width: numberWidth }}>
            <span className="vh">{t('grid.row')}</span>
          </div>
          {visible.map((column, offset) => {
            const index = shown.first + offset;
            return (
              <div
                key={column.name}
                role="columnheader"
                aria-colindex={index + 1}
                className={isNumeric(column.type) ? 'dg-th r' : 'dg-th'}
                style={{ left: (edges[index] ?? 0) + numberWidth, width: (edges[index + 1] ?? 0) - (edges[index] ?? 0) }}
              >
                {renderHead === undefined ? <span className="el">{column.title ?? column.name}</span> : renderHead(column, index)}
              </div>
            );
          })}
        </div>
        <div className="dg-rows" role="presentation" style={{ top: rows.top + headHeight }}>
          {numbers.map((row) => (
            <div key={row} role="row" aria-rowindex={row + 2} className={`dg-row ${rowClass?.(row) ?? ''}`} style={{ height: rowHeight, width }}>
              <div className="dg-rn" role="rowheader" style={{ width: numberWidth }}>
                {rowLabel?.(row) ?? row + 1}
              </div>
              {visible.map((column, offset) => {
                const index = shown.first + offset;
                const value = cell(row, index);
                const text = value === undefined ? '' : shownText(formatCell(value, column.type));
                return (
                  <div
                    key={column.name}
                    id={`${id}-${row}-${index}`}
                    role="gridcell"
                    tabIndex={-1}
                    aria-colindex={index + 1}
                    aria-selected={isSelected(selection, row, index)}
                    className={`dg-td${isNumeric(column.type) ? ' r' : ''}${value === null ? ' none' : ''}`}
                    style={{ left: (edges[index] ?? 0) + numberWidth, width: (edges[index + 1] ?? 0) - (edges[index] ?? 0), lineHeight: `${rowHeight - 1}px` }}
                    title={text.length > 14 ? text : undefined}
                    onPointerDown={(event) => setSelection(event.shiftKey && selection !== null ? { ...selection, row, column: index } : { row, column: index, anchorRow: row, anchorColumn: index })}
                    onDoubleClick={() => onOpen?.(row, index)}
                  >
                    {value === undefined ? null : (renderCell?.(row, index) ?? text)}
                  </div>
                );
              })}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
