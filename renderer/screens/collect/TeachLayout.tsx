import { GraduationCap } from 'lucide-react';
import { useState } from 'react';
import type { SourceReport } from '#contract/source-report';
import { useWords } from '../../i18n/index.ts';
import { toastUndo } from '../../state/actions.ts';
import { change } from '../../state/engine.ts';
import { runJob } from '../../state/jobs.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { teachKeys } from './teachKeys.ts';

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

/** No column: rows are known by all of their cells. */
const NONE = -1;

function TeachDialog({ report, onClose }: { readonly report: SourceReport; onClose(): void }) {
  const { t } = useWords();
  const { dataset } = report.source;
  const [title, setTitle] = useState(dataset);
  const [chosen, setChosen] = useState<number | null>(null);
  const { data } = useEngine('datasets.key', { dataset });
  const ready = title.trim() !== '' && data !== undefined;
  // Only what differs in every row can tell rows apart.
  const unique = report.columns.filter((column) => column.filled === column.rows && column.distinct === column.rows).map(({ name }) => name);
  const keys = data === undefined ? [] : teachKeys(data, unique);
  const at = chosen ?? (keys.length > 0 ? 0 : NONE);
  const teach = async () => {
    onClose();
    const taught = await runJob(t('layout.teach'), (options) => change('templates.learn', { dataset, title, key: [...(keys[at] ?? [])] }, options));
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
            value={String(at)}
            options={[{ value: String(NONE), label: t('layout.noKey') }, ...keys.map((columns, i) => ({ value: String(i), label: columns.join(' + ') }))]}
            onChange={(value) => setChosen(Number(value))}
            testId="teach-key"
          />
        </div>
      </form>
    </Dialog>
  );
}
