import type { ImportedFile } from '#contract/import';
import { useWords } from '../../i18n/index.ts';
import { call } from '../../state/engine.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SetAsideGrid } from '../collect/SetAsideGrid.tsx';

interface SetAsideDialogProps {
  readonly name: string;
  /** How the file is read now. */
  readonly file: ImportedFile;
  /** Which of its tables. */
  readonly table: string;
  readonly rows: number;
  /** Only the beginning of the file was read. */
  readonly partial: boolean;
  onClose(): void;
}

/** All rows of a table on its way in that would be set aside, with why. */
export function SetAsideDialog({ name, file, table, rows, partial, onClose }: SetAsideDialogProps) {
  const { t } = useWords();
  return (
    <Dialog
      title={t('import.aside.title', { n: rows })}
      subtitle={name}
      onClose={onClose}
      style={{ width: 1040, height: 620 }}
      testId="aside-dialog"
      footer={
        <>
          <span className="t2 f12">{t('import.aside.detail')}</span>
          <span className="sp" />
          <Button kind="primary" onPress={onClose}>
            {t('import.cells.done')}
          </Button>
        </>
      }
    >
      {partial ? <div className="notice plain f12">{t('import.aside.partial')}</div> : null}
      <div className="aside-rows">
        <SetAsideGrid of={JSON.stringify([file, table])} withFile={false} load={(offset, limit) => call('import.aside-rows', { ...file, table, offset, limit })} />
      </div>
    </Dialog>
  );
}
