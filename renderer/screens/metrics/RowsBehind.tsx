import { useCallback } from 'react';
import type { RowsRequest } from '#contract/metrics';
import { formatMoney, formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { call, revision } from '../../state/engine.ts';
import { reveal } from '../../state/reveal.ts';
import { useStore } from '../../state/store.ts';
import { DataGrid } from '../../ui/DataGrid.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { BLOCK_ROWS, usePaged } from '../../ui/paging.ts';
import { usePagedPlace } from '../../ui/usePagedPlace.tsx';

/** Every row a number stands on, with their sum: it is the number. */
export function RowsBehind({ request, currency }: { readonly request: RowsRequest; readonly currency: string }) {
  const { t, text } = useWords();
  const now = useStore(revision);
  const shown = useStore(reveal);
  const paged = usePaged(`${JSON.stringify(request)} ${shown} ${now}`, (offset, limit) => call('metrics.rows', { ...request, offset, limit, reveal: shown }));
  const { need, head } = paged;
  const onView = useCallback((first: number, last: number) => need(first, last), [need]);
  const place = usePagedPlace(paged, 6);
  if (head === null || paged.total === null || place !== undefined) return place;
  const money = head.columns.at(-1)?.type === 'money';
  return (
    <>
      <p className="t2 f12 drawer-sum" data-testid="rows-sum">
        {t('rows.rows', { n: paged.total })} · {t('rows.sum')} <b className="num">{money ? formatMoney(head.sum, currency, 'exact') : formatNumber(head.sum, 0, 4)}</b>
      </p>
      {paged.total === 0 ? (
        <Empty title={t('grid.empty')} />
      ) : (
        <DataGrid
          label={t('rows.title')}
          asIs
          columns={head.columns.map((column) => ({ name: column.name, title: text(column.title), type: column.type }))}
          total={paged.total}
          onView={onView}
          cell={(row, column) => paged.block(row)?.rows[row % BLOCK_ROWS]?.[column]}
          load={async (first, last) => {
            const block = await paged.fetch(first, last);
            return (row, column) => block(row)?.rows[row % BLOCK_ROWS]?.[column];
          }}
        />
      )}
    </>
  );
}
