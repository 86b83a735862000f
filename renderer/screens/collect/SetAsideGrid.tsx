import { useCallback } from 'react';
import type { SetAsideRow } from '#contract/import';
import { useWords } from '../../i18n/index.ts';
import { DataGrid } from '../../ui/DataGrid.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { BLOCK_ROWS, usePaged } from '../../ui/paging.ts';

interface Block {
  readonly total: number;
  readonly rows: readonly SetAsideRow[];
}

interface SetAsideGridProps {
  /** Changes whenever other rows are to be shown. */
  readonly of: string;
  /** Whether each row says its file. */
  readonly withFile: boolean;
  load(offset: number, limit: number): Promise<Block>;
}

/** Rows that were set aside, by their number in the file, with the reason and the text as it stands; phones and addresses of mail are masked. */
export function SetAsideGrid({ of, withFile, load }: SetAsideGridProps) {
  const { t, text } = useWords();
  const paged = usePaged<Block>(of, load);
  const { need } = paged;
  const onView = useCallback((first: number, last: number) => need(first, last), [need]);
  if (paged.error !== null) return <ErrorPanel error={paged.error} />;
  if (paged.total === null) return null;
  if (paged.total === 0) return <Empty title={t('collect.setAside.none')} />;
  const read = (one: SetAsideRow | undefined, column: number) => (one === undefined ? undefined : column === 0 ? text(one.reason) : column === 1 ? one.text : one.file);
  const columns = [
    { name: 'reason', title: t('collect.reason'), type: 'text', width: 260 },
    { name: 'text', title: t('collect.text'), type: 'text', width: withFile ? 520 : 700 },
    ...(withFile ? [{ name: 'file', title: t('collect.file'), type: 'text', width: 240 }] : []),
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
