import type { ReactNode } from 'react';
import type { InspectedTable } from '#contract/import';
import { formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';

/** How many rows would come in and how many be set aside, and how many cells be refused, with what can be done about these. */
export function RowCounts({ table, children }: { readonly table: Pick<InspectedTable, 'rows' | 'setAsideRows' | 'refusedCells'>; readonly children?: ReactNode }) {
  const { t } = useWords();
  return (
    <>
      <span>
        <b className="num tg">{formatNumber(table.rows)}</b> {t('import.readyRows')}
      </span>
      <span>
        <b className={table.setAsideRows > 0 ? 'num tw' : 'num'}>{formatNumber(table.setAsideRows)}</b> {t('import.setAsideRows')}
      </span>
      <span>
        <b className={table.refusedCells > 0 ? 'num tw' : 'num'}>{formatNumber(table.refusedCells)}</b> {t('import.refusedCells', { n: table.refusedCells })}
        {children}
      </span>
    </>
  );
}
