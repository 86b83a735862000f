import { ChevronRight, Database, FolderOpen, Inbox, Play, ShieldCheck } from 'lucide-react';
import { formatInstant } from '../../format/dates.ts';
import { formatBytes } from '../../format/numbers.ts';
import { keyName } from '../../frame/keys.ts';
import { usePaste } from '../../frame/usePaste.ts';
import { type PlainKey, useWords } from '../../i18n/index.ts';
import { openSample, openWorkspace, pickWorkspace } from '../../state/actions.ts';
import { useConnection, useWorkspace } from '../../state/engine.ts';
import { chooseFiles } from '../../state/importSession.ts';
import { formatHash } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Abacus } from '../../ui/Abacus.tsx';
import { Bead } from '../../ui/Bead.tsx';
import { Button } from '../../ui/Button.tsx';
import { ExportChecklist } from './ExportChecklist.tsx';

const STEPS: readonly (readonly [PlainKey, PlainKey])[] = [
  ['start.step.drop', 'start.step.drop.detail'],
  ['start.step.check', 'start.step.check.detail'],
  ['start.step.answer', 'start.step.answer.detail'],
  ['start.step.read', 'start.step.read.detail'],
];

/** Gets the first file in, or the sample shop, and shows what each export is worth. */
export function StartScreen() {
  const { t } = useWords();
  const info = useWorkspace();
  const { client } = useConnection();
  usePaste();
  const metrics = useEngine('metrics.catalogue', client === null || !info ? null : {});
  const board = (metrics.data ?? []).filter((metric) => metric.onBoard);
  // How far this workspace has come on the way from files to numbers.
  const reached = !info || info.counts.datasets === 0 ? 0 : info.counts.questions > 0 ? 2 : info.counts.orders > 0 ? 3 : 1;
  return (
    <main className="main scroll-y">
      <div className="start">
        <div className="row start-head">
          <div>
            <h1>{t('start.title')}</h1>
            <p className="t2">{t('start.subtitle')}</p>
          </div>
          <span className="sp" />
          <Button size="large" icon={<FolderOpen className="i" />} onPress={() => void pickWorkspace()} testId="start-open-workspace">
            {t('workspace.open')}
          </Button>
        </div>
        <ol className="start-steps">
          {STEPS.map(([title, detail], index) => (
            <li key={title} className={index === reached ? 'here' : index < reached ? 'done' : ''}>
              <Bead />
              <div className="b f12">{t(title)}</div>
              <div className="f12 t3">{t(detail)}</div>
            </li>
          ))}
        </ol>
        <div className="start-grid">
          <div className="start-drop">
            <div className="start-drop-text">
              <Inbox className="i start-inbox" aria-hidden="true" />
              <h2>{t('start.drop.title')}</h2>
              <p className="t2 f12 lines">{t('start.drop.detail')}</p>
              <Button kind="primary" size="large" keys={keyName('Ctrl O')} onPress={() => void chooseFiles()} testId="start-choose-files">
                {t('choose.files')}
              </Button>
              <Button kind="link" className="f12" onPress={() => document.querySelector<HTMLInputElement>('[data-testid=folder-input]')?.click()} testId="start-choose-folder">
                {t('choose.folder')}
              </Button>
            </div>
            {board.length === 0 ? null : (
              <div className="start-abacus">
                <Abacus metrics={board} size="large" />
                <p className="t3 f12 c">{t('start.beads', { lit: board.filter((metric) => metric.state === 'lit').length, all: board.length })}</p>
              </div>
            )}
          </div>
          <div className="card start-sample">
            <SamplePicture />
            <div className="pad-16">
              <h3>{t('start.sample.title')}</h3>
              <p className="t2 f12 lines">{t('start.sample.detail')}</p>
              <Button size="large" className="wide" icon={<Play className="i" />} onPress={() => void openSample()} testId="start-open-sample">
                {t('start.sample.open')}
              </Button>
            </div>
          </div>
          <ExportChecklist />
          <div className="col g12">
            <Recent />
            {info === null || info === undefined || info.counts.datasets === 0 ? null : (
              <a className="card start-continue" href={formatHash(info.counts.orders > 0 ? 'metrics' : 'collect')}>
                <span className="sp">
                  <span className="m">{t('start.continue')}</span>
                  <span className="t3 f12 block">{info.name}</span>
                </span>
                <ChevronRight className="i" aria-hidden="true" />
              </a>
            )}
            <p className="start-private">
              <ShieldCheck className="i tg" aria-hidden="true" />
              <span className="t2 f12 lines">{t('start.private')}</span>
            </p>
          </div>
        </div>
      </div>
    </main>
  );
}

/** A drawing of what the sample leads to; it shows no numbers that would not be there. */
function SamplePicture() {
  return (
    <svg className="start-picture" viewBox="0 0 300 120" aria-hidden="true">
      <path className="gr" d="M16 30H284M16 60H284M16 90H284" />
      <path className="ar" d="M16 84 44 86 72 80 100 86 128 82 148 66 166 26 182 62 206 84 234 86 262 78 284 82V104H16Z" />
      <path className="cmp" d="M16 88 44 84 72 88 100 84 128 88 166 82 196 62 214 80 262 84 284 86" />
      <path className="ln" d="M16 84 44 86 72 80 100 86 128 82 148 66 166 26 182 62 206 84 234 86 262 78 284 82" />
    </svg>
  );
}

function Recent() {
  const { t, lang } = useWords();
  const recent = useEngine('workspace.recent', {});
  if (recent.data === undefined || recent.data.length === 0) return null;
  return (
    <section className="card" aria-label={t('start.recent')}>
      <div className="ch">
        <h3>{t('start.recent')}</h3>
      </div>
      <ul className="recent">
        {recent.data.slice(0, 5).map((one) => (
          <li key={one.path}>
            <button type="button" onClick={() => void openWorkspace(one.path)} title={one.path}>
              <Database className="i t3" aria-hidden="true" />
              <span className="sp el">
                <span className="block el">{one.name}</span>
                <span className="block t3 f12 el">
                  {formatInstant(one.openedAt, lang)} · {formatBytes(one.bytes)}
                </span>
              </span>
              <ChevronRight className="i t3" aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
