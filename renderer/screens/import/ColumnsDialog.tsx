import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { ColumnRenames } from '#contract/documents';
import type { InspectedColumn, InspectedTable, LostColumn, Place } from '#contract/import';
import { useWords } from '../../i18n/index.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import { useLatest } from '../join/useLatest.ts';
import { type MappedColumn, mappedColumns, withMapped } from './mappedColumns.ts';
import { shownCell } from './previewCells.ts';

interface ColumnsDialogProps {
  readonly place: Place;
  readonly table: InspectedTable;
  /** Columns of files that go into the table before this one. */
  readonly before: readonly InspectedColumn[];
  readonly renames: ColumnRenames;
  readonly busy: boolean;
  /** Undefined has the reader decide again. */
  onChange(renames: ColumnRenames | undefined): void;
  onClose(): void;
}

const NONE = '\u0000none';
const EXAMPLES = 3;

/** The columns of a table that a file calls otherwise or lacks, each with those of the file that it may be. */
export function ColumnsDialog({ place, table, before, renames, busy, onChange, onClose }: ColumnsDialogProps) {
  const { t } = useWords();
  const found = mappedColumns(place, renames);
  // A row that was chosen for stays where it is.
  const [order] = useState(() => found.map(({ to }) => to));
  const placeIn = ({ to }: MappedColumn) => (order.includes(to) ? order.indexOf(to) : order.length);
  const rows = found.toSorted((a, b) => placeIn(a) - placeIn(b));
  const free = place.drift?.added ?? [];
  const open = new Set([...free, ...rows.flatMap(({ from }) => (from === null ? [] : [from]))]);
  const candidates = table.columns.filter(({ name }) => open.has(name)).map(({ name, type, examples }) => ({ name, type, examples }));
  const asked = useEngine('import.lost-columns', {
    dataset: place.dataset,
    lost: rows.map(({ to }) => to),
    columns: candidates,
    before: before.filter(({ name }) => rows.some(({ to }) => to === name)).map(({ name, type, examples, personal }) => ({ name, type, examples, personal })),
  });
  const known = useLatest(asked, `${place.dataset} ${table.name}`).data;
  return (
    <Dialog
      title={t('import.columnsOf.title', { table: place.dataset })}
      onClose={onClose}
      style={{ width: 760, maxHeight: 620 }}
      testId="columns-dialog"
      footer={
        <>
          <span className="t2 f12 lines">
            {t('import.columnsOf.detail')}{' '}
            {Object.keys(renames).length === 0 ? null : (
              <Button kind="link" className="f12" onPress={() => onChange(undefined)} testId="columns-back">
                {t('import.asFound')}
              </Button>
            )}
          </span>
          <span className="sp" />
          <Button kind="primary" autoFocus onPress={onClose} testId="columns-done">
            {t('import.cells.done')}
          </Button>
        </>
      }
    >
      <div className={busy ? 'columns-of busy' : 'columns-of'} aria-busy={busy}>
        <table className="tbl tight" aria-label={t('import.columnsOf.title', { table: place.dataset })}>
          <thead>
            <tr>
              <th>{t('import.columnsOf.table')}</th>
              <th aria-hidden="true" />
              <th>{t('import.columnsOf.file')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ColumnRow key={row.to} row={row} held={known?.find(({ name }) => name === row.to)} free={free} columns={table.columns} onChoose={(from) => onChange(withMapped(renames, row, from))} />
            ))}
          </tbody>
        </table>
        {free.length === 0 ? null : (
          <p className="t2 f12">
            {t('source.drift.added')}: {free.join(t('list.comma'))}
          </p>
        )}
      </div>
    </Dialog>
  );
}

interface ColumnRowProps {
  readonly row: MappedColumn;
  /** What is known of it in its table. */
  readonly held: LostColumn | undefined;
  /** Columns of the file that are none of the table's. */
  readonly free: readonly string[];
  readonly columns: readonly InspectedColumn[];
  onChoose(from: string | null): void;
}

function ColumnRow({ row: { to, from, by }, held, free, columns, onChoose }: ColumnRowProps) {
  const { t } = useWords();
  const own = columns.find(({ name }) => name === from);
  const names = (held?.alike ?? free).filter((name) => name === from || free.includes(name));
  const examplesOf = (name: string, most: number) => {
    const column = columns.find((one) => one.name === name);
    return (column?.examples ?? [])
      .slice(0, most)
      .map((cell) => shownCell(cell, column))
      .join(' · ');
  };
  return (
    <tr data-testid={`column-${to}`}>
      <td className="m" title={to}>
        <span className="row g6">
          <TypeIcon type={held?.type ?? 'text'} />
          <span className="el">{to}</span>
        </span>
        <div className="t3 f12 el">{(held?.examples ?? []).slice(0, EXAMPLES).join(' · ')}</div>
      </td>
      <td className="t3">
        <ArrowLeft className="i s" aria-hidden="true" />
      </td>
      <td>
        <div className="row g8">
          <Choice
            label={t('import.columnsOf.which', { column: to })}
            small
            value={from ?? NONE}
            options={[
              { value: NONE, label: from === null ? t('import.columnsOf.none') : t('import.columnsOf.two') },
              ...names.map((name) => ({ value: name, label: name, detail: examplesOf(name, 2) })),
            ]}
            onChange={(value) => onChoose(value === NONE ? null : value)}
            testId={`column-choice-${to}`}
          />
          {by === null ? null : <span className="t3 f12 nw">{t(`import.columnsOf.by.${by}`)}</span>}
        </div>
        <div className="row g8 f12">
          <span className="t3 el">{from === null ? '' : examplesOf(from, EXAMPLES)}</span>
          {own === undefined || own.unparsed === 0 ? null : (
            <span className="tw nw" data-testid={`column-refused-${to}`}>
              {t('import.columnsOf.refused', { n: own.unparsed, type: t(`type.${own.type}`) })}
            </span>
          )}
        </div>
      </td>
    </tr>
  );
}
