import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { ImportOptions } from '#contract/documents';
import type { SourceInfo } from '#contract/import';
import { useWords } from '../../i18n/index.ts';
import { toastUndo } from '../../state/actions.ts';
import { change } from '../../state/engine.ts';
import { runJob } from '../../state/jobs.ts';
import { go } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

const ROWS = 15;

/** Reads a file that is in once more, by another encoding or header row; what was built on it stays. */
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

function ReadAgainDialog({ source, onClose }: { readonly source: SourceInfo; onClose(): void }) {
  const { t, text } = useWords();
  const [encoding, setEncoding] = useState(source.encoding ?? '');
  const [header, setHeader] = useState('');
  const encodings = useEngine('import.encodings', {});
  const options: ImportOptions = {
    ...(encoding !== '' && encoding !== source.encoding && { encoding }),
    ...(header !== '' && { preambleRows: Number(header) - 1, headerRows: 1 }),
  };
  const run = async () => {
    onClose();
    const sources = await runJob(t('source.again'), (call) => change('import.reread', { source: source.id, options }, call));
    if (sources === undefined) return;
    toastUndo(t('source.again'));
    // The file has a new number; it is the newest of its name.
    const next = sources.find(({ file }) => file === source.file);
    if (next !== undefined) go('collect', ['files', String(next.id)]);
  };
  return (
    <Dialog
      title={t('source.again')}
      subtitle={source.file}
      onClose={onClose}
      style={{ width: 460 }}
      testId="read-again-dialog"
      footer={
        <>
          <span className="sp" />
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind="primary" disabled={Object.keys(options).length === 0} onPress={() => void run()} testId="read-again-run">
            {t('source.again')}
          </Button>
        </>
      }
    >
      <div className="pad-20 lines">
        <p className="t2">{t('source.again.detail')}</p>
        {source.encoding === null ? null : (
          <div className="row g8">
            <span className="sp">{t('source.encoding')}</span>
            <Choice
              label={t('source.encoding')}
              value={encoding}
              options={(encodings.data ?? []).map(({ id, label }) => ({ value: id, label: text(label) }))}
              onChange={setEncoding}
              testId="read-again-encoding"
            />
          </div>
        )}
        <div className="row g8">
          <span className="sp">{t('source.headerRow')}</span>
          <Choice
            label={t('source.headerRow')}
            value={header}
            options={[{ value: '', label: t('source.asFound') }, ...Array.from({ length: ROWS }, (_, i) => ({ value: String(i + 1), label: String(i + 1) }))]}
            onChange={setHeader}
          />
        </div>
      </div>
    </Dialog>
  );
}
