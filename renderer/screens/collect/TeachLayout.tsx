import { GraduationCap } from 'lucide-react';
import { useState } from 'react';
import type { SourceReport } from '#contract/source-report';
import { useWords } from '../../i18n/index.ts';
import { toastUndo } from '../../state/actions.ts';
import { change } from '../../state/engine.ts';
import { runJob } from '../../state/jobs.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Makes a template of a table whose layout no template knows. */
export function TeachLayout({ report }: { readonly report: SourceReport }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={<GraduationCap className="i s" />} onPress={() => setOpen(true)} testId="teach-layout">
        {t('layout.teach')}
      </Button>
      {open ? <TeachDialog report={report} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function TeachDialog({ report, onClose }: { readonly report: SourceReport; onClose(): void }) {
  const { t } = useWords();
  const { dataset } = report.source;
  const [title, setTitle] = useState(dataset);
  const [key, setKey] = useState(report.naturalKey[0] ?? '');
  const ready = title.trim() !== '';
  // Only what differs in every row can tell rows apart.
  const candidates = report.columns.filter((column) => column.filled === column.rows && column.distinct === column.rows).map(({ name }) => name);
  const teach = async () => {
    onClose();
    const taught = await runJob(t('layout.teach'), (options) => change('templates.learn', { dataset, title, key: key === '' ? [] : [key] }, options));
    if (taught !== undefined) toastUndo(t('layout.taught', { title }));
  };
  return (
    <Dialog
      title={t('layout.teach')}
      subtitle={dataset}
      onClose={onClose}
      style={{ width: 480 }}
      testId="teach-dialog"
      footer={
        <>
          <span className="sp" />
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind="primary" disabled={!ready} onPress={() => void teach()} testId="teach-run">
            {t('layout.teach')}
          </Button>
        </>
      }
    >
      <form
        className="pad-20 teach"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void teach();
        }}
      >
        <p className="t2 lines">{t('layout.detail')}</p>
        <label className="field">
          <span>{t('layout.title')}</span>
          <input className="inp" value={title} onChange={(event) => setTitle(event.target.value)} data-testid="teach-title" />
        </label>
        <div className="row g8">
          <span className="sp">{t('layout.key')}</span>
          <Choice
            label={t('layout.key')}
            value={key}
            options={[{ value: '', label: t('layout.noKey') }, ...[...new Set([...report.naturalKey, ...candidates])].map((name) => ({ value: name, label: name }))]}
            onChange={setKey}
          />
        </div>
      </form>
    </Dialog>
  );
}
