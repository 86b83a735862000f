import { EyeOff } from 'lucide-react';
import type { InspectedTable } from '#contract/import';
import { formatNumber, formatPercent } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import { shownCell } from './previewCells.ts';

/** One line a column: its type and why, how full it is, and examples. */
export function ColumnsView({ table }: { readonly table: InspectedTable }) {
  const { t, text } = useWords();
  return (
    <div className="imp-grid">
      <table className="tbl tight sticky" aria-label={t('import.view.columns')}>
        <thead>
          <tr>
            <th>{t('column.name')}</th>
            <th>{t('column.type')}</th>
            <th>{t('column.why')}</th>
            <th className="r">{t('column.filled')}</th>
            <th className="r">{t('column.distinct')}</th>
            <th className="r">{t('column.refused')}</th>
            <th>{t('column.examples')}</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column) => (
            <tr key={column.name}>
              <td className="m max-240" title={column.name}>
                <span className="row g4">
                  <span className="el">{column.name}</span>
                  {column.personal ? <EyeOff className="i xs t3" aria-label={t('column.personal')} /> : null}
                </span>
              </td>
              <td>
                <span className="row g4 t2">
                  <TypeIcon type={column.type} />
                  {t(`type.${column.type}`)}
                </span>
              </td>
              <td className="t2 el max-240" title={text(column.reason)}>
                {text(column.reason)}
              </td>
              <td className="r">{formatPercent(table.rows === 0 ? null : 1 - column.nulls / table.rows)}</td>
              <td className="r">{formatNumber(column.distinct)}</td>
              <td className={column.unparsed > 0 ? 'r tw b' : 'r'}>{formatNumber(column.unparsed)}</td>
              <td className="t2 el max-240">{column.examples.map((example) => shownCell(example, column)).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
