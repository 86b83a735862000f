import type { Request } from '#contract/methods';
import { keyName } from '../../frame/keys.ts';
import { formatCell, formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { cellsOf } from '../../ui/gridBlocks.ts';
import type { GridColumn } from '../../ui/gridCells.ts';
import type { GridState } from '../../ui/gridProps.ts';
import { useSums } from './useSums.ts';

/** Adding up more cells than this would keep the engine from other work for seconds. */
const MOST_ADDED = 50_000_000;

interface GridFooterProps extends GridState {
  readonly total: number;
  readonly columns: readonly GridColumn[];
  readonly request: Omit<Request<'datasets.sums'>, 'first' | 'last' | 'columns'>;
  /** Changes with the rows and their order. */
  readonly tableKey: string;
  readonly editable: boolean;
}

/** The line under a table: which rows are in sight, what the selected cells come to, and the keys. */
export function GridFooter({ first, last, block, total, columns, request, tableKey, editable }: GridFooterProps) {
  const { t } = useWords();
  const several = block !== null && cellsOf(block) > 1;
  const added = several && cellsOf(block) <= MOST_ADDED;
  const sums = useSums(tableKey, request, added ? block : null, columns);
  const mean = sums === null || sums.numbers === 0 ? 0 : sums.sum / sums.numbers;
  return (
    <div className={several ? 'dg-foot busy' : 'dg-foot'}>
      <div className="dg-foot-in">
        <span className="num" data-testid="grid-range">
          {t('grid.range', { from: first + 1, to: last + 1, total })}
        </span>
        {several ? (
          <span className="dg-sums num" role="status" aria-label={t('sums.label')} data-testid="grid-sums">
            <span>{t('sums.cells', { n: cellsOf(block) })}</span>
            {!added ? (
              <span>{t('sums.tooMany')}</span>
            ) : sums === null ? null : sums.type === null ? (
              <span>{t('sums.filled', { n: sums.filled })}</span>
            ) : (
              <>
                <span>
                  {t('sums.sum')} <b>{formatCell(sums.sum, sums.type)}</b>
                </span>
                <span>
                  {t('sums.mean')} <b>{sums.type === 'money' ? formatCell(Math.round(mean / 100) * 100, 'money') : sums.type === 'ratio' ? formatCell(mean, 'ratio') : formatNumber(mean, 0, 2)}</b>
                </span>
                <span className="dg-ends">
                  {t('sums.ends')} <b>{formatCell(sums.min, sums.type)}</b> – <b>{formatCell(sums.max, sums.type)}</b>
                </span>
              </>
            )}
          </span>
        ) : null}
        <span className="sp" />
        <span className="dg-hints">
          <span>
            <kbd className="kbd">{keyName('Ctrl F')}</kbd> {t('hint.find')}
          </span>
          {editable ? (
            <span>
              <kbd className="kbd">F2</kbd> {t('hint.edit')}
            </span>
          ) : null}
          <span>
            <kbd className="kbd">{keyName('Ctrl C')}</kbd> {t('hint.copy')}
          </span>
        </span>
      </div>
    </div>
  );
}
