import type { ReactNode } from 'react';
import type { Cell } from '#contract/values';
import { formatCell, isNumeric } from '../format/numbers.ts';
import { maskPersonal } from '#contract/personal';

/** A short table of cells, all drawn at once: for previews and samples of at most some hundred rows. */
export function SimpleTable({
  columns,
  rows,
  label,
  foot,
}: {
  readonly columns: readonly { readonly name: string; readonly title?: string; readonly type: string }[];
  readonly rows: readonly (readonly Cell[])[];
  readonly label: string;
  readonly foot?: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
    <section className="scroll-x" aria-label={label} tabIndex={0}>
      <table className="tbl tight" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} className={isNumeric(column.type) ? 'r' : undefined}>
                {column.title ?? column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`row ${index + 1}`}>
              {columns.map((column, at) => (
                <td key={column.name} className={isNumeric(column.type) ? 'r' : undefined}>
                  {maskPersonal(formatCell(row[at], column.type))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot === undefined ? null : <tfoot>{foot}</tfoot>}
      </table>
    </section>
  );
}
