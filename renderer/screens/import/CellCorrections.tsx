import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CellCorrection, InspectedTable, RefusedGroup, RefusedPlace } from '#contract/import';
import { formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { call } from '../../state/engine.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { shownCell } from './previewCells.ts';
import { correctionOf, withCorrection } from '../../state/corrections.ts';

interface CellCorrectionsProps {
  readonly file: string;
  readonly table: InspectedTable;
  readonly group: RefusedGroup;
  readonly corrections: readonly CellCorrection[];
  /** Only the beginning of the file was read. */
  readonly partial: boolean;
  onCorrect(corrections: readonly CellCorrection[]): void;
  onClose(): void;
}

/** The refused cells of one kind with what each is to hold instead. What is typed counts as soon as its column takes it. */
export function CellCorrections({ file, table, group: { reason, cells, listed }, corrections, partial, onCorrect, onClose }: CellCorrectionsProps) {
  const { t, text } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const done = listed.filter((place) => correctionOf(corrections, place) !== undefined).length;
  // The list was opened to type into it; the dialog takes the focus first.
  useEffect(() => {
    const waiting = requestAnimationFrame(() => list.current?.querySelector('input')?.focus());
    return () => cancelAnimationFrame(waiting);
  }, []);
  const latest = useRef(corrections);
  latest.current = corrections;
  const step = (from: number, by: 1 | -1) => {
    const inputs = [...(list.current?.querySelectorAll('input') ?? [])];
    const next = inputs[from + by];
    if (next !== undefined) next.focus();
    else if (by === 1) list.current?.closest('[role=dialog]')?.querySelector<HTMLButtonElement>('[data-testid=cells-done]')?.focus();
  };
  return (
    <Dialog
      title={t('import.cells.title', { n: cells, reason: text(reason) })}
      subtitle={file}
      onClose={onClose}
      style={{ width: 720, maxHeight: 620 }}
      testId="cells-dialog"
      footer={
        <>
          <span className="t2 f12 lines">
            <b className="num">{t('import.cells.corrected', { done, n: cells })}</b> {t('import.cells.detail')}
          </span>
          <span className="sp" />
          <Button kind="primary" onPress={onClose} testId="cells-done">
            {t('import.cells.done')}
          </Button>
        </>
      }
    >
      {listed.length < cells || partial ? (
        <div className="notice plain f12">{listed.length < cells ? t('import.cells.more', { shown: listed.length, n: cells }) : t('import.cells.partial')}</div>
      ) : null}
      <div className="cells-list" ref={list}>
        <table className="tbl tight sticky" aria-label={t('import.cells.title', { n: cells, reason: text(reason) })}>
          <thead>
            <tr>
              <th className="r">{t('grid.row')}</th>
              <th>{t('column.name')}</th>
              <th>{t('import.cells.stands')}</th>
              <th>{t('import.cells.instead')}</th>
            </tr>
          </thead>
          <tbody>
            {listed.map((place, index) => (
              <CellLine
                key={`${place.row} ${place.column}`}
                place={place}
                table={table}
                value={correctionOf(corrections, place)}
                onChange={(value) => onCorrect(withCorrection(latest.current, place, value))}
                onStep={(by) => step(index, by)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}

interface CellLineProps {
  readonly place: RefusedPlace;
  readonly table: InspectedTable;
  readonly value: string | undefined;
  /** Told what the column takes; nothing where it takes what stands there not, or nothing stands there. */
  onChange(value: string | undefined): void;
  onStep(by: 1 | -1): void;
}

function CellLine({ place: { row, column: name, text }, table, value, onChange, onStep }: CellLineProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState(value ?? '');
  const [unfit, setUnfit] = useState(false);
  const newest = useRef(typed);
  const column = table.columns.find((one) => one.name === name);
  if (column === undefined) return null;
  const change = async (next: string) => {
    newest.current = next;
    setTyped(next);
    const refused =
      next.trim() === ''
        ? []
        : await call('import.fit', { name, type: column.type, decimal: column.decimal, dateOrder: column.dateOrder, ...(column.isSet && { isSet: true as const }), texts: [next] });
    // The answer to a text that was typed on since says nothing.
    if (newest.current !== next) return;
    setUnfit(refused.length > 0);
    onChange(refused.length > 0 || next.trim() === '' ? undefined : next.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (by === null || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onStep(by);
  };
  const shown = shownCell(text, column);
  return (
    <tr>
      <td className="r">{formatNumber(row)}</td>
      <td className="m el max-240" title={name}>
        {name}
      </td>
      <td className="el max-240" title={shown}>
        {shown}
      </td>
      <td>
        <span className="row g6">
          <input
            className={unfit ? 'inp bad' : 'inp'}
            value={typed}
            aria-label={t('import.cells.value', { column: name, row })}
            aria-invalid={unfit}
            onChange={(event) => void change(event.target.value)}
            onKeyDown={onKeyDown}
          />
          {unfit ? <span className="tw f12 nw">{t('import.cells.unfit', { type: t(`type.${column.type}`) })}</span> : null}
        </span>
      </td>
    </tr>
  );
}
