import type { SourceReport } from '#contract/source-report';
import { formatCell, formatNumber, formatPercent } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';

type Column = SourceReport['columns'][number];

/** How full, valid and even each column of a file is, beside the file before it. */
export function QualityTable({ report }: { readonly report: SourceReport }) {
  const { t } = useWords();
  const { columns, previous } = report;
  return (
    <section className="card" aria-label={t('source.quality')} data-testid="source-quality">
      <div className="ch">
        <h3>{t('source.quality')}</h3>
        {previous === null ? null : <span className="sub el">{t('source.quality.before', { file: previous.file })}</span>}
      </div>
      <div className="scroll-x">
        <table className="tbl tight">
          <thead>
            <tr>
              <th>{t('column.name')}</th>
              <th>{t('column.type')}</th>
              <th className="r">{t('column.filled')}</th>
              <th className="r">{t('column.distinct')}</th>
              <th className="r">{t('column.refused')}</th>
              <th className="r">{t('source.median')}</th>
              <th>{t('source.range')}</th>
              <th className="r">{t('source.outliers')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <Row key={column.name} column={column} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** A fall of this many percentage points since the last file is worth a look. */
const FALL = 0.05;

function Row({ column }: { readonly column: Column }) {
  const { t } = useWords();
  const { previous } = column;
  const filled = column.rows === 0 ? 0 : column.filled / column.rows;
  const before = previous === null || previous.rows === 0 ? null : previous.filled / previous.rows;
  return (
    <tr>
      <td className="m el max-320">
        {column.name} {column.personal ? <span className="tag w">{t('source.personal')}</span> : null}
      </td>
      <td className="t2">{t(`type.${column.type}`)}</td>
      <td className={before !== null && filled < before - FALL ? 'r tw b' : 'r'}>
        {formatPercent(filled)}
        <Before>{before === null ? null : formatPercent(before)}</Before>
      </td>
      <td className="r">
        {formatNumber(column.distinct)}
        <Before>{previous === null ? null : formatNumber(previous.distinct)}</Before>
      </td>
      <td className={column.refused > 0 ? 'r tw b' : 'r t3'}>{formatNumber(column.refused)}</td>
      <td className="r">
        {column.median === null ? '' : formatCell(column.median, column.type)}
        <Before>{previous?.median == null ? null : formatCell(previous.median, column.type)}</Before>
      </td>
      <td className="t2 num">{column.min === null ? '' : `${formatCell(column.min, column.type)} – ${formatCell(column.max, column.type)}`}</td>
      <td className={column.outliers > 0 ? 'r tw' : 'r t3'}>{formatNumber(column.outliers)}</td>
    </tr>
  );
}

function Before({ children }: { readonly children: string | null }) {
  return children === null ? null : <span className="t3 f11"> {children}</span>;
}
