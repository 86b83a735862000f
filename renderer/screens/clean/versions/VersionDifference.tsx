import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { DatasetInfo } from '#contract/datasets';
import type { RecipeVersion } from '#contract/versions';
import { formatInstant } from '../../../format/dates.ts';
import { useWords } from '../../../i18n/index.ts';
import { toastUndo } from '../../../state/actions.ts';
import { change, revision } from '../../../state/engine.ts';
import { runJob } from '../../../state/jobs.ts';
import { useStore } from '../../../state/store.ts';
import { useEngine } from '../../../state/useEngine.ts';
import { Await } from '../../../ui/Await.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { showChanges } from '../changes/showChanges.ts';
import { showStep } from '../recipeActions.ts';
import { StepChangeLine } from './StepChangeLine.tsx';
import { NOW, untilOptions } from './until.ts';
import { VersionRows } from './VersionRows.tsx';

interface VersionDifferenceProps {
  readonly dataset: DatasetInfo;
  readonly version: RecipeVersion | null;
  /** All of them, newest first. */
  readonly versions: readonly RecipeVersion[];
  /** The version was made the recipe. */
  onDone(): void;
  onForgotten(): void;
}

/** What has changed since a version, until now or a later one, and the way back to it. */
export function VersionDifference({ dataset, version, versions, onDone, onForgotten }: VersionDifferenceProps) {
  const words = useWords();
  const { t, text, lang } = words;
  const now = useStore(revision);
  const [wanted, setWanted] = useState(NOW);
  const options = version === null ? [] : untilOptions(versions, version.id, words);
  // What is no later one of the version that is chosen now cannot be its end.
  const until = options.some(({ value }) => value === wanted) ? wanted : NOW;
  const later = versions.find(({ id }) => id === until) ?? null;
  const answer = useEngine('recipe.difference', version === null ? null : { dataset: dataset.id, version: version.id, ...(later !== null && { until: later.id }) });
  if (version === null) return <div className="versions-right t3 f12 pad-20">{t('versions.choose')}</div>;
  const back = async () => {
    const done = await runJob(t('versions.back'), (options) => change('recipe.go-back', { dataset: dataset.id, version: version.id }, options));
    if (done === undefined) return;
    toastUndo(t('versions.wentBack', { name: text(version.title) }));
    showStep(null);
    onDone();
  };
  const forget = async () => {
    const done = await runJob(t('versions.forget'), (options) => change('recipe.forget-version', { dataset: dataset.id, version: version.id }, options));
    if (done === undefined) return;
    toastUndo(t('versions.forgotten', { name: version.name ?? '' }));
    onForgotten();
  };
  return (
    <section className="versions-right" aria-label={t('versions.since')}>
      <div className="versions-h">
        <h3 className="el" title={text(version.title)}>
          {text(version.title)}
        </h3>
        <span className="t3 f12 num nw">{formatInstant(version.at, lang)}</span>
      </div>
      <div className="versions-until row g8 f12">
        <span className="t2 nw">{t('versions.until')}</span>
        <Choice label={t('versions.until')} small value={until} options={options} onChange={setWanted} testId="version-until" />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard. */}
      <div className="versions-body" tabIndex={0} role="region" aria-label={t('versions.since')} aria-live="polite" data-testid="version-difference">
        <Await answer={answer} lines={4}>
          {({ changes, same }) => (
            <>
              {changes.length === 0 ? <p className="t2 f12">{t(later === null ? 'versions.same' : 'versions.sameThen')}</p> : null}
              <ul className="step-changes">
                {changes.map((one) => (
                  <StepChangeLine key={`${one.before} ${one.after}`} change={one} />
                ))}
              </ul>
              {changes.length > 0 && same > 0 ? <p className="t3 f12">{t('versions.unchanged', { n: same })}</p> : null}
              <div className="versions-more">
                <VersionRows key={`${version.id} ${until} ${now}`} dataset={dataset} version={version} until={later} />
                <Button kind="link" onPress={() => showChanges(dataset.id, version.n)} testId="version-data">
                  {t('versions.data')}
                </Button>
              </div>
            </>
          )}
        </Await>
      </div>
      <div className="versions-f">
        {version.name === null ? null : (
          <Button kind="quiet" onPress={() => void forget()} testId="version-forget">
            {t('versions.forget')}
          </Button>
        )}
        <span className="sp" />
        <Button kind="primary" icon={<RotateCcw className="i" aria-hidden="true" />} disabled={version.current} onPress={() => void back()} testId="version-back">
          {t('versions.back')}
        </Button>
      </div>
    </section>
  );
}
