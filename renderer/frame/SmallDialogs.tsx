import { type ReactNode, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { createWorkspace, dialog, openWorkspace } from '../state/actions.ts';
import { change, useWorkspace } from '../state/engine.ts';
import { failure, runJob } from '../state/jobs.ts';
import { useStore } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorPanel } from '../ui/ErrorPanel.tsx';
import { Palette } from './Palette.tsx';
import { ShortcutsSheet } from './ShortcutsSheet.tsx';

const close = () => dialog.set('none');

/** Asks for one line of text. */
function AskDialog({
  title,
  label,
  value,
  action,
  help,
  onDone,
}: {
  readonly title: string;
  readonly label: string;
  readonly value: string;
  readonly action: string;
  readonly help?: ReactNode;
  onDone(text: string): void;
}) {
  const { t } = useWords();
  const [text, setText] = useState(value);
  const ready = text.trim() !== '';
  return (
    <Dialog
      title={title}
      onClose={close}
      style={{ width: 460 }}
      footer={
        <>
          <span className="sp" />
          <Button onPress={close}>{t('cancel')}</Button>
          <Button kind="primary" disabled={!ready} onPress={() => onDone(text.trim())} testId="ask-done">
            {action}
          </Button>
        </>
      }
    >
      <form
        className="pad-20"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onDone(text.trim());
        }}
      >
        <label className="field">
          <span>{label}</span>
          <input className="inp" value={text} onChange={(event) => setText(event.target.value)} data-testid="ask-text" />
        </label>
        {help === undefined ? null : <p className="t3 f12 lines">{help}</p>}
      </form>
    </Dialog>
  );
}

/** The dialogs that can be opened from anywhere, and failures no screen shows itself. */
export function SmallDialogs() {
  const { t } = useWords();
  const open = useStore(dialog);
  const error = useStore(failure);
  const info = useWorkspace();
  if (error !== null) {
    return (
      <Dialog title={t('error.title')} onClose={() => failure.set(null)} style={{ width: 520 }} testId="error-dialog">
        <div className="pad-20">
          <ErrorPanel error={error} />
        </div>
      </Dialog>
    );
  }
  const done = (work: Promise<unknown>) => {
    close();
    void work;
  };
  if (open === 'palette') return <Palette />;
  if (open === 'shortcuts') return <ShortcutsSheet />;
  if (open === 'new-workspace')
    return (
      <AskDialog
        title={t('workspace.new')}
        label={t('workspace.name')}
        value={t('workspace.newName')}
        action={t('workspace.create')}
        help={t('workspace.newHelp')}
        onDone={(name) => done(createWorkspace(name))}
      />
    );
  if (open === 'open-path')
    return <AskDialog title={t('workspace.open')} label={t('workspace.path')} value="" action={t('open')} help={t('workspace.pathHelp')} onDone={(path) => done(openWorkspace(path))} />;
  if (open === 'rename')
    return (
      <AskDialog
        title={t('workspace.rename')}
        label={t('workspace.name')}
        value={info?.name ?? ''}
        action={t('rename')}
        onDone={(name) => done(runJob(t('workspace.rename'), () => change('workspace.rename', { name })))}
      />
    );
  return null;
}
