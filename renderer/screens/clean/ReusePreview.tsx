import type { RecipeStep } from '#contract/documents';
import type { DatasetInfo } from '#contract/datasets';
import { useWords } from '../../i18n/index.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Choice } from '../../ui/Choice.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Tick } from '../../ui/Toggle.tsx';
import { travels } from './reuse.ts';
import type { Reuse } from './useReuse.ts';

/** The steps to take, what each would do in the table, and the columns that it calls otherwise. */
export function ReusePreview({ target, offered, reuse }: { readonly target: DatasetInfo; readonly offered: readonly RecipeStep[]; readonly reuse: Reuse }) {
  const { t } = useWords();
  return (
    <>
      {reuse.hasSteps ? (
        <div className="row">
          <Segmented
            label={t('reuse.place')}
            value={reuse.instead ? 'instead' : 'after'}
            options={[
              { value: 'after', label: t('reuse.after') },
              { value: 'instead', label: t('reuse.instead') },
            ]}
            onChange={(place) => reuse.setInstead(place === 'instead')}
          />
        </div>
      ) : null}
      {reuse.missing.length === 0 ? null : (
        <section className="reuse-map" aria-label={t('reuse.missing', { table: target.name })} data-testid="reuse-missing">
          <p>
            <b>{t('reuse.missing', { table: target.name })}</b> <span className="t2 f12">{t('reuse.missing.detail')}</span>
          </p>
          {reuse.missing.map(({ column, steps }) => (
            <MissingLine key={column} column={column} steps={steps} reuse={reuse} />
          ))}
        </section>
      )}
      {reuse.dryError === undefined ? null : <ErrorPanel error={reuse.dryError} />}
      <section aria-label={t('reuse.steps')}>
        <h4>{t('reuse.steps')}</h4>
        <ol className="reuse-steps">
          {offered.map((step, i) => (
            <StepLine key={`${i + 1} ${step.step}`} step={step} number={i + 1} reuse={reuse} />
          ))}
        </ol>
      </section>
    </>
  );
}

function MissingLine({ column, steps, reuse }: { readonly column: string; readonly steps: readonly number[]; readonly reuse: Reuse }) {
  const { t } = useWords();
  return (
    <>
      <span className="el" title={column}>
        <b>{column}</b> <span className="t2 f12 num">{t('reuse.needed', { steps: steps.join(t('list.comma')) })}</span>
      </span>
      <span className="t2">→</span>
      <Choice
        label={t('reuse.is', { column })}
        wide
        value={reuse.names[column] ?? null}
        placeholder={t('param.chooseColumn')}
        options={reuse.columns.map((name) => ({ value: name, label: name }))}
        onChange={(to) => reuse.map(column, to)}
        testId={`reuse-map-${column}`}
      />
    </>
  );
}

function StepLine({ step, number, reuse }: { readonly step: RecipeStep; readonly number: number; readonly reuse: Reuse }) {
  const { t, text } = useWords();
  const catalogue = useEngine('steps.catalogue', {});
  const at = reuse.taken.indexOf(number);
  const result = at < 0 ? undefined : reuse.dry?.steps[reuse.kept + at];
  const info = catalogue.data?.find(({ id }) => id === step.step);
  // As long as columns are missing, the steps after the first that lacks one say nothing of their own.
  const needed = reuse.missing.filter(({ column, steps }) => at >= 0 && steps.includes(number) && reuse.unmapped.includes(column)).map(({ column }) => column);
  return (
    <li className={at < 0 ? 'reuse-step off' : 'reuse-step'}>
      <Tick label={t('reuse.step', { n: number })} on={at >= 0} onChange={(on) => reuse.take(number, on)} testId={`reuse-step-${number}`} />
      <span className="t3 num">{number}</span>
      <span>
        <span className="el m">{result === undefined ? text(info?.title ?? { en: step.step, zh: step.step }) : text(result.title)}</span>
        {needed.length > 0 ? (
          <span className="tw f12 lines">{t('reuse.needs', { columns: needed.join(t('list.comma')) })}</span>
        ) : result?.error && reuse.unmapped.length === 0 ? (
          <span className="tc f12 lines">{text(result.error)}</span>
        ) : (
          <span className="t3 f12 el">{result === undefined ? (travels(step) ? '' : t('reuse.cells')) : text(result.detail)}</span>
        )}
      </span>
    </li>
  );
}
