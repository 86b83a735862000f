import { RotateCcw } from 'lucide-react';
import type { DatasetInfo } from '#contract/import';
import type { RecipeVersion } from '#contract/versions';
import { formatInstant } from '../../../format/dates.ts';
import { useWords } from '../../../i18n/index.ts';
import { toastUndo } from '../../../state/actions.ts';
import { change } from '../../../state/engine.ts';
import { runJob } from '../../../state/jobs.ts';
import { useEngine } from '../../../state/useEngine.ts';
import { Await } from '../../../ui/Await.tsx';
import { Button } from '../../../ui/Button.tsx';
import { showChanges } from '../changes/showChanges.ts';
import { showStep } from '../recipeActions.ts';
import { StepChangeLine } from './StepChangeLine.tsx';

interface VersionDifferenceProps {
  readonly dataset: DatasetInfo;
  readonly version: RecipeVersion | null;
  /** The version was made the recipe. */
  onDone(): void;
  onForgotten(): void;
}

/** What has changed since a version, and the way back to it. */
export function VersionDifference({ dataset, version, onDone, onForgotten }: VersionDifferenceProps) {
  const { t, text, lang } = useWords();
  const answer = useEngine('recipe.difference', version === null ? null : { dataset: dataset.id, version: version.id });
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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard. */}
      <div className="versions-body" tabIndex={0} role="region" aria-label={t('versions.since')} aria-live="polite" data-testid="version-difference">
        <Await answer={answer} lines={4}>
          {({ changes, same }) => (
            <>
              <p className="t2 f12">{changes.length === 0 ? t('versions.same') : t('versions.since')}</p>
              <ul className="step-changes">
                {changes.map((one) => (
                  <StepChangeLine key={`${one.before} ${one.after}`} change={one} />
                ))}
              </ul>
              {changes.length > 0 && same > 0 ? <p className="t3 f12">{t('versions.unchanged', { n: same })}</p> : null}
              <Button kind="link" onPress={() => showChanges(dataset.id, version.n)} testId="version-data">
                {t('versions.data')}
              </Button>
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
