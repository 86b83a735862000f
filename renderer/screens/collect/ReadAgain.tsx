import { RotateCcw } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ImportOptions } from '#contract/documents';
import type { LookedAgain, SourceInfo } from '#contract/import';
import { useWords } from '../../i18n/index.ts';
import { toastUndo } from '../../state/actions.ts';
import { change } from '../../state/engine.ts';
import { runJob } from '../../state/jobs.ts';
import { go } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Skeleton } from '../../ui/Await.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Detections } from '../import/Detections.tsx';
import { RowCounts } from '../import/RowCounts.tsx';
import { ProblemBand } from '../import/ProblemBand.tsx';

/** Reads a file that is in once more, by other choices; what was built on it stays. */
export function ReadAgain({ source }: { readonly source: SourceInfo }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={<RotateCcw className="i s" />} onPress={() => setOpen(true)} testId="read-again">
        {t('source.again')}
      </Button>
      {open ? <ReadAgainDialog source={source} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface ReadAgainDialogProps {
  readonly source: SourceInfo;
  onClose(): void;
  /** Told once it was read again; without it the page of the file opens. */
  onDone?(): void;
}

/** How a file that is in is read, with the other choices. */
export function ReadAgainDialog({ source, onClose, onDone }: ReadAgainDialogProps) {
  const { t } = useWords();
  const [options, setOptions] = useState<ImportOptions>({});
  // What is not chosen any more is found out again.
  const found = Object.entries(options).flatMap(([name, value]) => (value === undefined ? [name] : []));
  const request = { source: source.id, options, found };
  const { data, error, loading } = useEngine('import.look-again', request);
  // Until the answer to a choice is there, the one before it stays.
  const last = useRef<LookedAgain>(undefined);
  last.current = data ?? last.current;
  const run = async () => {
    onClose();
    const sources = await runJob(t('source.again'), (call) => change('import.reread', request, call));
    if (sources === undefined) return;
    toastUndo(t('source.again'));
    if (onDone !== undefined) {
      onDone();
      return;
    }
    // The file has a new number; it is the newest of its name.
    const next = sources.find(({ file }) => file === source.file);
    if (next !== undefined) go('collect', ['files', String(next.id)]);
  };
  return (
    <Dialog
      title={t('source.again')}
      subtitle={source.file}
      onClose={onClose}
      style={{ width: 560, maxHeight: 'min(720px, calc(100vh - 48px))' }}
      testId="read-again-dialog"
      footer={
        <>
          <span className="sp" />
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind="primary" disabled={Object.keys(options).length === 0 || error !== undefined} onPress={() => void run()} testId="read-again-run">
            {t('source.again')}
          </Button>
        </>
      }
    >
      <div className="pad-20 lines">
        <p className="t2">{t('source.again.detail')}</p>
      </div>
      {error !== undefined ? (
        <div className="pad-20">
          <ErrorPanel error={error} onRetry={() => setOptions({})} />
        </div>
      ) : last.current === undefined ? (
        <div className="pad-20">
          <Skeleton lines={6} />
        </div>
      ) : (
        <Looked table={last.current} busy={loading} onChoose={(chosen) => setOptions({ ...options, ...chosen })} />
      )}
    </Dialog>
  );
}

/** How the file would be read then: rows, what would be set aside, and each decision with its other choices. */
function Looked({ table, busy, onChoose }: { readonly table: LookedAgain; readonly busy: boolean; onChoose(options: ImportOptions): void }) {
  return (
    <>
      <div className="counts" data-testid="read-again-counts">
        <RowCounts table={table} />
      </div>
      <ProblemBand table={table} onFix={onChoose} />
      <Detections table={table} busy={busy} onChoose={onChoose} />
    </>
  );
}
