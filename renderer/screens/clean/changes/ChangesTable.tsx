import { useCallback } from 'react';
import type { ChangesReply, ChangesRequest, ChangesView } from '#contract/changes';
import { formatCell, formatNumber } from '../../../format/numbers.ts';
import { useWords } from '../../../i18n/index.ts';
import { call, revision } from '../../../state/engine.ts';
import { reveal } from '../../../state/reveal.ts';
import { useStore } from '../../../state/store.ts';
import { DataGrid } from '../../../ui/DataGrid.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { BLOCK_ROWS, usePaged } from '../../../ui/paging.ts';
import { usePagedPlace } from '../../../ui/usePagedPlace.tsx';
import { pageCell } from '../pageCell.ts';

const LOOKS = { added: 'ad', removed: 'rm', changed: '' } as const;
const SIGNS = { added: '+ ', removed: '− ', changed: '' } as const;
const NONE = { added: 'changes.noneAdded', removed: 'changes.noneRemoved', changed: 'changes.noneChanged' } as const;

interface ChangesTableProps {
  readonly request: ChangesRequest;
  readonly reply: ChangesReply;
  readonly view: ChangesView;
}

/** Rows that are new, gone, or not what they were; of these both cells are shown. Columns with changes stand in front. */
export function ChangesTable({ request, reply, view }: ChangesTableProps) {
  const { t } = useWords();
  const now = useStore(revision);
  const shown = useStore(reveal);
  const paged = usePaged(`${JSON.stringify(request)} ${view} ${shown} ${now}`, (offset, limit) => call('changes.page', { ...request, view, offset, limit, reveal: shown, local: true }));
  const { need, head } = paged;
  const onView = useCallback((first: number, last: number) => need(first, last), [need]);
  const place = usePagedPlace(paged, 8);
  if (head === null || paged.total === null || place !== undefined) return place;
  if (paged.total === 0) return <Empty title={t(NONE[view])} />;
  const front = (name: string) => (reply.key.includes(name) ? 0 : view === 'changed' && (reply.columns.find((column) => column.name === name)?.changed ?? 0) > 0 ? 1 : 2);
  const order = head.columns.map((_, i) => i).sort((a, b) => front(head.columns[a]?.name ?? '') - front(head.columns[b]?.name ?? '') || a - b);
  const columns = order.flatMap((i) => {
    const column = head.columns[i];
    // Two cells stand in one.
    return column === undefined ? [] : [{ name: column.name, type: column.type, ...(view === 'changed' && front(column.name) === 1 && { width: 240 }) }];
  });
  return (
    <DataGrid
      label={t(`changes.${view}`)}
      testId="changes-table"
      asIs
      columns={columns}
      total={paged.total}
      onView={onView}
      rowClass={() => LOOKS[view]}
      rowLabel={(row) => {
        const number = paged.block(row)?.origin.row[row % BLOCK_ROWS];
        return `${SIGNS[view]}${number === null || number === undefined ? '' : formatNumber(number)}`;
      }}
      cell={(row, column) => {
        const block = paged.block(row);
        return block === undefined ? undefined : pageCell(block.columns, row % BLOCK_ROWS, order[column] ?? 0);
      }}
      renderCell={(row, column) => {
        const block = paged.block(row);
        const is = block?.columns[order[column] ?? 0];
        if (block?.before == null || is === undefined || front(is.name) === 2) return undefined;
        const at = block.before.findIndex((one) => one.name === is.name);
        if (at < 0) return undefined;
        const was = formatCell(pageCell(block.before, row % BLOCK_ROWS, at), block.before[at]?.type ?? is.type);
        const reads = formatCell(pageCell(block.columns, row % BLOCK_ROWS, order[column] ?? 0), is.type);
        if (was === reads) return undefined;
        return (
          <span className="changed">
            <del>{was}</del> <ins>{reads}</ins>
          </span>
        );
      }}
    />
  );
}
