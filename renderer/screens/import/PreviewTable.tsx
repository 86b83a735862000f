import { ChevronDown, Undo2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import { COLUMN_TYPES, type ColumnType } from '#contract/values';
import type { CellCorrection, InspectedColumn, InspectedTable, PreviewRow } from '#contract/import';
import { maskPersonal } from '#contract/personal';
import { formatNumber, isNumeric } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { ActionMenu } from '../../ui/ActionMenu.tsx';
import { columnWidth } from '../../ui/gridCells.ts';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import { correctionOf } from '../../state/corrections.ts';
import { foldedText, previewCells } from './previewCells.ts';

/** Columns drawn in the preview; wider files show the rest in the list of columns. */
const SHOWN = 60;

const REFUSED = '.imp-grid td.err';
const ASIDE = '.imp-grid tr.aside > td:last-child';
let reached: Element | null = null;

/** Leads to the next problem in the preview, round and round: a cell that a type refuses, or a row that is set aside where those count too. */
export function nextProblem(which: 'any' | 'refused'): void {
  const all = [...document.querySelectorAll<HTMLElement>(which === 'any' ? `${REFUSED}, ${ASIDE}` : REFUSED)];
  // The button that leads here has the focus itself.
  const from = all.find((one) => one === document.activeElement) ?? all.find((one) => one === reached);
  const next = all[(from === undefined ? 0 : all.indexOf(from) + 1) % all.length];
  if (next === undefined) return;
  reached = next;
  next.tabIndex = -1;
  next.scrollIntoView({ block: 'center', inline: 'center' });
  next.focus({ preventScroll: true });
}

/** Brings the next column of the preview, or the one before, to the left edge, beside the numbers of the rows. */
export function nextColumn(step: 1 | -1): void {
  const grid = document.querySelector<HTMLElement>('.imp-grid');
  const [numbers, ...heads] = [...(grid?.querySelectorAll<HTMLElement>('thead th') ?? [])];
  if (grid === null || numbers === undefined) return;
  const lefts = heads.map((head) => head.offsetLeft - numbers.offsetLeft - numbers.offsetWidth);
  // Half a pixel is lost where the page is scaled.
  const left = step === 1 ? lefts.find((at) => at > grid.scrollLeft + 1) : lefts.findLast((at) => at < grid.scrollLeft - 1);
  if (left !== undefined) grid.scrollLeft = left;
}

interface PreviewTableProps {
  readonly table: InspectedTable;
  /** What refused cells were corrected to. */
  readonly corrections: readonly CellCorrection[];
  /** Columns whose type was chosen. */
  readonly chosen: ReadonlySet<string>;
  /** Chooses the type of a column; null has the reader decide again. */
  onType(column: string, type: ColumnType | null): void;
}

/** The file as it stands: skipped rows dimmed, the header tinted, cells that a type refuses outlined, long good stretches folded. */
export function PreviewTable({ table, corrections, chosen, onType }: PreviewTableProps) {
  const { t } = useWords();
  const columns = table.columns.slice(0, SHOWN);
  return (
    <div className="imp-grid">
      <table className="grid" aria-label={t('import.view.preview')} style={{ width: columns.reduce((sum, column) => sum + columnWidth(column), 50) }}>
        <thead>
          <tr>
            <th style={{ width: 50 }}>
              <span className="vh">{t('grid.row')}</span>
            </th>
            {columns.map((column) => (
              <Head key={column.name} column={column} rows={table.rows} isChosen={chosen.has(column.name)} onType={onType} />
            ))}
          </tr>
        </thead>
        <tbody>
          {table.preview.map((row) => (
            <Row key={`${row.kind} ${row.row}`} row={row} columns={columns} corrections={corrections} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps extends Pick<PreviewTableProps, 'onType'> {
  readonly column: InspectedColumn;
  readonly rows: number;
  readonly isChosen: boolean;
}

function Head({ column, rows, isChosen, onType }: HeadProps) {
  const { t, text } = useWords();
  const good = rows === 0 ? 0 : (rows - column.nulls - column.unparsed) / rows;
  return (
    <th style={{ minWidth: columnWidth(column) }} title={text(column.reason)}>
      <div className="el">{column.name}</div>
      <ActionMenu
        label={t('import.type', { column: column.name })}
        actions={[
          ...COLUMN_TYPES.map((type) => ({ id: type, label: t(`type.${type}`), icon: <TypeIcon type={type} />, run: () => onType(column.name, type) })),
          ...(isChosen ? [{ id: 'again', label: t('import.asFound'), icon: <Undo2 className="i s" aria-hidden="true" />, run: () => onType(column.name, null) }] : []),
        ]}
      >
        <Button className={column.unparsed > 0 ? 'type-menu tw' : 'type-menu t3'}>
          <TypeIcon type={column.type} />
          <span>{t(`type.${column.type}`)}</span>
          <span className="sp" />
          {column.unparsed > 0 ? <span className="tag w mini">{formatNumber(column.unparsed)}</span> : null}
          <ChevronDown className="i xs" aria-hidden="true" />
        </Button>
      </ActionMenu>
      <div className="meter thin">
        <i style={{ width: `${Math.max(0, good) * 100}%`, background: column.unparsed > 0 ? 'var(--warn-fill)' : 'var(--good)' }} />
      </div>
    </th>
  );
}

/** The number of a row, or of the first and the last where a header takes several. */
const numberOf = ({ row, until }: PreviewRow): string => (until === undefined ? formatNumber(row) : `${formatNumber(row)}–${formatNumber(until)}`);

function Row({ row, columns, corrections }: { readonly row: PreviewRow; readonly columns: readonly InspectedColumn[]; readonly corrections: readonly CellCorrection[] }) {
  const { t } = useWords();
  if (row.kind === 'folded') {
    return (
      <tr className="gap">
        <td />
        <td colSpan={columns.length}>{foldedText(row, t)}</td>
      </tr>
    );
  }
  const look = row.kind === 'header' ? 'hdr' : row.kind === 'data' ? '' : row.kind === 'set-aside' ? 'aside' : 'dim';
  if (row.cells.length <= 1 && row.kind !== 'data') {
    return (
      <tr className={look}>
        <td className="rn">{numberOf(row)}</td>
        <td colSpan={columns.length}>{maskPersonal(row.cells[0] ?? '')}</td>
      </tr>
    );
  }
  const cells = previewCells(row, columns);
  return (
    <tr className={look}>
      <td className="rn">{numberOf(row)}</td>
      {columns.map((column, index) => {
        const mended = row.refused.includes(index) ? correctionOf(corrections, { row: row.row, column: column.name }) : undefined;
        const state = mended !== undefined ? ' mended' : row.refused.includes(index) ? ' err' : row.emptied?.includes(index) ? ' void' : '';
        return (
          <td key={column.name} className={`${isNumeric(column.type) ? 'r' : ''}${state}`} title={cells[index]}>
            {mended ?? cells[index] ?? ''}
          </td>
        );
      })}
    </tr>
  );
}
