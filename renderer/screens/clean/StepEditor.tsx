import { ChevronDown, ChevronUp, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RecipeStep } from '#contract/documents';
import type { ErrorInfo } from '#contract/errors';
import type { DatasetInfo } from '#contract/datasets';
import type { RecipeReply, StepResult } from '#contract/recipe';
import { formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Bead } from '../../ui/Bead.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { JoinStepReport } from './JoinStepReport.tsx';
import { ParamForm } from './ParamForm.tsx';
import { finishedParams, initialParams, missingParams, moved } from './paramValues.ts';
import { recipePreview, useSettled } from './recipePreview.ts';
import { removeStep, setRecipe, showStep, stepsOf, toggleStep } from './recipeActions.ts';

interface StepEditorProps {
  readonly dataset: DatasetInfo;
  readonly datasets: readonly DatasetInfo[];
  readonly recipe: RecipeReply;
  readonly step: RecipeStep;
  /** Place in the recipe, from 0. */
  readonly at: number;
  readonly isNew?: boolean;
  readonly result?: StepResult;
  onDone(): void;
}

/** The parameters of a step; what a change would do is shown before it is applied. */
export function StepEditor({ dataset, datasets, recipe, step, at, isNew, result, onDone }: StepEditorProps) {
  const { t, text } = useWords();
  const catalogue = useEngine('steps.catalogue', {});
  const page = useEngine('datasets.page', { dataset: dataset.id, step: at, limit: 1 });
  const info = catalogue.data?.find((one) => one.id === step.step);
  const [edited, setEdited] = useState<Readonly<Record<string, unknown>> | null>(null);
  const [failed, setFailed] = useState<ErrorInfo | null>(null);
  const specs = info?.params ?? [];
  const values = edited ?? initialParams(specs, step.params);
  const next: RecipeStep = { ...step, params: finishedParams(specs, values) };
  const dirty = isNew === true || (edited !== null && JSON.stringify(next.params) !== JSON.stringify(step.params));
  const missing = missingParams(specs, values);
  const before = stepsOf(recipe);
  const steps = isNew === true ? [...before.slice(0, at), next, ...before.slice(at)] : before.map((old, index) => (index === at ? next : old));
  const isReady = info !== undefined && dirty && missing.length === 0;
  const tried = useSettled(isReady ? JSON.stringify(steps) : null);
  const dry = useEngine('recipe.set', tried === null ? null : { dataset: dataset.id, steps: JSON.parse(tried) as RecipeStep[], dryRun: true, upTo: at + 1 });
  const outcome = dry.data?.steps[at];
  useEffect(() => {
    if (tried === null || outcome === undefined) return;
    if (outcome.error !== null) recipePreview.set(null);
    else recipePreview.set({ dataset: dataset.id, steps: JSON.parse(tried) as RecipeStep[], step: at + 1, result: outcome });
  }, [tried, outcome, dataset.id, at]);
  // What is shown before it is taken goes with its form.
  useEffect(() => () => recipePreview.set(null), []);
  useEffect(() => {
    if (!isReady) recipePreview.set(null);
  }, [isReady]);
  const apply = async () => {
    setFailed(null);
    const reply = await setRecipe(
      dataset.id,
      steps,
      isNew === true ? t('clean.added', { title: text(info?.title ?? { en: '', zh: '' }) }) : t('clean.changedStep', { title: text(info?.title ?? { en: '', zh: '' }) }),
      setFailed,
    );
    if (reply === undefined) return;
    onDone();
    showStep(at + 1);
  };
  const move = (to: number) => void setRecipe(dataset.id, moved(before, at, to), t('clean.moved', { title: text(result?.title ?? { en: '', zh: '' }) })).then(() => showStep(to + 1));
  return (
    <div className="step-edit" data-testid="step-editor">
      <div className="row g8">
        <Bead className="step-bead" />
        <span className="t2 m nw">{isNew === true ? t('clean.newStep') : t('clean.step', { n: at + 1 })}</span>
        <span className="b f14 el">{result === undefined ? text(info?.title ?? { en: step.step, zh: step.step }) : text(result.title)}</span>
        <span className="sp" />
        {isNew === true ? null : (
          <>
            {result === undefined ? null : <span className="t3 num f12">{t('clean.duration1', { seconds: formatNumber(result.milliseconds / 1000, 2) })}</span>}
            <Button kind="icon" label={t('clean.up')} icon={<ChevronUp className="i" />} disabled={at === 0} onPress={() => move(at - 1)} testId="step-up" />
            <Button kind="icon" label={t('clean.down')} icon={<ChevronDown className="i" />} disabled={at >= before.length - 1} onPress={() => move(at + 1)} testId="step-down" />
            <Toggle label={step.on === false ? t('clean.turnOn') : t('clean.turnOff')} on={step.on !== false} onChange={() => void toggleStep(recipe, at)} testId="step-toggle" />
            <Button kind="icon" label={t('clean.delete')} icon={<Trash2 className="i" />} onPress={() => void removeStep(recipe, at)} testId="step-delete" />
          </>
        )}
      </div>
      {info === undefined ? (
        catalogue.data === undefined ? null : (
          <p className="t2 f12">{t('clean.unknownStep')}</p>
        )
      ) : (
        <>
          {isNew === true ? <p className="t3 f12 lines">{text(info.help)}</p> : null}
          <ParamForm specs={specs} values={values} context={{ dataset: dataset.id, step: at, columns: page.data?.columns ?? [], datasets }} onChange={setEdited} />
          {step.step === 'join' ? <JoinStepReport dataset={dataset} datasets={datasets} step={at} params={next.params} columns={page.data?.columns ?? []} onParams={setEdited} /> : null}
        </>
      )}
      {result?.error ? <div className="notice bad">{text(result.error)}</div> : null}
      {failed === null ? null : <ErrorPanel error={failed} />}
      {dirty ? (
        <div className="row g8 step-foot">
          <DryRun recipe={dry.data} at={at} missing={missing.map((spec) => text(spec.label))} error={dry.error} />
          <span className="sp" />
          <Button
            onPress={() => {
              setEdited(null);
              onDone();
            }}
          >
            {t('cancel')}
          </Button>
          <Button kind="primary" disabled={missing.length > 0} onPress={() => void apply()} testId="step-apply">
            {isNew === true ? t('clean.add') : t('apply')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function DryRun({ recipe, at, missing, error }: { readonly recipe: RecipeReply | undefined; readonly at: number; readonly missing: readonly string[]; readonly error: ErrorInfo | undefined }) {
  const { t, text } = useWords();
  if (missing.length > 0) return <span className="t3 f12">{t('clean.fillIn', { names: missing.join(t('list.comma')) })}</span>;
  if (error !== undefined) return <span className="tc f12">{text(error.message)}</span>;
  const result = recipe?.steps[at];
  if (result === undefined) return null;
  if (result.error !== null) return <span className="tc f12">{text(result.error)}</span>;
  const broken = recipe?.needs?.missing.filter((one) => one.position > at) ?? [];
  return (
    <span className="f12 num" aria-live="polite" data-testid="dry-run">
      <span className="t2">{t('clean.dry', { before: result.rowsBefore, after: result.rowsAfter, cells: result.changedCells })}</span>
      {broken.length === 0 ? null : <span className="tw"> {t('clean.dryBreaks', { columns: broken.map((one) => one.column).join(t('list.comma')) })}</span>}
    </span>
  );
}
