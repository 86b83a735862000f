import { useCallback } from 'react';
import type { SetAsideRow } from '#contract/import';
import { useWords } from '../../i18n/index.ts';
import { call, revision } from '../../state/engine.ts';
import { useStore } from '../../state/store.ts';
import { DataGrid } from '../../ui/DataGrid.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { BLOCK_ROWS, usePaged } from '../../ui/paging.ts';

/** Rows of this table's files that were set aside at import. */
export function SetAsideList({ dataset }: { readonly dataset: string }) {
  const { t, text } = useWords();
  const now = useStore(revision);
  const paged = usePaged(`${dataset} ${now}`, (offset, limit) => call('import.set-aside', { dataset, offset, limit }));
  const { need } = paged;
  const onView = useCallback((first: number, last: number) => need(first, last), [need]);
  if (paged.total === null) return null;
  if (paged.total === 0) return <Empty title={t('collect.setAside.none')} />;
  const read = (one: SetAsideRow | undefined, column: number) => (one === undefined ? undefined : column === 0 ? text(one.reason) : column === 1 ? one.text : one.file);
  const columns = [
    { name: 'reason', title: t('collect.reason'), type: 'text', width: 260 },
    { name: 'text', title: t('collect.text'), type: 'text', width: 520 },
    { name: 'file', title: t('collect.file'), type: 'text', width: 240 },
  ];
  return (
    <DataGrid
      label={t('collect.setAside')}
      columns={columns}
      total={paged.total}
      onView={onView}
      rowLabel={(row) => String(paged.block(row)?.rows[row % BLOCK_ROWS]?.row ?? '')}
      cell={(row, column) => read(paged.block(row)?.rows[row % BLOCK_ROWS], column)}
      load={async (first, last) => {
        const block = await paged.fetch(first, last);
        return (row, column) => read(block(row)?.rows[row % BLOCK_ROWS], column);
      }}
    />
  );
}
