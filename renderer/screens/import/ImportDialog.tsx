import { ShieldCheck } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { closeImport, type ImportFile, importFiles, inspect } from '../../state/importSession.ts';
import { jobs } from '../../state/jobs.ts';
import { runImport } from '../../state/runImport.ts';
import { useStore } from '../../state/store.ts';
import { Skeleton, useSlow } from '../../ui/Await.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { FileList } from './FileList.tsx';
import { FileReading } from './FileReading.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { isPersonal, PersonalDialog } from './PersonalDialog.tsx';
import { nextColumn, nextProblem } from './PreviewTable.tsx';

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1 };
/** What follows the arrows by itself. */
const OWN_ARROWS = 'input:not([type=checkbox]), select, textarea, [role=listbox], [role=menu], [role=radiogroup], [aria-haspopup], .imp-grid';

/** Shows how every file is read before anything is built on it. */
export function ImportDialog() {
  const files = useStore(importFiles);
  if (files === null || files.length === 0) return null;
  return <OpenImport files={files} />;
}

function OpenImport({ files }: { readonly files: readonly ImportFile[] }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<number | null>(null);
  const [running, setRunning] = useState(false);
  // What was begun before goes on beside the import.
  const job = useStore(jobs).at(-1);
  const file = files.find((one) => one.key === chosen) ?? files[0];
  const ready = files.filter((one) => !one.skip && one.error === null && one.source !== null);
  // Files that are in already change nothing.
  const fresh = ready.filter((one) => one.again || (one.inspected?.alreadyIn ?? null) === null).length || ready.length;
  const handedOver = files.filter((one) => one.source !== null || one.error !== null).length;
  const handingOver = handedOver < files.length;
  const unsure = ready.some((one) => one.inspected?.tables.some((table) => table.detections.some((detection) => !detection.sure)));
  const people = ready.flatMap((one) => one.inspected?.tables.flatMap(({ columns }) => columns.filter(isPersonal)) ?? []);
  const named = (columns: typeof people) => new Set(columns.map(({ name }) => name)).size;
  const [asking, setAsking] = useState(false);
  const run = async () => {
    if (ready.length === 0 || running || handingOver) return;
    setRunning(true);
    await runImport();
    setRunning(false);
  };
  const choose = useCallback((key: number) => {
    setChosen(key);
    const next = importFiles.get()?.find((one) => one.key === key);
    if (next !== undefined && next.inspected === null && next.error === null && !next.busy) void inspect(key);
  }, []);
  const latest = useRef(run);
  latest.current = run;
  const step = (by: 1 | -1) => {
    const next = files[files.findIndex(({ key }) => key === file?.key) + by];
    if (next !== undefined && !running) choose(next.key);
  };
  const latestStep = useRef(step);
  latestStep.current = step;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'F8') {
        event.preventDefault();
        nextProblem('any');
        return;
      }
      const by = STEPS[event.key];
      if (by !== undefined && document.querySelectorAll('[role=dialog]').length === 1) {
        const isAcross = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
        if (event.altKey && isAcross) {
          // The browser would go back.
          event.preventDefault();
          nextColumn(by);
        } else if (!event.altKey && !isAcross && event.target instanceof HTMLElement && event.target.closest(OWN_ARROWS) === null) {
          event.preventDefault();
          latestStep.current(by);
        }
        return;
      }
      // Enter on a control of the dialog belongs to that control.
      if (event.key !== 'Enter' || !(event.target instanceof HTMLElement) || event.target.closest('button, input, select, [role=option], [role=grid], [role=menu], label') !== null) return;
      if (document.querySelectorAll('[role=dialog]').length === 1) void latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  const close = () => {
    if (running) job?.cancel();
    else closeImport();
  };
  return (
    <Dialog
      title={t('import.title', { n: files.length })}
      subtitle={t('import.subtitle')}
      dismissable={!running}
      onClose={close}
      style={{ width: 1312, height: 776 }}
      testId="import-dialog"
      footer={
        <>
          {people.length === 0 ? null : (
            <span className="row g8 t2 f12 el">
              <ShieldCheck className="i" aria-hidden="true" />
              <span className="el">{t('import.personal', { n: named(people.filter(({ personal }) => personal)), shown: named(people.filter(({ shown }) => shown)) })}</span>
              <Button kind="link" className="f12 nw" onPress={() => setAsking(true)} testId="import-people">
                {t('import.change')}
              </Button>
            </span>
          )}
          <span className="sp" />
          <Button size="large" onPress={close} testId="import-cancel">
            {t('cancel')}
          </Button>
          <Button size="large" kind="primary" keys="Enter" disabled={ready.length === 0 || running || handingOver} onPress={() => void run()} testId="import-run">
            {handingOver
              ? t('import.handingOver', { done: handedOver, n: files.length })
              : ready.length === 0
                ? t('import.runNone')
                : unsure
                  ? t('import.runUnsure', { n: fresh })
                  : t('import.run', { n: fresh })}
          </Button>
        </>
      }
    >
      <div className="imp">
        <FileList files={files} chosen={file?.key ?? null} onChoose={choose} />
        {asking ? <PersonalDialog files={ready} onClose={() => setAsking(false)} /> : null}
        {running ? <ImportProgress files={ready} job={job ?? null} /> : file === undefined ? null : <Reading file={file} alone={files.length === 1} />}
      </div>
    </Dialog>
  );
}

function Reading({ file, alone }: { readonly file: ImportFile; readonly alone: boolean }) {
  const { t, text } = useWords();
  const slow = useSlow(file.inspected === null && file.error === null);
  if (file.error !== null) {
    return (
      <div className="sp pad-20">
        <ErrorPanel error={file.error} onRetry={() => void inspect(file.key)} />
        {alone ? null : <p className="t3 f12 lines pad-t">{t('import.othersGoOn')}</p>}
      </div>
    );
  }
  if (file.inspected === null) {
    return (
      <div className="sp pad-20" aria-live="polite">
        {slow ? <Skeleton lines={9} /> : null}
        {slow && file.progress !== null ? <p className="t3 f12">{text(file.progress.note)}</p> : null}
      </div>
    );
  }
  return <FileReading key={file.key} file={file} inspected={file.inspected} />;
}
