import { useState } from 'react';
import type { Cell } from '#contract/values';
import { formatCell } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** A cell of the table that is shown, by the row of the file it came from. */
export interface EditedCell {
  readonly source: number;
  readonly row: number;
  readonly file: string | null;
  readonly column: string;
  readonly type: string;
  readonly value: Cell;
}

/** Sets one cell; the file stays as it is, and the change is a step. */
export function CellEditor({ cell, onSave, onClose }: { readonly cell: EditedCell; onSave(value: string): void; onClose(): void }) {
  const { t } = useWords();
  const shown = formatCell(cell.value, cell.type);
  const [value, setValue] = useState(shown);
  // What was not changed is not written: a masked cell would become its mask.
  const save = () => (value === shown ? onClose() : onSave(value));
  return (
    <Dialog
      title={t('cell.title', { column: cell.column })}
      subtitle={t('cell.place', { file: cell.file ?? '', row: cell.row })}
      onClose={onClose}
      style={{ width: 480 }}
      testId="cell-dialog"
      footer={
        <>
          <span className="t3 f12">{t('cell.detail')}</span>
          <span className="sp" />
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind="primary" onPress={save} testId="cell-save">
            {t('apply')}
          </Button>
        </>
      }
    >
      <form
        className="pad-20"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <input className="inp wide" aria-label={cell.column} value={value} onChange={(event) => setValue(event.target.value)} data-testid="cell-value" />
      </form>
    </Dialog>
  );
}
