import type { InspectedTable } from '#contract/import';
import { formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { foldedText, previewCells } from './previewCells.ts';

/** The previewed lines with their fields joined by the separator again. */
export function RawText({ table }: { readonly table: InspectedTable }) {
  const { t } = useWords();
  const delimiter = table.dialect?.delimiter ?? '\t';
  return (
    <div className="imp-grid">
      <table className="raw" aria-label={t('import.view.raw')}>
        <tbody>
          {table.preview.map((row) => (
            <tr key={`${row.kind} ${row.row}`}>
              <td className="rn">{formatNumber(row.row)}</td>
              <td className={row.kind === 'data' ? '' : 't3'}>{row.kind === 'folded' ? foldedText(row, t) : previewCells(row, table.columns).join(delimiter === '\t' ? ' ⇥ ' : delimiter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
