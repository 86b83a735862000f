import { type ReactNode, useCallback, useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { call, revision } from '../../state/engine.ts';
import { useRoute } from '../../state/router.ts';
import { useStore } from '../../state/store.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Choice } from '../../ui/Choice.tsx';
import { DataGrid } from '../../ui/DataGrid.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import type { GridColumn } from '../../ui/gridCells.ts';
import { BLOCK_ROWS, usePaged } from '../../ui/paging.ts';

interface Block {
  readonly total: number;
  readonly rows: readonly (readonly (string | number)[])[];
}

interface ListProps {
  readonly kind: string;
  readonly label: string;
  readonly detail: string;
  readonly none: string;
  readonly columns: readonly GridColumn[];
  load(dataset: string | undefined, offset: number, limit: number): Promise<Block>;
}

/** A long list of rows that need a look, by table. */
function ProblemList({ kind, label, detail, none, columns, load }: ListProps) {
  const { t } = useWords();
  const { query } = useRoute();
  const now = useStore(revision);
  const [dataset, setDataset] = useState(query['dataset'] ?? '');
  const datasets = useEngine('datasets.list', {});
  const paged = usePaged<Block>(`${kind} ${dataset} ${now}`, (offset, limit) => load(dataset === '' ? undefined : dataset, offset, limit));
  const { need } = paged;
  const onView = useCallback((first: number, last: number) => need(first, last), [need]);
  const options = [{ value: '', label: t('collect.allTables') }, ...(datasets.data ?? []).map(({ id, name }) => ({ value: id, label: name }))];
  let body: ReactNode = null;
  if (paged.error !== null) body = <ErrorPanel error={paged.error} />;
  else if (paged.total === 0) body = <Empty title={none} />;
  else if (paged.total !== null) {
    body = (
      <div className="card grow">
        <DataGrid
          label={label}
          columns={columns}
          total={paged.total}
          onView={onView}
          cell={(row, column) => paged.block(row)?.rows[row % BLOCK_ROWS]?.[column]}
          load={async (first, last) => {
            const block = await paged.fetch(first, last);
            return (row, column) => block(row)?.rows[row % BLOCK_ROWS]?.[column];
          }}
        />
      </div>
    );
  }
  return (
    <>
      <div className="bar">
        <Choice label={t('collect.table')} value={dataset} options={options} onChange={setDataset} />
        <span className="t2 f12 lines">{detail}</span>
      </div>
      <div className="pg">{body}</div>
    </>
  );
}

/** Rows whose shape was wrong. */
export function SetAsidePage() {
  const { t, text } = useWords();
  return (
    <ProblemList
      kind="set-aside"
      label={t('collect.setAside')}
      detail={t('collect.setAside.detail')}
      none={t('collect.setAside.none')}
      columns={[
        { name: 'file', title: t('collect.file'), type: 'text', width: 260 },
        { name: 'row', title: t('grid.row'), type: 'int', width: 80 },
        { name: 'reason', title: t('collect.reason'), type: 'text', width: 300 },
        { name: 'text', title: t('collect.text'), type: 'text', width: 560 },
      ]}
      load={async (dataset, offset, limit) => {
        const reply = await call('import.set-aside', { ...(dataset === undefined ? {} : { dataset }), offset, limit });
        return { total: reply.total, rows: reply.rows.map((row) => [row.file, row.row, text(row.reason), row.text]) };
      }}
    />
  );
}

/** Cells their type refused. */
export function RefusedPage() {
  const { t } = useWords();
  return (
    <ProblemList
      kind="refused"
      label={t('collect.refused')}
      detail={t('collect.refused.detail')}
      none={t('collect.refused.none')}
      columns={[
        { name: 'file', title: t('collect.file'), type: 'text', width: 300 },
        { name: 'row', title: t('grid.row'), type: 'int', width: 80 },
        { name: 'column', title: t('column.name'), type: 'text', width: 220 },
        { name: 'text', title: t('collect.text'), type: 'text', width: 420 },
      ]}
      load={async (dataset, offset, limit) => {
        const reply = await call('import.refused', { ...(dataset === undefined ? {} : { dataset }), offset, limit });
        return { total: reply.total, rows: reply.cells.map((cell) => [cell.file, cell.row, cell.column, cell.text]) };
      }}
    />
  );
}
