import { FileCode, Redo2, Undo2 } from 'lucide-react';
import { formatInstant } from '../../format/dates.ts';
import { useWords } from '../../i18n/index.ts';
import { redo, undo } from '../../state/actions.ts';
import { change } from '../../state/engine.ts';
import { exportPlan } from '../../state/exports.ts';
import { runJob } from '../../state/jobs.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { Bead } from '../../ui/Bead.tsx';
import { Button } from '../../ui/Button.tsx';

/** Every change of the workspace, newest first; a click goes back to it. */
export function HistoryScreen() {
  const { t, text, lang } = useWords();
  const answer = useEngine('history.list', {});
  return (
    <main className="main calm">
      <div className="ph">
        <h1>{t('history.title')}</h1>
        <span className="t3">{answer.data === undefined ? '' : t('history.count', { n: answer.data.operations.length })}</span>
        <span className="sp" />
        <Button icon={<FileCode className="i" />} onPress={() => void exportPlan()} testId="plan-export">
          {t('history.plan')}
        </Button>
        <Button icon={<Undo2 className="i" />} onPress={() => void undo()} testId="undo">
          {t('undo')}
        </Button>
        <Button icon={<Redo2 className="i" />} onPress={() => void redo()} testId="redo">
          {t('redo')}
        </Button>
      </div>
      <div className="bar t2 f12">{t('history.detail')}</div>
      <div className="pg scroll-y">
        <Await answer={answer} lines={6}>
          {(history) => (
            <section className="card no-shrink history">
              {[...history.operations].reverse().map((operation) => (
                <div key={operation.n} className={operation.undone ? 'op undone' : operation.n === history.cursor ? 'op here' : 'op'}>
                  <Bead className="op-bead" />
                  <span className="sp el">{text(operation.title)}</span>
                  {operation.n === history.cursor ? (
                    <span className="tag">{t('history.here')}</span>
                  ) : operation.n === 1 ? null : (
                    <Button kind="quiet" size="small" onPress={() => void runJob(t('history.title'), (options) => change('history.goto', { n: operation.n }, options))}>
                      {t('history.goto')}
                    </Button>
                  )}
                  <span className="t3 f12 num">{formatInstant(operation.at, lang)}</span>
                </div>
              ))}
            </section>
          )}
        </Await>
      </div>
    </main>
  );
}
