import type { TablePage } from '#contract/datasets';
import { formatCell } from '../../format/numbers.ts';
import { pageCell } from './pageCell.ts';

interface ChangedCellProps {
  readonly columns: TablePage['columns'];
  readonly before: TablePage['columns'];
  readonly row: number;
  readonly column: number;
}

/** A cell beside what it was before the step, when that is something else. */
export function ChangedCell({ columns, before, row, column }: ChangedCellProps) {
  const { name, type = 'text' } = columns[column] ?? {};
  const old = before.findIndex((one) => one.name === name);
  const was = old === -1 ? null : pageCell(before, row, old);
  const is = pageCell(columns, row, column);
  if (was === is || (old === -1 && is === undefined)) return formatCell(is, type);
  return (
    <span className="changed">
      <del>{formatCell(was, before[old]?.type ?? type)}</del> <ins>{formatCell(is, type)}</ins>
    </span>
  );
}
