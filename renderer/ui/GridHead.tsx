import type { ReactNode } from 'react';
import type { ViewSort } from '#contract/views';
import { isNumeric } from '../format/numbers.ts';
import { useWords } from '../i18n/index.ts';
import type { CellBlock } from './gridBlocks.ts';
import type { GridColumn } from './gridCells.ts';
import type { GridLayout } from './gridLayout.ts';
import { ResizeGrip } from './ResizeGrip.tsx';

/** Changes the widths of columns. */
export interface GridSizing {
  onWidth(column: GridColumn, width: number): void;
  /** The column is to be as wide as what it holds. */
  onFit(column: GridColumn): void;
}

/** What a row of a grid, its head included, is laid out by. */
export interface GridBand {
  readonly columns: readonly GridColumn[];
  readonly layout: GridLayout;
  readonly frozenIndexes: readonly number[];
  readonly scrolling: readonly number[];
  readonly numberWidth: number;
  readonly width: number;
  readonly height: number;
}

interface GridHeadProps extends GridBand {
  readonly block: CellBlock | null;
  readonly sort: ViewSort | null;
  readonly sizing: GridSizing | undefined;
  readonly renderHead: ((column: GridColumn, index: number) => ReactNode) | undefined;
}

/** The heads of the columns in sight; the corner selects everything, a head its column. */
export function GridHead({ columns, layout, frozenIndexes, scrolling, numberWidth, width, height, block, sort, sizing, renderHead }: GridHeadProps) {
  const { t } = useWords();
  const head = (index: number) => {
    const column = columns[index];
    if (column === undefined) return null;
    const left = layout.edges[index] ?? 0;
    const size = (layout.edges[index + 1] ?? 0) - left;
    const chosen = block !== null && index >= block.left && index <= block.right;
    return (
      <div
        key={column.name}
        role="columnheader"
        aria-colindex={index + 1}
        aria-sort={sort?.column === column.name ? (sort.descending ? 'descending' : 'ascending') : undefined}
        data-r={-1}
        data-c={index}
        className={`dg-th${isNumeric(column.type) ? ' r' : ''}${chosen ? ' in' : ''}`}
        style={{ left: left + numberWidth, width: size }}
      >
        {renderHead === undefined ? <span className="el">{column.title ?? column.name}</span> : renderHead(column, index)}
        {sizing === undefined ? null : <ResizeGrip width={size} onWidth={(next) => sizing.onWidth(column, next)} onFit={() => sizing.onFit(column)} />}
      </div>
    );
  };
  return (
    <div className="dg-head" role="row" style={{ height, width }}>
      <div className={layout.frozen > 0 ? 'dg-fz edge' : 'dg-fz'} role="presentation" style={{ width: numberWidth + layout.frozenWidth }}>
        <div className="dg-rn" role="columnheader" data-r={-1} data-c={-1} style={{ width: numberWidth }}>
          <span className="vh">{t('grid.row')}</span>
        </div>
        {frozenIndexes.map(head)}
      </div>
      {scrolling.map(head)}
    </div>
  );
}
